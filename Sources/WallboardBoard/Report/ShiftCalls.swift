import WallboardEvents

/// What became of the calls of a time.
package struct ShiftCalls: Sendable {
  package private(set) var started = 0
  package private(set) var ended = 0
  /// Of those that ended, the ones that had asked for an operator.
  package private(set) var escalatedEnds = 0
  /// Of those that ended, the callers who hung up waiting.
  package private(set) var hungUp = 0
  /// Of those that ended, the ones that were handed on to somebody else.
  package private(set) var transferred = 0
  /// How calls ended, by the platform's word; who hung up waiting has done so, whatever the platform
  /// calls it.
  package private(set) var reasons = Tally()
  /// Seconds, of those that ended and told it.
  package private(set) var lengths = Mean()
  package private(set) var longest: Double?
  /// Requests for an operator.
  package private(set) var escalations = 0
  /// Who asked, by the platform's word.
  package private(set) var triggers = Tally()
  /// Calls that go on at the end.
  package private(set) var live = 0
  /// What is counted where a call does not say how it ended, or who asked.
  package static let notKnown = "not_known"

  private var known: (today: DayTotals, ended: Int)

  init(on board: Board) {
    known = (board.today, board.endedCalls.count)
  }

  /// Notes what an event has changed: one that is told again changes nothing.
  mutating func note(_ event: WorkspaceEvent, on board: Board) {
    defer { begin(on: board) }
    started += max(0, board.today.callsStarted - known.today.callsStarted)
    if board.today.escalations > known.today.escalations, case .callEscalated(let call) = event {
      escalations += 1
      triggers.count(call.trigger?.word ?? Self.notKnown)
    }
    if board.endedCalls.count > known.ended, let ending = board.endedCalls.recent.last {
      count(ending)
    }
  }

  /// Takes the totals as they are: a new day begins with none.
  mutating func begin(on board: Board) { known = (board.today, board.endedCalls.count) }

  mutating func finish(on board: Board) { live = board.calls.count }

  private mutating func count(_ call: EndedCall) {
    ended += 1
    if call.escalated { escalatedEnds += 1 }
    if call.isAbandoned { hungUp += 1 }
    if call.isTransferred { transferred += 1 }
    reasons.count(call.reason?.word ?? Self.notKnown)
    guard let duration = call.duration, duration >= 0, duration < 1e9 else { return }
    lengths.add(duration)
    longest = max(longest ?? 0, duration)
  }
}

extension EndedCall {
  fileprivate var isTransferred: Bool {
    switch reason {
    case .known(.transferred), .known(.forwarded), .known(.warmTransferCompleted): true
    case .known, .other, nil: false
    }
  }
}
