/// `call.ended`: A call ended; the last event of a call.
package struct CallEnded: WorkspaceEventPayload {
  package var callSID: CallSID
  package var direction: Open<Direction>
  /// Seconds.
  package var durationSeconds: Double
  package var completionReason: Open<CompletionReason>
  package var escalated: Bool?

  package enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case durationSeconds = "duration_seconds"
    case completionReason = "completion_reason"
    case escalated
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(callSID.short) \(completionReason.words) after \(context.duration(durationSeconds))"
  }

  package var isProblem: Bool { completionReason == .error || completionReason == .noInboundAudio }
}

extension CallEnded {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.required("call_sid")
    direction = try fields.required("direction")
    durationSeconds = try fields.required("duration_seconds")
    completionReason = try fields.required("completion_reason")
    escalated = try fields.optional("escalated")
  }
}

/// `call.escalated`: A call asks for a human.
package struct CallEscalated: WorkspaceEventPayload {
  package var callSID: CallSID
  package var escalationID: EscalationID
  package var trigger: Open<EscalationTrigger>
  package var reason: Protected<Text>

  package enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case escalationID = "escalation_id"
    case trigger
    case reason
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(callSID.short) by \(trigger.words): \(context.words(reason))"
  }
}

extension CallEscalated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.required("call_sid")
    escalationID = try fields.required("escalation_id")
    trigger = try fields.required("trigger")
    reason = try fields.required("reason")
  }
}

/// `call.started`: A call began.
package struct CallStarted: WorkspaceEventPayload {
  package var callSID: CallSID
  package var direction: Open<Direction>
  package var serviceID: ServiceID
  package var callerID: Protected<PersonalIdentifier>?

  package enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case serviceID = "service_id"
    case callerID = "caller_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    let caller = callerID.map { " from " + context.person($0, "caller") } ?? ""
    return "\(callSID.short) \(direction.words)\(caller) to \(context.name(of: serviceID))"
  }
}

extension CallStarted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.required("call_sid")
    direction = try fields.required("direction")
    serviceID = try fields.required("service_id")
    callerID = try fields.optional("caller_id")
  }
}
