/// `trigger.completed`: What a trigger started has ended.
package struct TriggerCompleted: WorkspaceEventPayload {
  package var triggerID: Text
  package var triggerName: Text
  package var status: Text

  package enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(triggerName): \(status)"
  }
}

extension TriggerCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    triggerID = try fields.required("trigger_id")
    triggerName = try fields.required("trigger_name")
    status = try fields.required("status")
  }
}

/// `trigger.failed`: What a trigger started has failed.
package struct TriggerFailed: WorkspaceEventPayload {
  package var triggerID: Text
  package var triggerName: Text
  package var status: Text

  package enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(triggerName): \(status)"
  }

  package var isProblem: Bool { true }
}

extension TriggerFailed {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    triggerID = try fields.required("trigger_id")
    triggerName = try fields.required("trigger_name")
    status = try fields.required("status")
  }
}

/// `trigger.fired`: A trigger fired.
package struct TriggerFired: WorkspaceEventPayload {
  package var triggerID: Text
  package var triggerName: Text
  package var manual: Bool?

  package enum CodingKeys: String, CodingKey {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case manual
  }

  package func summary(_ context: SummaryContext) -> String {
    triggerName.string + (manual == true ? ", by hand" : "")
  }
}

extension TriggerFired {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    triggerID = try fields.required("trigger_id")
    triggerName = try fields.required("trigger_name")
    manual = try fields.optional("manual")
  }
}
