package import WallboardEvents

/// A caller's wait for an operator, and who answered.
package struct ShiftWait: Ranked {
  /// Its end is `nil` where the recording does not tell how it ended.
  package internal(set) var wait: CallerWait
  package internal(set) var answeredBy: OperatorID?
  /// Who asked, and why.
  package internal(set) var trigger: OpenEnum<EscalationTrigger>?
  package internal(set) var reason: Protected<BoundedString>?
  /// What the service's name is looked up by, where the call did not tell it.
  package internal(set) var serviceID: ServiceID?

  package static func precedes(_ one: ShiftWait, _ other: ShiftWait) -> Bool {
    one.rank < other.rank
  }
}

extension ShiftWait {
  /// The longest first; those that are as long in one order, whenever the same is counted.
  private var rank: (Int64, Timestamp, String) {
    (-(wait.waited ?? -1), wait.requestedAt ?? Timestamp(milliseconds: .max), wait.callSID.rawValue)
  }
}

/// The callers who waited for an operator in a time. Who waited already when it began is one of them.
package struct ShiftWaits: Sendable {
  /// How many waits ended so.
  package private(set) var answered = 0
  package private(set) var hungUp = 0
  package private(set) var unanswered = 0
  /// Those who wait at the end.
  package private(set) var open = 0
  package private(set) var notKnown = 0
  /// Of those who were answered, in seconds, as far as it is known how long they had waited.
  package private(set) var answers = Mean()
  /// Of those who were answered, the ones whose wait was within the target.
  package private(set) var answeredInTime = 0
  /// The longest first.
  package private(set) var longest = Largest<ShiftWait>(limit: Limits.reportWaits)
  /// Those that go on; each belongs to a live call of the board.
  private var running: [CallSID: ShiftWait] = [:]
  private let target: Target?

  init(on board: Board, target: Target?) {
    self.target = target
    takeRead(on: board, at: board.now)
  }

  /// All of them.
  package var count: Int { answered + hungUp + unanswered + open + notKnown }
  /// Those of which it is known what came of them.
  package var decided: Int { answered + hungUp + unanswered }

  /// Looks at the call of an event.
  mutating func note(_ callSID: CallSID, on board: Board, at time: Timestamp) {
    let call = board.calls[callSID]
    if let known = running[callSID] {
      guard let call else { return end(known, departed: board.departed[callSID], at: time) }
      look(at: known, call, on: board, at: time, isRead: false)
    } else if let call {
      begin(call, on: board)
    }
  }

  /// Looks at all calls: a read may have told of any of them.
  mutating func takeRead(on board: Board, at time: Timestamp) {
    for (callSID, known) in running {
      guard let call = board.calls[callSID] else {
        finish(known, nil, after: nil)
        continue
      }
      look(at: known, call, on: board, at: time, isRead: true)
    }
    board.calls.forEachRow(where: { $0.escalation?.isWaiting == true }) { call in
      if running[call.callSID] == nil { begin(call, on: board) }
    }
  }

  private mutating func look(
    at known: ShiftWait, _ call: Call, on board: Board, at time: Timestamp, isRead: Bool
  ) {
    guard let escalation = call.escalation, escalation.isWaiting, known.isSame(as: escalation)
    else { return end(known, call, on: board, at: time, isRead: isRead) }
    running[call.callSID]?.name(call, on: board)
    running[call.callSID]?.wait.requestedAt = escalation.requestedAt
  }

  /// Those who wait at the end of the time have waited so long, if anybody saw its end.
  mutating func finish(at time: Timestamp, isSeen: Bool) {
    for known in running.values {
      let seconds = known.wait.requestedAt.map { time.seconds(since: $0) }
      finish(known, isSeen ? .open : nil, after: isSeen ? seconds : nil)
    }
  }

  private mutating func begin(_ call: Call, on board: Board) {
    guard let escalation = call.escalation, escalation.isWaiting else { return }
    let wait = CallerWait(call.callSID, requestedAt: escalation.requestedAt)
    running[call.callSID] = ShiftWait(wait: wait)
    running[call.callSID]?.name(call, on: board)
  }

  /// The wait of a call that is live: somebody answered, or it is over otherwise, or the caller asked
  /// again, which is another wait.
  private mutating func end(
    _ known: ShiftWait, _ call: Call, on board: Board, at time: Timestamp, isRead: Bool
  ) {
    var known = known
    let escalation = call.escalation
    let seconds = known.wait.requestedAt.map { time.seconds(since: $0) }
    if let escalation, known.isSame(as: escalation), escalation.wasAnswered {
      known.answeredBy = call.operators.first { $0.mode == .takeover }?.operatorID
      finish(known, .answered, after: escalation.waitThatWas, exactly: escalation.answerSeconds)
    } else if isRead {
      finish(known, nil, after: nil)
    } else {
      finish(known, .unanswered, after: seconds)
    }
    begin(call, on: board)
  }

  /// The wait of a call that has ended.
  private mutating func end(_ known: ShiftWait, departed: DepartedCall?, at time: Timestamp) {
    let last = departed?.ending.endedAt ?? time
    let hasHungUp = departed?.ending.isAbandoned == true
    finish(
      known, hasHungUp ? .gaveUp : .unanswered,
      after: known.wait.requestedAt.map { last.seconds(since: $0) })
  }

  private mutating func finish(
    _ known: ShiftWait, _ end: CallerWait.End?, after seconds: Int64?, exactly exact: Double? = nil
  ) {
    running[known.wait.callSID] = nil
    var over = known
    over.wait.end = end
    over.wait.waited = seconds
    longest.add(over)
    switch end {
    case .answered:
      answered += 1
      if let exact { answers.add(exact) }
      if let seconds, isInTime(seconds) { answeredInTime += 1 }
    case .gaveUp: hungUp += 1
    case .unanswered: unanswered += 1
    case .open: open += 1
    case nil: notKnown += 1
    }
  }

  private func isInTime(_ seconds: Int64) -> Bool {
    target?.severity(of: Double(seconds), for: .longestWait) == nil
  }
}

extension ShiftWait {
  /// Whether it is the wait of that request; one of which no time is known may be.
  fileprivate func isSame(as escalation: Escalation) -> Bool {
    wait.requestedAt == nil || wait.requestedAt == escalation.requestedAt
  }

  /// Takes what the call is called, as far as it is known.
  fileprivate mutating func name(_ call: Call, on board: Board) {
    wait.caller = call.callerID ?? wait.caller
    trigger = call.escalation?.trigger ?? trigger
    reason = call.escalation?.reason ?? reason
    serviceID = call.serviceID ?? serviceID
    let name = call.serviceName ?? call.serviceID.flatMap { board.knownName(of: $0) }
    wait.service = name ?? wait.service
  }
}

extension Escalation {
  /// Whether an operator has spoken with the caller, as far as its status tells.
  fileprivate var wasAnswered: Bool {
    switch status {
    case .known(.connected), .known(.handback): true
    case .known(.none), .known(.requested), .known(.completed), .other: connectedAt != nil
    }
  }

  /// Seconds with their fraction until an operator answered, where that is known.
  fileprivate var answerSeconds: Double? {
    guard let requestedAt, let connectedAt else { return nil }
    return Double(max(0, connectedAt.milliseconds(since: requestedAt))) / 1_000
  }
}
