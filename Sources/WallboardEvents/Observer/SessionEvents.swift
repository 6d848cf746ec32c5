/// `session_info`: What is known of the call when an observer connects.
package struct SessionInfo: EventPayload {
  package var callSID: CallSID
  package var serviceID: BoundedString?
  package var workspaceID: BoundedString?
  package var callerID: Protected<PersonalIdentifier>?
  /// Seconds since 1970, presumably; 0 where nobody knows.
  package var startTime: Double?
  package var currentState: BoundedString?
  package var direction: OpenEnum<Direction>?
  /// The age of the call, in seconds.
  package var durationSeconds: Double?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case serviceID = "service_id"
    case workspaceID = "workspace_id"
    case callerID = "caller_id"
    case startTime = "start_time"
    case currentState = "current_state"
    case direction
    case durationSeconds = "duration_seconds"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(callSID.short), \(context.duration(durationSeconds ?? 0)) old"
      + (currentState.map { $0.isEmpty ? "" : ", in \(context.said($0))" } ?? "")
  }
}

extension SessionInfo {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    serviceID = fields.optional("service_id")
    workspaceID = fields.optional("workspace_id")
    callerID = fields.optional("caller_id")
    startTime = fields.optional("start_time")
    currentState = fields.optional("current_state")
    direction = fields.optional("direction")
    durationSeconds = fields.optional("duration_seconds")
  }
}

/// `session_start`: The voice session began.
package struct SessionStart: EventPayload {
  package var callSID: BoundedString?
  package var sessionID: BoundedString?
  package var serviceID: BoundedString?
  package var workspaceID: BoundedString?
  package var initialState: BoundedString?
  package var traceID: BoundedString?
  package var mode: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case sessionID = "session_id"
    case serviceID = "service_id"
    case workspaceID = "workspace_id"
    case initialState = "initial_state"
    case traceID = "trace_id"
    case mode
  }

  package func summary(_ context: SummaryContext) -> String {
    "call connected" + (initialState.map { " in \(context.said($0))" } ?? "")
  }
}

extension SessionStart {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = fields.optional("call_sid")
    sessionID = fields.optional("session_id")
    serviceID = fields.optional("service_id")
    workspaceID = fields.optional("workspace_id")
    initialState = fields.optional("initial_state")
    traceID = fields.optional("trace_id")
    mode = fields.optional("mode")
  }
}

/// `session_end`: The voice session is over; the natural last event.
package struct SessionEnd: EventPayload {
  package var callSID: BoundedString?
  package var sessionID: BoundedString?
  package var durationSeconds: Double?
  package var turns: Int?
  package var completionReason: BoundedString?
  package var finalState: BoundedString?
  package var traceID: BoundedString?
  package var hasRecording: Bool?
  package var emotionalSummary: Protected<JSONValue>?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case sessionID = "session_id"
    case durationSeconds = "duration_s"
    case turns
    case completionReason = "completion_reason"
    case finalState = "final_state"
    case traceID = "trace_id"
    case hasRecording = "has_recording"
    case emotionalSummary = "emotional_summary"
  }

  package func summary(_ context: SummaryContext) -> String {
    "call over" + (reason.map { ": \(context.said($0))" } ?? "")
      + (durationSeconds.map { " after " + context.duration($0) } ?? "")
  }
}

extension SessionEnd {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = fields.optional("call_sid")
    sessionID = fields.optional("session_id")
    durationSeconds = fields.optional("duration_s")
    turns = fields.optional("turns")
    completionReason = fields.optional("completion_reason")
    finalState = fields.optional("final_state")
    traceID = fields.optional("trace_id")
    hasRecording = fields.optional("has_recording")
    emotionalSummary = fields.optional("emotional_summary")
  }

  /// Why the call ended; `nil` where nobody knows.
  package var reason: OpenEnum<CompletionReason>? {
    completionReason.flatMap { $0.isEmpty ? nil : OpenEnum($0.string) }
  }
}
