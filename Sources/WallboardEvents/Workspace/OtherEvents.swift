/// `encounter.updated`: A clinical encounter changed.
package struct EncounterUpdated: WorkspaceEventPayload {
  package var encounterEntityID: EntityID
  package var sessionID: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case encounterEntityID = "encounter_entity_id"
    case sessionID = "session_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    encounterEntityID.short
  }
}

extension EncounterUpdated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    encounterEntityID = try fields.key("encounter_entity_id")
    sessionID = fields.required("session_id")
  }
}

/// `review.submitted`: A reviewer decided.
package struct ReviewSubmitted: WorkspaceEventPayload {
  package var action: OpenEnum<ReviewAction>?
  package var itemID: BoundedString?
  package var entityID: EntityID?
  package var entityType: BoundedString?
  package var count: Int?

  private enum CodingKeys: String, CodingKey {
    case action
    case itemID = "item_id"
    case entityID = "entity_id"
    case entityType = "entity_type"
    case count
  }

  package func summary(_ context: SummaryContext) -> String {
    (action.map(context.said) ?? "decided") + (count.map { " \($0)" } ?? "")
      + (entityType.map { " of \(context.said($0))" } ?? "")
  }
}

extension ReviewSubmitted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    action = fields.required("action")
    itemID = fields.optional("item_id")
    entityID = fields.optional("entity_id")
    entityType = fields.optional("entity_type")
    count = fields.optional("count")
  }
}

/// `self_image.brief_generated`: The narrative about an entity was rewritten.
package struct SelfImageBriefGenerated: WorkspaceEventPayload {
  package var targetEntityID: EntityID
  package var targetEntityType: BoundedString?
  package var eventID: BoundedString?
  package var version: BoundedString?
  /// 0 to 1.
  package var confidence: Double?
  package var eventCount: Int?

  private enum CodingKeys: String, CodingKey {
    case targetEntityID = "target_entity_id"
    case targetEntityType = "target_entity_type"
    case eventID = "event_id"
    case version
    case confidence
    case eventCount = "event_count"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(targetEntityType.map(context.said) ?? "entity") \(targetEntityID.short)"
      + (version.map { ", version \($0)" } ?? "")
  }
}

extension SelfImageBriefGenerated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    targetEntityID = try fields.key("target_entity_id")
    targetEntityType = fields.required("target_entity_type")
    eventID = fields.required("event_id")
    version = fields.required("version")
    confidence = fields.required("confidence")
    eventCount = fields.required("event_count")
  }
}

/// `simulation.turn_stored`: A turn of a simulated conversation was stored.
package struct SimulationTurnStored: WorkspaceEventPayload {
  package var serviceID: ServiceID?
  package var runID: BoundedString?
  package var sessionID: BoundedString
  package var turnIndex: Int?
  package var stateBefore: BoundedString?
  package var stateAfter: BoundedString?
  package var isTerminal: Bool?

  private enum CodingKeys: String, CodingKey {
    case serviceID = "service_id"
    case runID = "run_id"
    case sessionID = "session_id"
    case turnIndex = "turn_index"
    case stateBefore = "state_before"
    case stateAfter = "state_after"
    case isTerminal = "is_terminal"
  }

  package func summary(_ context: SummaryContext) -> String {
    let end = isTerminal == true ? ", last" : ""
    return "turn" + (turnIndex.map { " \($0)" } ?? "")
      + ", \(stateBefore.map(context.said) ?? "?") → "
      + (stateAfter.map(context.said) ?? "?") + end
  }
}

extension SimulationTurnStored {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    serviceID = fields.required("service_id")
    runID = fields.required("run_id")
    sessionID = try fields.textKey("session_id")
    turnIndex = fields.required("turn_index")
    stateBefore = fields.required("state_before")
    stateAfter = fields.required("state_after")
    isTerminal = fields.required("is_terminal")
  }
}
