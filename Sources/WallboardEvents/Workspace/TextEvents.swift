/// `text.agent_message`: The agent wrote to a patient.
package struct TextAgentMessage: WorkspaceEventPayload {
  package var conversationID: BoundedString
  package var text: Protected<BoundedString>?
  package var deliveryID: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case conversationID = "conversation_id"
    case text
    case deliveryID = "delivery_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    text.map(context.words) ?? ""
  }
}

extension TextAgentMessage {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    conversationID = try fields.textKey("conversation_id")
    text = fields.required("text")
    deliveryID = fields.optional("delivery_id")
  }
}

/// `text.background_result`: A tool that ran in the background of a text session ended.
package struct TextBackgroundResult: WorkspaceEventPayload {
  package var conversationID: BoundedString
  package var toolName: BoundedString?
  package var callID: BoundedString?
  package var succeeded: Bool?
  package var result: Protected<BoundedString>?
  /// How deep tools are nested, from 0.
  package var depth: Int?
  /// Milliseconds.
  package var durationMs: Double?

  private enum CodingKeys: String, CodingKey {
    case conversationID = "conversation_id"
    case toolName = "tool_name"
    case callID = "call_id"
    case succeeded
    case result
    case depth
    case durationMs = "duration_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    (toolName.map(context.said) ?? "a tool") + " "
      + (succeeded.map { $0 ? "succeeded" : "failed" } ?? "ended")
  }

  package var isProblem: Bool { succeeded == false }
}

extension TextBackgroundResult {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    conversationID = try fields.textKey("conversation_id")
    toolName = fields.required("tool_name")
    callID = fields.required("call_id")
    succeeded = fields.required("succeeded")
    result = fields.required("result")
    depth = fields.required("depth")
    durationMs = fields.optional("duration_ms")
  }
}

/// `text.completed`: A text session ended.
package struct TextCompleted: WorkspaceEventPayload {
  package var sessionID: SessionID
  /// Seconds.
  package var durationSeconds: Double?
  package var turnCount: Int?
  package var completionReason: BoundedString?
  package var finalState: BoundedString?
  package var channelKind: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case sessionID = "session_id"
    case durationSeconds = "duration_seconds"
    case turnCount = "turn_count"
    case completionReason = "completion_reason"
    case finalState = "final_state"
    case channelKind = "channel_kind"
  }

  package func summary(_ context: SummaryContext) -> String {
    let turns =
      (turnCount.map { context.counted($0, "turn") } ?? "ended")
      + (durationSeconds.map { " in \(context.duration($0))" } ?? "")
    return [channelKind.map(context.said), turns, finalState.map(context.said)].compactMap { $0 }
      .joined(separator: ", ")
  }
}

extension TextCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    sessionID = try fields.key("session_id")
    durationSeconds = fields.required("duration_seconds")
    turnCount = fields.required("turn_count")
    completionReason = fields.optional("completion_reason")
    finalState = fields.required("final_state")
    channelKind = fields.required("channel_kind")
  }
}

/// `text.started`: A text session began.
package struct TextStarted: WorkspaceEventPayload {
  package var sessionID: SessionID
  package var serviceID: ServiceID?
  package var channelKind: BoundedString?
  package var entityID: EntityID?

  private enum CodingKeys: String, CodingKey {
    case sessionID = "session_id"
    case serviceID = "service_id"
    case channelKind = "channel_kind"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    (channelKind.map(context.said) ?? "text")
      + (serviceID.map { " with \(context.name(of: $0))" } ?? "")
  }
}

extension TextStarted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    sessionID = try fields.key("session_id")
    serviceID = fields.required("service_id")
    channelKind = fields.required("channel_kind")
    entityID = fields.optional("entity_id")
  }
}

/// `text.tool_started`: A tool of a text session started.
package struct TextToolStarted: WorkspaceEventPayload {
  package var conversationID: BoundedString
  package var toolName: BoundedString?
  package var callID: BoundedString?
  /// How deep tools are nested, from 0.
  package var depth: Int?

  private enum CodingKeys: String, CodingKey {
    case conversationID = "conversation_id"
    case toolName = "tool_name"
    case callID = "call_id"
    case depth
  }

  package func summary(_ context: SummaryContext) -> String {
    toolName.map(context.said) ?? "a tool"
  }
}

extension TextToolStarted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    conversationID = try fields.textKey("conversation_id")
    toolName = fields.required("tool_name")
    callID = fields.required("call_id")
    depth = fields.required("depth")
  }
}
