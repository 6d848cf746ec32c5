extension ContactCentre {
  /// What a reader who missed nothing knows, in the shape of `wallboard snapshot --json`.
  ///
  /// Of the finished surfaces, only the latest `finishedSurfaceLimit` are told; of a surface's
  /// fields and of an escalation's reason, only what an event has told.
  package var truth: JSON {
    [
      "at": .integer(clock),
      "last_event_id": tally.events == 0 ? nil : .string(String(clock)),
      "counts": ["events": .integer(tally.events), "by_type": JSON(tally.byType)],
      "calls": .array(calls.map(truth)),
      "ended_calls": tally.truthOfCalls,
      "operators": .array(operators.map(truth)),
      "surfaces": .array(surfaces.map(truth)),
      "text_sessions": .array(textSessions.map(truth)),
      "ended_text_sessions": tally.truthOfTextSessions,
      "activity": ["by_family": JSON(tally.byFamily)],
    ]
  }

  private func truth(of call: SimulatedCall) -> JSON {
    [
      "call_sid": .string(call.sid),
      "direction": .string(call.direction.rawValue),
      "service_id": .string(call.service.id),
      "service_name": .string(call.service.name),
      "caller_id": JSON(call.callerID),
      "started_at": .integer(call.startedAt),
      "escalation": call.escalation.map(truth) ?? .null,
      "operators": .array(call.participant.map { [truth(of: $0)] } ?? []),
      "wrap_up_reason": JSON(call.wrapUpReason),
    ]
  }

  private func truth(of escalation: SimulatedEscalation) -> JSON {
    [
      "escalation_id": .string(escalation.id),
      "status": .string(escalation.status.rawValue),
      "trigger": .string(escalation.cause.trigger.rawValue),
      "reason": JSON(escalation.reason),
      "requested_at": .integer(escalation.requestedAt),
      "connected_at": JSON(escalation.connectedAt),
    ]
  }

  private func truth(of participant: SimulatedCall.Participant) -> JSON {
    [
      "operator_id": .string(participant.operatorID),
      "mode": .string(participant.mode.rawValue),
      "joined_at": .integer(participant.joinedAt),
    ]
  }

  private func truth(of person: SimulatedOperator) -> JSON {
    [
      "operator_id": .string(person.id),
      "name": .string(person.name),
      "status": .string(person.status.rawValue),
      "status_since": .integer(person.statusSince),
      "call_sid": JSON(person.callSID),
      "mode": JSON(person.mode?.rawValue),
    ]
  }

  private func truth(of surface: SimulatedSurface) -> JSON {
    [
      "surface_id": .string(surface.id),
      "entity_id": .string(surface.entityID),
      "channel": .string(surface.channel.rawValue),
      "stage": .string(surface.stage.rawValue),
      "stage_since": .integer(surface.stageSince),
      "fields_count": .integer(surface.fields.count),
      "fields_saved": .array(surface.savedFields.map(JSON.string)),
      "review_required": surface.isReviewKnown ? .boolean(surface.reviewRequired) : nil,
      "reason": JSON(surface.reason),
      "original_surface_id": JSON(surface.originalID),
    ]
  }

  private func truth(of session: SimulatedTextSession) -> JSON {
    [
      "session_id": .string(session.id),
      "service_id": .string(session.service.id),
      "channel_kind": .string(session.channelKind),
      "entity_id": JSON(session.entityID),
      "started_at": .integer(session.startedAt),
    ]
  }
}
