/// `integration.approval_granted`: A gated tool was allowed.
package struct IntegrationApprovalGranted: WorkspaceEventPayload {
  package var conversationID: Text

  package enum CodingKeys: String, CodingKey {
    case conversationID = "conversation_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.short(conversationID)
  }
}

extension IntegrationApprovalGranted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    conversationID = try fields.textKey("conversation_id")
  }
}

/// `integration.approval_rejected`: A gated tool was refused.
package struct IntegrationApprovalRejected: WorkspaceEventPayload {
  package var conversationID: Text
  package var reason: Protected<Text>?

  package enum CodingKeys: String, CodingKey {
    case conversationID = "conversation_id"
    case reason
  }

  package func summary(_ context: SummaryContext) -> String {
    context.short(conversationID) + (reason.map { ": " + context.words($0) } ?? "")
  }

  package var isProblem: Bool { true }
}

extension IntegrationApprovalRejected {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    conversationID = try fields.textKey("conversation_id")
    reason = fields.optional("reason")
  }
}
