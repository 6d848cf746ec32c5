import DequeModule
package import WallboardEvents

/// How things stood when a key was last pressed: what "while you were away" is told from.
package struct AwayMark: Equatable, Sendable {
  /// When a key was last pressed, or the first frame was drawn.
  var keyAt: Timestamp?
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
    started = board.counts[.callStarted]
    ended = board.endedCalls.count
    abandoned = board.endedCalls.byCompletionReason[CompletionReason.abandoned.rawValue]
    escalated = board.counts[.callEscalated]
    joined = board.counts[.operatorJoinedCall]
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

extension WallboardState {
  /// Notes that a person is there. `true` when what happened meanwhile is shown instead of what the
  /// key asks for: nobody knows what lies under a cursor after so long.
  mutating func notePerson(_ intent: Intent) -> Bool {
    // Nothing of a recording happens to the person who looks at it.
    guard !settings.isReplay else { return false }
    guard let digest = digest(at: board.now), digest.isWorthTelling, view.wall == nil else {
      view.away.mark(board)
      return false
    }
    // It is told as soon as it may be.
    guard intent.canWait, view.overlay == nil, view.prompt == nil else { return false }
    view.away.mark(board)
    view.digest = digest
    view.show(.digest)
    return true
  }

  /// What happened since the last key, if that was long ago.
  private func digest(at now: Timestamp) -> AwayDigest? {
    guard settings.awayAfter > 0, let from = view.away.keyAt,
      now.seconds(since: from) >= settings.awayAfter
    else { return nil }
    let raised = (Array(board.alerts.active.values) + board.alerts.history)
      .filter { $0.raisedAt > from }
      .sorted { $0.raisedAt > $1.raisedAt }
    return AwayDigest(
      from: from, to: now, totals: AwayTotals(board) - view.away.totals,
      longestWait: view.away.longestWait,
      alerts: Array(raised.prefix(Limits.digestAlerts)))
  }
}

extension Intent {
  /// Whether something may be shown first.
  fileprivate var canWait: Bool {
    switch self {
    case .quit, .suspend, .repaint: false
    case .toggleHelp, .retryNow, .nextPanel, .previousPanel, .focus, .focusPane, .moveDown, .moveUp,
      .moveToFirst, .moveToLast, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .open, .openBeside,
      .showDetail, .followEscalation, .search, .nextMatch, .previousMatch, .copyID, .copyLine,
      .filter, .sortByNextColumn, .reverseSort, .sort, .chooseColumns, .toggleColumn, .moveColumn,
      .acknowledge, .openAlert, .explain, .explainNext, .openPalette, .chooseTheme, .useTheme,
      .saveView, .writeBlackBox, .togglePin, .nextPage, .follow, .select, .scroll, .complete, .fill,
      .nextChoice, .paste, .resetLayout, .typed, .erase, .eraseAll, .back, .toggleZoom,
      .toggleHints, .toggleHold, .showIdentifiers, .showMeter, .playback, .beginSeek, .bookmark,
      .toggleMoments:
      true
    }
  }
}

extension AwayDigest {
  /// Whether anything happened at all.
  fileprivate var isWorthTelling: Bool {
    totals != AwayTotals() || longestWait != nil
  }
}

extension AwayMark {
  fileprivate mutating func mark(_ board: Board) {
    keyAt = board.now
    totals = AwayTotals(board)
    longestWait = nil
  }

  /// Notes, once a second, how long somebody has waited, as long as that is known; the first frame
  /// is the first key.
  mutating func watch(_ board: Board, staleAfter: Int64) {
    guard keyAt != nil else { return mark(board) }
    guard board.isLive(staleAfter: staleAfter), let wait = CallNumbers(board).longestWait else {
      return
    }
    longestWait = max(longestWait ?? 0, wait)
  }
}
