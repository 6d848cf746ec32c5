package import DequeModule
package import WallboardEvents

/// A call that is over.
package struct EndedCall: Equatable, Sendable {
  package var callSID: CallSID
  package var direction: Open<Direction>?
  /// Seconds.
  package var duration: Double?
  package var completionReason: Open<CompletionReason>?
  package var escalated: Bool
  package var endedAt: Timestamp
  /// Whether the caller hung up while waiting for a human.
  package var gaveUp = false

  /// Whether the caller gave up: before the call got anywhere, or while waiting for a human.
  var isAbandoned: Bool {
    if case .known(.abandoned)? = completionReason { true } else { gaveUp }
  }
}

/// The calls that are over: totals of all, and the newest one by one.
package struct EndedCalls: Equatable, Sendable {
  package var count = 0
  package var byCompletionReason = Tally()
  package var escalated = 0
  /// Seconds.
  package var durationSum = 0.0
  /// At most ``Limits/endedCalls``, oldest first.
  package private(set) var recent: Deque<EndedCall> = []
  /// The hashes of their keys, which take half the room: each moment of a recording that is kept has
  /// a board of its own. That a live call has the hash of one of them does not happen.
  private var known = RecentSet(limit: Limits.endedCallKeys)

  /// Nothing has ended.
  package init() {}

  /// Whether it is known that this call is over.
  package func contains(_ callSID: CallSID) -> Bool {
    known.contains(callSID.seededHash)
  }

  /// Takes as little room as it can, for a copy that is kept.
  mutating func pack() { known.pack() }

  mutating func unpack() { known.unpack() }

  /// Counts and remembers a call that is over; `false` where it is known already that it is.
  @discardableResult
  mutating func append(_ call: EndedCall) -> Bool {
    guard known.insert(call.callSID.seededHash) else { return false }
    count += 1
    if let reason = call.completionReason { byCompletionReason.count(reason.word) }
    if call.escalated { escalated += 1 }
    if let duration = call.duration { durationSum.add(seconds: duration) }
    recent.append(call)
    if recent.count > Limits.endedCalls { recent.removeFirst() }
    return true
  }
}
