/// `call.ended`: A call ended; the last event of a call.
package struct CallEnded: WorkspaceEventPayload {
  package var callSID: CallSID
  package var direction: OpenEnum<Direction>?
  /// Seconds.
  package var durationSeconds: Double?
  package var completionReason: OpenEnum<CompletionReason>?
  package var escalated: Bool?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case durationSeconds = "duration_seconds"
    case completionReason = "completion_reason"
    case escalated
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(callSID.short) \(completionReason.map(context.said) ?? "ended")"
      + (durationSeconds.map { " after \(context.duration($0))" } ?? "")
  }

  package var isProblem: Bool { completionReason == .error || completionReason == .noInboundAudio }
}

extension CallEnded {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    direction = fields.required("direction")
    durationSeconds = fields.required("duration_seconds")
    completionReason = fields.required("completion_reason")
    escalated = fields.optional("escalated")
  }
}

/// `call.escalated`: A call asks for a human.
package struct CallEscalated: WorkspaceEventPayload {
  package var callSID: CallSID
  package var escalationID: EscalationID?
  package var trigger: OpenEnum<EscalationTrigger>?
  package var reason: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case escalationID = "escalation_id"
    case trigger
    case reason
  }

  package func summary(_ context: SummaryContext) -> String {
    let who = trigger.map {
      context.telling(people: ", \($0.spoken)", programs: " by \($0.words)")
    }
    return callSID.short + (who ?? context.telling(people: "", programs: " asks for a human"))
      + (reason.map { ": \(context.words($0))" } ?? "")
  }
}

extension CallEscalated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    escalationID = fields.required("escalation_id")
    trigger = fields.required("trigger")
    reason = fields.required("reason")
  }
}

/// `call.started`: A call began.
package struct CallStarted: WorkspaceEventPayload {
  package var callSID: CallSID
  package var direction: OpenEnum<Direction>?
  package var serviceID: ServiceID?
  package var callerID: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case serviceID = "service_id"
    case callerID = "caller_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    let isOutbound = direction == .known(.outbound)
    let caller = callerID.map {
      (isOutbound ? " to " : " from ") + context.person($0, "caller")
    }
    let service = serviceID.map { (isOutbound ? " from " : " to ") + context.name(of: $0) }
    let ends = (isOutbound ? [service, caller] : [caller, service]).compactMap(\.self).joined()
    return "\(callSID.short) \(direction.map(context.said) ?? "started")\(ends)"
  }
}

extension CallStarted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    direction = fields.required("direction")
    serviceID = fields.required("service_id")
    callerID = fields.optional("caller_id")
  }
}
