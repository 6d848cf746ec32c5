/// `text.agent_message`: The agent wrote to a patient.
package struct TextAgentMessage: WorkspaceEventPayload {
  package static let name = "text.agent_message"
  package var conversationID: Text
  package var text: Protected<Text>
  package var deliveryID: Text?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case conversationID = "conversation_id"
    case text
    case deliveryID = "delivery_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.words(text)
  }
}

/// `text.background_result`: A tool that ran in the background of a text session ended.
package struct TextBackgroundResult: WorkspaceEventPayload {
  package static let name = "text.background_result"
  package var conversationID: Text
  package var toolName: Text
  package var callID: Text
  package var succeeded: Bool
  package var result: Protected<Text>
  /// How deep tools are nested, from 0.
  package var depth: Int
  /// Milliseconds.
  package var durationMs: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case conversationID = "conversation_id"
    case toolName = "tool_name"
    case callID = "call_id"
    case succeeded
    case result
    case depth
    case durationMs = "duration_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(toolName) \(succeeded ? "succeeded" : "failed")"
  }

  package var isProblem: Bool { !succeeded }
}

/// `text.completed`: A text session ended.
package struct TextCompleted: WorkspaceEventPayload {
  package static let name = "text.completed"
  package var sessionID: SessionID
  /// Seconds.
  package var durationSeconds: Double
  package var turnCount: Int
  package var completionReason: Text?
  package var finalState: Text
  package var channelKind: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case sessionID = "session_id"
    case durationSeconds = "duration_seconds"
    case turnCount = "turn_count"
    case completionReason = "completion_reason"
    case finalState = "final_state"
    case channelKind = "channel_kind"
  }

  package func summary(_ context: SummaryContext) -> String {
    let turns = "\(turnCount) turns in \(context.duration(durationSeconds))"
    return "\(channelKind), \(turns), \(finalState)"
  }
}

/// `text.started`: A text session began.
package struct TextStarted: WorkspaceEventPayload {
  package static let name = "text.started"
  package var sessionID: SessionID
  package var serviceID: ServiceID
  package var channelKind: Text
  package var entityID: EntityID?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case sessionID = "session_id"
    case serviceID = "service_id"
    case channelKind = "channel_kind"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(channelKind) with \(context.name(of: serviceID))"
  }
}

/// `text.tool_started`: A tool of a text session started.
package struct TextToolStarted: WorkspaceEventPayload {
  package static let name = "text.tool_started"
  package var conversationID: Text
  package var toolName: Text
  package var callID: Text
  /// How deep tools are nested, from 0.
  package var depth: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case conversationID = "conversation_id"
    case toolName = "tool_name"
    case callID = "call_id"
    case depth
  }

  package func summary(_ context: SummaryContext) -> String {
    toolName.string
  }
}
