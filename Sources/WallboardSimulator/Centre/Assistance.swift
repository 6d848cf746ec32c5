/// How operators help on calls: they join, listen or take over, leave and wrap up.
extension ContactCentre {
  /// Some operator takes the next step.
  mutating func assist() {
    switch random.integer(in: 0...10) {
    case 0...2: answerEscalation()
    case 3: switchMode()
    case 4...6: leaveCall()
    default: wrapUp()
    }
  }

  /// An operator joins the call that has waited longest, now and then another one. Some listen
  /// first.
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

  /// An operator listens to a call that never was escalated, which hands nothing back afterwards.
  mutating func listenIn() {
    let quiet = calls.indices.filter { !calls[$0].isAttended && calls[$0].escalation == nil }
    guard !quiet.isEmpty, let listener = availableOperator() else { return }
    join(listener, call: random.element(of: quiet), as: .listen)
  }

  private mutating func availableOperator() -> Int? {
    let available = operators.indices.filter { operators[$0].isAvailable }
    return available.isEmpty ? nil : random.element(of: available)
  }

  mutating func join(_ helper: Int, call: Int, as mode: SimulatedCall.Mode) {
    setStatus(of: helper, to: .busy)
    let at = emit(.operatorJoinedCall, payload(of: helper, on: calls[call].sid, mode))
    enter(helper, call: call, as: mode, at: at)
  }

  private mutating func enter(_ helper: Int, call: Int, as mode: SimulatedCall.Mode, at time: Int) {
    operators[helper].callSID = calls[call].sid
    operators[helper].mode = mode
    calls[call].participant = .init(operatorID: operators[helper].id, mode: mode, joinedAt: time)
    if mode == .takeover { calls[call].takeOver(at: time) }
  }

  /// An operator who has taken a call over only listens from now on, or the other way round.
  private mutating func switchMode() {
    guard let (helper, call) = anyoneOnACall() else { return }
    let mode = operators[helper].mode
    change(helper, on: call, to: mode == .listen ? .takeover : .listen)
  }

  mutating func change(_ helper: Int, on call: Int, to mode: SimulatedCall.Mode) {
    let at = emit(.operatorModeChanged, payload(of: helper, on: calls[call].sid, mode))
    operators[helper].mode = mode
    calls[call].participant?.mode = mode
    if mode == .takeover { calls[call].takeOver(at: at) }
  }

  /// An operator who only listened while the caller waits takes over instead of leaving: the
  /// contract does not say whether leaving would hand the call back.
  private mutating func leaveCall() {
    guard let (helper, call) = anyoneOnACall() else { return }
    guard !calls[call].isWaiting else { return change(helper, on: call, to: .takeover) }
    leave(helper, call: call)
  }

  mutating func leave(_ helper: Int, call: Int) {
    let turns = calls[call].hadOperator ? random.integer(in: 1...18) : nil
    let at = emit(
      .operatorLeftCall,
      [
        "call_sid": .string(calls[call].sid),
        "operator_id": .string(operators[helper].id),
        "human_segment_turn_count": JSON(turns),
      ])
    exit(helper, call: call, at: at)
    if operators[helper].isIdle { setStatus(of: helper, to: .online) }
  }

  private mutating func exit(_ helper: Int, call: Int, at time: Int) {
    operators[helper].callSID = nil
    operators[helper].mode = nil
    operators[helper].lastCallAt = time
    calls[call].participant = nil
    guard calls[call].hadOperator else { return }
    // Who waits still waits, if the operator only listened.
    if calls[call].escalation?.status == .connected { calls[call].escalation?.status = .handback }
    // A person may never wrap up, and the call has to end all the same.
    if !operators[helper].isSteered { calls[call].awaitingWrapUpBy = operators[helper].id }
    operators[helper].wrappingUp = calls[call].sid
  }

  /// The call may still be live: the agent has resumed.
  private mutating func wrapUp() {
    guard let call = calls.firstIndex(where: { $0.awaitingWrapUpBy != nil }),
      let helper = operators.firstIndex(where: { $0.wrappingUp == calls[call].sid })
    else { return }
    let reason = random.chance(0.8) ? random.element(of: Vocabulary.wrapUpReasons) : nil
    wrapUp(calls[call].sid, by: helper, as: reason)
  }

  mutating func wrapUp(_ sid: String, by helper: Int, as reason: String?) {
    emit(.operatorWrapUp, ["call_sid": .string(sid), "wrap_up_reason": JSON(reason)])
    if let call = calls.firstIndex(where: { $0.sid == sid }) {
      calls[call].wrapUpReason = reason
      calls[call].escalation?.status = .completed
      calls[call].awaitingWrapUpBy = nil
    }
    guard operators[helper].wrappingUp == sid else { return }
    operators[helper].wrappingUp = nil
    operators[helper].escalationsHandled += 1
    if operators[helper].isIdle { setStatus(of: helper, to: .online) }
  }

  private mutating func anyoneOnACall() -> (helper: Int, call: Int)? {
    let helpers = operators.indices.filter {
      operators[$0].callSID != nil && !operators[$0].isSteered
    }
    guard !helpers.isEmpty else { return nil }
    let helper = random.element(of: helpers)
    let call = calls.firstIndex { $0.sid == operators[helper].callSID }
    return call.map { (helper, $0) }
  }

  /// Gives half of the calls that asked for a person before the first event to operators.
  mutating func takeOverEarlierCalls() {
    let helpers = operators.indices.filter { operators[$0].isAvailable }
    let waiting = calls.indices.filter { calls[$0].isWaiting }
    for (helper, call) in zip(helpers, waiting.prefix(waiting.count / 2)) {
      let requested = calls[call].escalation?.requestedAt ?? clock
      let time = requested + (clock - requested) / 3
      enter(helper, call: call, as: .takeover, at: time)
      operators[helper].status = .busy
      operators[helper].statusSince = time
    }
  }

  private func payload(of helper: Int, on sid: String, _ mode: SimulatedCall.Mode) -> JSON {
    [
      "call_sid": .string(sid),
      "operator_id": .string(operators[helper].id),
      "mode": .string(mode.rawValue),
    ]
  }
}
