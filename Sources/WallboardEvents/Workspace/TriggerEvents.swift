/// `trigger.completed`: What a trigger started has ended.
package struct TriggerCompleted: WorkspaceEventPayload {
  package var triggerID: Text
  package var triggerName: Text?
  package var status: Text?

  package enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: triggerName, triggerID) + (status.map { ": \($0)" } ?? "")
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
  package var triggerID: Text
  package var triggerName: Text?
  package var status: Text?

  package enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: triggerName, triggerID) + (status.map { ": \($0)" } ?? "")
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
  package var triggerID: Text
  package var triggerName: Text?
  package var manual: Bool?

  package enum CodingKeys: String, CodingKey {
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
