package import WallboardEvents

/// How things stood when a key was last pressed: what "while you were away" is told from.
package struct AwayMark: Equatable, Sendable {
  /// When a key was last pressed, or the first frame was drawn.
  package var keyAt: Timestamp?
  /// The totals of then.
  package var totals = AwayTotals()
  /// The longest that somebody has waited for a human since then, in seconds.
  package var longestWait: Int64?

  /// Nobody has pressed a key yet.
  package init() {}
}

/// Totals since the start of the program, of which the differences tell what happened.
package struct AwayTotals: Equatable, Sendable {
  package var started = 0
  package var ended = 0
  package var abandoned = 0
  package var escalated = 0
  /// Times that an operator joined a call.
  package var joined = 0
  package var problems = 0
  package var alerts = 0
  package var gaps = 0
  package var reconnects = 0

  /// Nothing has happened.
  package init() {}

  init(_ board: Board) {
    started = board.counts.byType["call.started"]
    ended = board.endedCalls.count
    abandoned = board.endedCalls.byCompletionReason[CompletionReason.abandoned.rawValue]
    escalated = board.counts.byType["call.escalated"]
    joined = board.counts.byType["operator.joined_call"]
    problems = board.activity.problemCount
    alerts = board.alerts.raisedCount
    gaps = board.connection.gaps
    reconnects = board.connection.reconnects
  }

  /// What happened since those totals.
  package static func - (now: AwayTotals, then: AwayTotals) -> AwayTotals {
    var totals = AwayTotals()
    let paths: [WritableKeyPath<AwayTotals, Int>] = [
      \.started, \.ended, \.abandoned, \.escalated, \.joined, \.problems, \.alerts, \.gaps,
      \.reconnects,
    ]
    for path in paths { totals[keyPath: path] = now[keyPath: path] - then[keyPath: path] }
    return totals
  }
}

/// What happened while nobody pressed a key.
package struct AwayDigest: Equatable, Sendable {
  /// When a key had been pressed before.
  package let from: Timestamp
  package let to: Timestamp
  package let totals: AwayTotals
  /// The longest that somebody waited for a human, in seconds; `nil` when nobody did.
  package let longestWait: Int64?
  /// The alerts that were raised then and last, or are over, the newest first; at most
  /// ``Limits/digestAlerts``.
  package let alerts: [Alert]
}
