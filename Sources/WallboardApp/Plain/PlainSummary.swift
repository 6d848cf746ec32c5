import WallboardBoard
import WallboardEvents

/// How things stand, in a sentence: first when they are known, then when they have changed.
struct PlainSummary {
  /// The time between two of them, in milliseconds.
  static let pause: Int64 = 60_000

  private struct Counts: Equatable {
    var live = 0
    var waiting = 0
    var longestWait: Int64?
    var online = 0
    var busy = 0
    var alerts = 0
  }

  private let staleAfter: Int64
  private var told: Counts?
  private var toldAt: Timestamp?

  /// The summary of a board that is stale after so many seconds of silence. One that is stale, or
  /// waits for the reads of its opening, has none.
  init(staleAfter: Int64) {
    self.staleAfter = staleAfter
  }

  /// How things stand, unless that was told a moment ago or has not changed since. Only rows that
  /// pass are counted.
  mutating func sentence(_ board: Board, where passes: (RowID) -> Bool) -> String? {
    guard isDue(at: board) else { return nil }
    toldAt = board.now
    let counts = Self.counts(board, where: passes)
    guard counts != told else { return nil }
    told = counts
    return Self.text(counts)
  }

  private func isDue(at board: Board) -> Bool {
    guard board.isCurrent(staleAfter: staleAfter) else { return false }
    guard let toldAt else { return true }
    return !(0..<Self.pause).contains(board.now.milliseconds(since: toldAt))
  }

  private static func counts(_ board: Board, where passes: (RowID) -> Bool) -> Counts {
    var counts = Counts()
    for call in board.calls.values where passes(.call(call.callSID)) {
      counts.live += 1
      guard let escalation = call.escalation, escalation.isWaiting else { continue }
      counts.waiting += 1
      guard let wait = escalation.waited(at: board.now) else { continue }
      counts.longestWait = max(counts.longestWait ?? 0, wait)
    }
    for person in board.operators.values where passes(.operator(person.operatorID)) {
      if person.status == .online { counts.online += 1 }
      if person.status == .busy { counts.busy += 1 }
    }
    counts.alerts = board.alerts.active.values.count { passes(.alert($0.number)) }
    return counts
  }

  private static func text(_ counts: Counts) -> String {
    let longest = counts.longestWait.map { ", the longest for \(PlainWords.length($0))" } ?? ""
    let calls = counts.live == 1 ? "1 call" : "\(counts.live) calls"
    let alerts = counts.alerts == 1 ? "1 alert" : "\(counts.alerts) alerts"
    return "\(calls) live, \(counts.waiting) waiting for a human\(longest); "
      + "operators: \(counts.online) online, \(counts.busy) busy; \(alerts)."
  }
}
