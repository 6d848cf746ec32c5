/// A live call.
struct SimulatedCall: Sendable, Equatable {
  let sid: String
  let entityID: String
  let direction: Direction
  let service: SimulatedService
  let callerID: String?
  let startedAt: Int
  /// From 0, at ease, to 1, upset. Emotion and risk are derived from it.
  let temper: Double
  var escalation: SimulatedEscalation?
  var participant: Participant?
  /// The operator who left the call and has not wrapped it up yet.
  var awaitingWrapUpBy: String?
  var wrapUpReason: String?
  var hadOperator = false
  /// The conversation's state as the call's observers know it; absent while there were none.
  var observedState: String?

  enum Direction: String, Sendable {
    case inbound, outbound, playground, simulated, test
  }

  /// The operator on the call. There is one at a time: with two, the contract does not say whose
  /// leaving hands the call back.
  struct Participant: Sendable, Equatable {
    let operatorID: String
    var mode: Mode
    let joinedAt: Int
  }

  enum Mode: String, Sendable, CaseIterable {
    case listen, takeover
  }

  var isWaiting: Bool {
    escalation?.status == .requested
  }

  var isAttended: Bool {
    participant != nil || awaitingWrapUpBy != nil
  }

  /// An operator speaks in the agent's place, which answers an escalation that waits.
  mutating func takeOver(at time: Int) {
    hadOperator = true
    guard isWaiting else { return }
    escalation?.status = .connected
    escalation?.connectedAt = time
  }

  func seconds(until now: Int) -> Int {
    milliseconds(until: now) / 1000
  }

  /// Nothing where the call's first event, whose id is a time, has run ahead of the clock.
  func milliseconds(until now: Int) -> Int {
    max(0, now - startedAt)
  }
}

extension ContactCentre {
  /// Starts a call or ends one, whichever brings the number of live calls closer to the target.
  mutating func turnOverCalls() {
    let swing = targetCalls / 8
    let wanted = targetCalls + random.integer(in: -swing...swing)
    if calls.count < wanted { startCall() } else { endCall() }
  }

  private mutating func makeCall(startedAt: Int, withheld: Bool) -> SimulatedCall {
    SimulatedCall(
      sid: "CA" + random.hexadecimal(32),
      entityID: random.uuid(),
      direction: directions.draw(using: &random),
      service: random.element(of: services.filter { $0.channel == .voice }),
      callerID: withheld ? nil : phoneNumber(),
      startedAt: startedAt,
      temper: Double.random(in: 0..<1, using: &random))
  }

  /// A number from the range that is reserved for fiction in North America, 555-0100 to 555-0199.
  mutating func phoneNumber() -> String {
    let area = random.element(of: ["202", "212", "303", "415", "512", "617", "808"])
    return "+1\(area)55501\(random.integer(in: 10...99))"
  }

  /// Keeps the state that the call's observers know, so that the reads return the same.
  mutating func setState(of sid: String, to state: String?) {
    guard let state, !state.isEmpty, let index = calls.firstIndex(where: { $0.sid == sid }) else {
      return
    }
    calls[index].observedState = state
  }

  private mutating func startCall() {
    let call = makeCall(startedAt: nextTime, withheld: random.chance(0.05))
    emit(
      .callStarted,
      [
        "call_sid": .string(call.sid),
        "direction": .string(call.direction.rawValue),
        "service_id": .string(call.service.id),
        "caller_id": JSON(call.callerID),
      ])
    calls.append(call)
  }

  private mutating func endCall() {
    guard let index = indexOfCallToEnd() else { return }
    let call = calls.remove(at: index)
    let ended = EndedCall(
      call: call,
      durationSeconds: quarterSeconds(since: call.startedAt),
      reason: endings.reason(for: call, using: &random),
      endedAt: nextTime)
    emit(.callEnded, payload(of: ended))
    tally.count(ended)
  }

  private func payload(of call: EndedCall) -> JSON {
    [
      "call_sid": .string(call.sid),
      "direction": .string(call.direction.rawValue),
      "duration_seconds": .number(call.durationSeconds),
      "completion_reason": .string(call.reason.rawValue),
      "escalated": .boolean(call.escalated),
    ]
  }

  /// The older of two calls without an operator. Callers who wait for one hang up half as often.
  private mutating func indexOfCallToEnd() -> Int? {
    let waitingToo = random.chance(0.5)
    let candidates = calls.indices.filter {
      !calls[$0].isAttended && (waitingToo || !calls[$0].isWaiting)
    }
    guard !candidates.isEmpty else { return nil }
    return min(random.element(of: candidates), random.element(of: candidates))
  }

