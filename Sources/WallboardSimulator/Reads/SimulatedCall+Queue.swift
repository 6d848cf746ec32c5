extension SimulatedCall {
  /// The call as an item of `GET /operators/queue`.
  func queueItem(at now: Int) -> JSON {
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

  /// Between 0 and 1: who waits longest comes first, then who is most upset.
  func priority(at now: Int) -> Double {
    let waiting = isWaiting ? 0.5 + min(0.4, Double(waitSeconds(at: now)) / 600) : 0
    return ((waiting + riskScore / 10) * 1000).rounded() / 1000
  }

  /// How far the conversation is: what its observers were told, else by the time it has taken.
  func state(at now: Int) -> String {
    toldState
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
}
