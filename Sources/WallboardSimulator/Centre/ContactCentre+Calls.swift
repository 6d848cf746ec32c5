extension ContactCentre {
  /// Starts a call or ends one, whichever brings the centre towards its aim.
  mutating func turnOverCalls() {
    let swing = targetCalls / 8
    let wanted = targetCalls + random.integer(in: -swing...swing)
    if calls.count < wanted { startCall() } else { endCall() }
  }

  mutating func makeCall(startedAt: Int, withheld: Bool) -> SimulatedCall {
    SimulatedCall(
      sid: "CA" + random.hexadecimal(32),
      entityID: random.uuid(),
      direction: directions.draw(using: &random),
      service: random.element(of: services.filter { $0.channel == .voice }),
      callerID: withheld ? nil : phoneNumber(),
      startedAt: startedAt,
      temper: Double.random(in: 0..<1, using: &random))
  }

  /// A number of the range that North America keeps for fiction: 555-0100 to 555-0199.
  mutating func phoneNumber() -> String {
    let area = random.element(of: ["202", "212", "303", "415", "512", "617", "808"])
    return "+1\(area)55501\(random.integer(in: 10...99))"
  }

  /// What the call's observers were told, so that reads say the same.
  mutating func setState(of sid: String, to state: String?) {
    guard let state, !state.isEmpty, let index = calls.firstIndex(where: { $0.sid == sid }) else {
      return
    }
    calls[index].toldState = state
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
      sid: call.sid,
      direction: call.direction,
      durationSeconds: quarterSeconds(since: call.startedAt),
      reason: endings.reason(for: call, using: &random),
      escalated: call.escalation != nil,
      endedAt: nextTime)
    emit(.callEnded, told(ended))
    tally.count(ended)
  }

  private func told(_ call: EndedCall) -> JSON {
    [
      "call_sid": .string(call.sid),
      "direction": .string(call.direction.rawValue),
      "duration_seconds": .number(call.durationSeconds),
      "completion_reason": .string(call.reason.rawValue),
      "escalated": .boolean(call.escalated),
    ]
  }

  /// The older of two calls that nobody attends to. Who waits for a person hangs up less readily.
  private mutating func indexOfCallToEnd() -> Int? {
    let waitingToo = random.chance(0.5)
    let candidates = calls.indices.filter {
      !calls[$0].isAttended && (waitingToo || !calls[$0].isWaiting)
    }
    guard !candidates.isEmpty else { return nil }
    return min(random.element(of: candidates), random.element(of: candidates))
  }

  /// Whole quarters are exact in binary: however they are summed, the sums are equal.
  func quarterSeconds(since start: Int) -> Double {
    Double((nextTime - start + 125) / 250) / 4
  }
}