  /// The calls that began before the first event.
  mutating func makeEarlierCalls(at now: Int) -> [SimulatedCall] {
    let ages = (0..<targetCalls).map { _ in Int(random.gap(mean: 140_000)) + 4_000 }
    return ages.sorted(by: >).map { makeCall(startedAt: now - $0, withheld: false) }
  }

  /// A duration in quarters of a second, which are exact in binary: their sum is the same in any
  /// order of adding.
  func quarterSeconds(since start: Int) -> Double {
    Double((nextTime - start + 125) / 250) / 4
  }
}

extension ContactCentre {
  /// `GET /sessions/active`
  func activeSessions(of workspace: String, at now: Int) -> JSON {
    .array(
      calls.map { call in
        [
          "call_sid": .string(call.sid),
          "service_id": .string(call.service.id),
          "workspace_id": .string(workspace),
          "caller_id": .string(call.callerID ?? ""),
          "direction": .string(call.direction.rawValue),
          "duration_seconds": .number(Double(call.milliseconds(until: now)) / 1000),
          "current_state": .string(call.state(at: now)),
          "scenario": .string(call.service.name),
        ]
      })
  }

  /// `GET /operators/queue`, the most pressing call first.
  func queue(of workspace: String, at now: Int) -> JSON {
    let ranked = calls.sorted { $0.priority(at: now) > $1.priority(at: now) }
    return [
      "workspace_id": .string(workspace),
      "queue": .array(ranked.map { $0.queueItem(at: now) }),
      "total_active": .integer(calls.count),
    ]
  }
}

extension SimulatedCall {
  fileprivate func queueItem(at now: Int) -> JSON {
    [
      "call_sid": .string(sid),
      "caller_id": .string(callerID ?? ""),
      "caller_phone": JSON(callerID),
      "service_id": .string(service.id),
      "service_name": .string(service.name),
      "direction": .string(direction.rawValue),
      "data_quality_flags": [],
      "started_at": JSON(time: startedAt),
      "priority_score": .number(priority(at: now)),
      "priority_reasons": .array(priorityReasons(at: now)),
      "wait_seconds": .number(Double(waitSeconds(at: now))),
      "risk_score": .number(riskScore),
      "risk_level": .string(riskLevel),
      "current_emotion": .string(emotion),
      "current_valence": .number(1 - 2 * riskScore),
      "current_state": .string(state(at: now)),
      "turn_count": .integer(seconds(until: now) / 9),
      "escalation_active": .boolean(escalation?.isActive == true),
      "entity_name": nil,
      "brief_context": .string("Called about \(service.name.lowercased())"),
    ]
  }

  /// From 0 to 1: those who wait longest come first, then those who are most upset.
  fileprivate func priority(at now: Int) -> Double {
    let waiting = isWaiting ? 0.5 + min(0.4, Double(waitSeconds(at: now)) / 600) : 0
    return ((waiting + riskScore / 10) * 1000).rounded() / 1000
  }

  /// The state of the conversation as its observers know it, else by the time that it has taken.
  func state(at now: Int) -> String {
    observedState
      ?? Vocabulary.callStates[min(seconds(until: now) / 25, Vocabulary.callStates.count - 1)]
  }

  var riskScore: Double {
    (temper * 100).rounded() / 100
  }

  private var riskLevel: String {
    switch temper {
    case ..<0.6: "low"
    case ..<0.85: "medium"
    case ..<0.96: "high"
    default: "critical"
    }
  }

  private var emotion: String {
    Vocabulary.emotions[Int(temper * Double(Vocabulary.emotions.count))]
  }

  private func waitSeconds(at now: Int) -> Int {
    guard isWaiting, let escalation else { return 0 }
    return max(0, now - escalation.requestedAt) / 1000
  }

  private func priorityReasons(at now: Int) -> [JSON] {
    var reasons: [JSON] = []
    if waitSeconds(at: now) > 60 { reasons.append("long_wait") }
    if temper > 0.85 { reasons.append("high_risk") }
    if temper > 0.7 { reasons.append("negative_emotion") }
    if escalation?.cause.isImmediate == true { reasons.append("safety_concern") }
    return reasons
  }

  /// What a client that missed nothing knows of it.
  var truth: JSON {
    [
      "call_sid": .string(sid),
      "direction": .string(direction.rawValue),
      "service_id": .string(service.id),
      "service_name": .string(service.name),
      "caller_id": JSON(callerID),
      "started_at": .integer(startedAt),
      "escalation": escalation?.truth ?? .null,
      "operators": .array(participant.map { [$0.truth] } ?? []),
      "wrap_up_reason": JSON(wrapUpReason),
    ]
  }
}

extension SimulatedCall.Participant {
  var truth: JSON {
    [
      "operator_id": .string(operatorID),
      "mode": .string(mode.rawValue),
      "joined_at": .integer(joinedAt),
    ]
  }
}
