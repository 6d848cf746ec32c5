/// `trigger.completed`: What a trigger started has ended.
package struct TriggerCompleted: WorkspaceEventPayload {
  package var triggerID: BoundedString
  package var triggerName: BoundedString?
  package var status: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: triggerName, triggerID) + (status.map { ": \(context.said($0))" } ?? "")
  }
}

extension TriggerCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    triggerID = try fields.textKey("trigger_id")
    triggerName = fields.required("trigger_name")
    status = fields.required("status")
  }
}

/// `trigger.failed`: What a trigger started has failed.
package struct TriggerFailed: WorkspaceEventPayload {
  package var triggerID: BoundedString
  package var triggerName: BoundedString?
  package var status: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: triggerName, triggerID) + (status.map { ": \(context.said($0))" } ?? "")
  }

  package var isProblem: Bool { true }
}

extension TriggerFailed {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    triggerID = try fields.textKey("trigger_id")
    triggerName = fields.required("trigger_name")
    status = fields.required("status")
  }
}

/// `trigger.fired`: A trigger fired.
package struct TriggerFired: WorkspaceEventPayload {
  package var triggerID: BoundedString
  package var triggerName: BoundedString?
  package var manual: Bool?

  private enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case manual
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: triggerName, triggerID) + (manual == true ? ", by hand" : "")
  }
}

extension TriggerFired {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    triggerID = try fields.textKey("trigger_id")
    triggerName = fields.required("trigger_name")
    manual = fields.optional("manual")
  }
}

/// `pipeline.error`: A data source could not be read.
package struct PipelineError: WorkspaceEventPayload {
  package var dataSourceID: BoundedString
  package var error: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case dataSourceID = "data_source_id"
    case error
  }

  package func summary(_ context: SummaryContext) -> String {
    context.short(dataSourceID) + (error.map { ": \(context.words($0))" } ?? "")
  }

  package var isProblem: Bool { true }
}

extension PipelineError {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dataSourceID = try fields.textKey("data_source_id")
    error = fields.required("error")
  }
}

/// `pipeline.sync_completed`: A data source was read.
package struct PipelineSyncCompleted: WorkspaceEventPayload {
  package var dataSourceID: BoundedString
  package var eventCount: Int?
  /// Milliseconds.
  package var durationMs: Int?

  private enum CodingKeys: String, CodingKey {
    case dataSourceID = "data_source_id"
    case eventCount = "event_count"
    case durationMs = "duration_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.short(dataSourceID) + (eventCount.map { ", " + context.counted($0, "event") } ?? "")
      + (durationMs.map { " in \($0) ms" } ?? "")
  }
}

extension PipelineSyncCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dataSourceID = try fields.textKey("data_source_id")
    eventCount = fields.required("event_count")
    durationMs = fields.required("duration_ms")
  }
}

/// `integration.approval_granted`: A gated tool was allowed.
package struct IntegrationApprovalGranted: WorkspaceEventPayload {
  package var conversationID: BoundedString

  private enum CodingKeys: String, CodingKey {
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
  package var conversationID: BoundedString
  package var reason: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
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
