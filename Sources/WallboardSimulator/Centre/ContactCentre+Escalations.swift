extension ContactCentre {
  /// A call that is in nobody's hands asks for a person.
  mutating func escalate() {
    let candidates = calls.indices.filter {
      !calls[$0].isAttended && calls[$0].escalation?.isActive != true
    }
    guard !candidates.isEmpty else { return }
    let index = random.element(of: candidates)
    let cause = causes.draw(using: &random)
    let escalation = makeEscalation(for: cause, reason: cause.reason, at: nextTime)
    emit(.callEscalated, told(escalation, sid: calls[index].sid))
    calls[index].escalation = escalation
  }

  mutating func makeEscalation(
    for cause: EscalationCause, reason: String?, at time: Int
  ) -> SimulatedEscalation {
    SimulatedEscalation(
      id: "esc_" + random.hexadecimal(12),
      ordinal: nextOrdinal(),
      cause: cause,
      reason: reason,
      requestedAt: time)
  }

  private func told(_ escalation: SimulatedEscalation, sid: String) -> JSON {
    [
      "call_sid": .string(sid),
      "escalation_id": .string(escalation.id),
      "trigger": .string(escalation.cause.trigger.rawValue),
      "reason": .string(escalation.cause.reason),
    ]
  }

  /// The next step of some operator's help.
  mutating func assist() {
    switch random.integer(in: 0...10) {
    case 0...2: answerEscalation()
    case 3: switchMode()
    case 4...6: leaveCall()
    default: wrapUp()
    }
  }

  /// Mostly the one that has waited longest; now and then one that looks more urgent. Some helpers
  /// listen first.
  private mutating func answerEscalation() {
    let waiting = calls.indices.filter { calls[$0].isWaiting && !calls[$0].isAttended }
    let oldest = waiting.min { requestTime(of: $0) < requestTime(of: $1) }
    guard let oldest, let helper = availableOperator() else { return }
    let call = random.chance(0.8) ? oldest : random.element(of: waiting)
    join(helper, call: call, as: random.chance(0.75) ? .takeover : .listen)
  }

  private func requestTime(of index: Int) -> Int {
    calls[index].escalation?.requestedAt ?? .max
  }

  private mutating func availableOperator() -> Int? {
    let available = operators.indices.filter { operators[$0].isAvailable }
    return available.isEmpty ? nil : random.element(of: available)
  }

  /// Somebody listens to a call that never was escalated: when a listener leaves, nothing is
  /// handed back.
  mutating func listenIn() {
    let quiet = calls.indices.filter { !calls[$0].isAttended && calls[$0].escalation == nil }
    guard !quiet.isEmpty, let listener = availableOperator() else { return }
    join(listener, call: random.element(of: quiet), as: .listen)
  }
}
