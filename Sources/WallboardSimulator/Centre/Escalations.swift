/// A call's latest request for a person.
struct SimulatedEscalation: Sendable, Equatable {
  let id: String
  /// Rises with each escalation of the centre, so that a page can go on after it.
  let ordinal: Int
  let cause: EscalationCause
  /// Absent when the request was made before the centre's first event: no read returns it, so no
  /// client can know it.
  let reason: String?
  let requestedAt: Int
  var status = Status.requested
  var connectedAt: Int?

  enum Status: String, Sendable {
    case requested, connected, handback, completed
  }

  /// Whether `GET /operators/escalations/active` lists it.
  var isActive: Bool {
    switch status {
    case .requested, .connected: true
    case .handback, .completed: false
    }
  }
}

/// Why a call asks for a person.
struct EscalationCause: Sendable, Equatable {
  let trigger: Trigger
  let reason: String
  let concept: String
  let operatorType: String

  enum Trigger: String, Sendable {
    case caller, ai, `operator`
  }

  static let all = [
    Self(.caller, "Asked twice to speak with a person", "human_request", "administrative"),
    Self(.caller, "Wants to dispute a bill with a supervisor", "billing_dispute", "administrative"),
    Self(.caller, "Prefers Spanish: «¿Me comunica con una persona?»", "language", "administrative"),
    Self(.caller, "Upset about a cancelled appointment", "complaint", "administrative"),
    Self(.ai, "Caller reports chest tightness since this morning", "chest_pain", "clinical"),
    Self(.ai, "Possible drug interaction: warfarin and ibuprofen", "interaction", "clinical"),
    Self(.ai, "Could not verify identity after three attempts", "identity", "administrative"),
    Self(.ai, "Low confidence in the transcription", "low_confidence", "administrative"),
    Self(.ai, "Mentions hopelessness and not sleeping", "self_harm", "crisis_counselor"),
    Self(.ai, "Fever of 40 °C in an infant", "paediatric_fever", "clinical"),
    Self(.operator, "Supervisor wants to step in", "supervision", "clinical"),
    Self(.operator, "Known patient, please take over", "known_patient", "clinical"),
  ]

  private init(_ trigger: Trigger, _ reason: String, _ concept: String, _ operatorType: String) {
    self.trigger = trigger
    self.reason = reason
    self.concept = concept
    self.operatorType = operatorType
  }

  var isImmediate: Bool {
    operatorType == "crisis_counselor" || concept == "chest_pain"
  }
}

extension ContactCentre {
  private static let earlierEscalationLimit = 8

  /// A call without an operator asks for one.
  mutating func escalate() {
    let candidates = calls.indices.filter {
      !calls[$0].isAttended && calls[$0].escalation?.isActive != true
    }
    guard !candidates.isEmpty else { return }
    let index = random.element(of: candidates)
    let cause = causes.draw(using: &random)
    let escalation = makeEscalation(for: cause, reason: cause.reason, at: nextTime)
    emit(.callEscalated, payload(of: escalation, sid: calls[index].sid))
    calls[index].escalation = escalation
  }

  /// Makes some of the calls ask for a person before the first event.
  mutating func requestEarlierEscalations(at now: Int) {
    let count = min(Self.earlierEscalationLimit, calls.count / 5)
    for index in calls.indices.shuffled(using: &random).prefix(count) {
      let age = now - calls[index].startedAt
      let time = now - random.integer(in: age / 8...max(age / 8, min(age / 2, 180_000)))
      calls[index].escalation = makeEscalation(
        for: causes.draw(using: &random), reason: nil, at: time)
    }
  }

  private mutating func makeEscalation(
    for cause: EscalationCause, reason: String?, at time: Int
  ) -> SimulatedEscalation {
    SimulatedEscalation(
      id: "esc_" + random.hexadecimal(12),
      ordinal: nextOrdinal(),
      cause: cause,
      reason: reason,
      requestedAt: time)
  }

  private func payload(of escalation: SimulatedEscalation, sid: String) -> JSON {
    [
      "call_sid": .string(sid),
      "escalation_id": .string(escalation.id),
      "trigger": .string(escalation.cause.trigger.rawValue),
      "reason": .string(escalation.cause.reason),
    ]
  }

  /// The items of `GET /operators/escalations/active`.
  func activeEscalations(at now: Int) -> [PageItem] {
    calls
      .compactMap { call in
        guard let escalation = call.escalation, escalation.isActive else { return nil }
        return PageItem(ordinal: escalation.ordinal, json: item(escalation, on: call, at: now))
      }
      .sorted { $0.ordinal < $1.ordinal }
  }

  private func item(
    _ escalation: SimulatedEscalation, on call: SimulatedCall, at now: Int
  ) -> JSON {
    let waited = max(0, (escalation.connectedAt ?? now) - escalation.requestedAt)
    return [
      "call_entity_id": .string(call.entityID),
      "call_sid": .string(call.sid),
      "escalation_id": .string(escalation.id),
      "status": .string(escalation.status.rawValue),
      "trigger": .string(escalation.cause.trigger.rawValue),
      "trigger_source": "conversation",
      "concept": .string(escalation.cause.concept),
      "operator_type": .string(escalation.cause.operatorType),
      "regulatory_basis": nil,
      "immediate": .boolean(escalation.cause.isImmediate),
      "risk_score": .number(call.riskScore),
      "requested_at": JSON(time: escalation.requestedAt),
      "connected_at": JSON(time: escalation.connectedAt),
      "wait_seconds": .number(Double(waited) / 1000),
      "operator_entity_id": JSON(call.participant?.operatorID),
      "caller_id": JSON(call.callerID),
      "direction": .string(call.direction.rawValue),
      "phone_number": JSON(call.callerID),
      "started_at": JSON(time: call.startedAt),
    ]
  }
}

extension SimulatedEscalation {
  /// What a client that missed nothing knows of it.
  var truth: JSON {
    [
      "escalation_id": .string(id),
      "status": .string(status.rawValue),
      "trigger": .string(cause.trigger.rawValue),
      "reason": JSON(reason),
      "requested_at": .integer(requestedAt),
      "connected_at": JSON(connectedAt),
    ]
  }
}
