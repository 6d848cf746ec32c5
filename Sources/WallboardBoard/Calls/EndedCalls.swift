package import DequeModule
package import WallboardEvents

/// A call that is over.
package struct EndedCall: Equatable, Sendable {
  package var callSID: CallSID
  package var direction: OpenEnum<Direction>?
  /// Seconds.
  package var duration: Double?
  package var completionReason: OpenEnum<CompletionReason>?
  package var escalated: Bool
  package var endedAt: Timestamp
  /// Whether the caller hung up while waiting for a human.
  package var gaveUp = false

  /// How it ended, as people are told it: who hung up while waiting has done so, whatever the platform
  /// calls it.
  package var reason: OpenEnum<CompletionReason>? {
    gaveUp ? .known(.abandoned) : completionReason
  }

  /// Whether the caller gave up: before the call got anywhere, or while waiting for a human.
  var isAbandoned: Bool { if case .known(.abandoned)? = reason { true } else { false } }
}

extension EndedCall {
  /// What an event tells of the end of a call, which stood so until then.
  init(_ ended: CallEnded, of call: Call?, at time: Timestamp) {
    callSID = ended.callSID
    direction = ended.direction ?? call?.direction
    duration = ended.durationSeconds
    completionReason = ended.completionReason
    escalated = ended.escalated ?? (call?.escalation != nil)
    endedAt = time
    // By pattern, as elsewhere on the way of an event: `==` of another module is not specialised.
    let hungUp = if case .known(.callerHangup)? = ended.completionReason { true } else { false }
    gaveUp = hungUp && call?.escalation?.isWaiting == true
  }
}

extension Board {
  /// How a call ends by that event, which is not folded yet, as people are told it.
  package func reason(of ended: CallEnded) -> OpenEnum<CompletionReason>? {
    EndedCall(ended, of: calls[ended.callSID], at: now).reason
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

/// A call that ended a moment ago, as it stood, and its end.
package struct DepartedCall: Equatable, Sendable {
  package let call: Call
  package let ending: EndedCall
  /// When the board heard of the end, by the board's clock.
  package let since: Timestamp

  /// How long its row stays, in milliseconds.
  fileprivate static let shownFor: Int64 = 6_000
}

extension Board {
  /// Keeps the row of a call that ended for a while, as the call stood.
  mutating func depart(_ call: consuming Call, _ ending: EndedCall, at time: Timestamp) {
    if departed.count >= Limits.departedCalls { dropOldestDeparted(at: time) }
    call.touched = revision
    departed[call.callSID] = DepartedCall(call: call, ending: ending, since: time)
  }

  /// Drops the oldest row, and those behind it whose time is over, without a look at all others: a
  /// flood of ends must not cost a look at every row each.
  private mutating func dropOldestDeparted(at time: Timestamp) {
    repeat {
      departed.removeFirst()
    } while departed.keys.first.flatMap { departed.look(at: $0) { $0.isOver(at: time) } } ?? false
  }

  /// Drops the rows whose time is over, and those from a time to come: the clock was set back, and
  /// they would stay longer than they should.
  mutating func dropDeparted(at now: Timestamp) {
    departed.removeAll { $0.isOver(at: now) }
  }
}

extension DepartedCall {
  fileprivate func isOver(at now: Timestamp) -> Bool {
    // By whole seconds, as all that is shown.
    let seconds = max(now.seconds(since: since), since.seconds(since: now))
    return seconds >= Self.shownFor / 1000
  }
}
