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
          "duration_seconds": .number(Double(now - call.startedAt) / 1000),
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
    let waited = (escalation.connectedAt ?? now) - escalation.requestedAt
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
