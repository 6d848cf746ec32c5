/// `trigger.completed`: What a trigger started has ended.
package struct TriggerCompleted: WorkspaceEventPayload {
  package static let name = "trigger.completed"
  package var triggerID: Text
  package var triggerName: Text
  package var status: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(triggerName): \(status)"
  }
}

/// `trigger.failed`: What a trigger started has failed.
package struct TriggerFailed: WorkspaceEventPayload {
  package static let name = "trigger.failed"
  package var triggerID: Text
  package var triggerName: Text
  package var status: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(triggerName): \(status)"
  }

  package var isProblem: Bool { true }
}

/// `trigger.fired`: A trigger fired.
package struct TriggerFired: WorkspaceEventPayload {
  package static let name = "trigger.fired"
  package var triggerID: Text
  package var triggerName: Text
  package var manual: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case triggerID = "trigger_id"
    case triggerName = "trigger_name"
    case manual
  }

  package func summary(_ context: SummaryContext) -> String {
    triggerName.string + (manual == true ? ", by hand" : "")
  }
}
