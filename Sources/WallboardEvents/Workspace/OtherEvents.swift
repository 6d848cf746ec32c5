/// `encounter.updated`: A clinical encounter changed.
package struct EncounterUpdated: WorkspaceEventPayload {
  package var encounterEntityID: EntityID
  package var sessionID: Text

  package enum CodingKeys: String, CodingKey {
    case encounterEntityID = "encounter_entity_id"
    case sessionID = "session_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    encounterEntityID.short
  }
}

extension EncounterUpdated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    encounterEntityID = try fields.required("encounter_entity_id")
    sessionID = try fields.required("session_id")
  }
}

/// `review.submitted`: A reviewer decided.
package struct ReviewSubmitted: WorkspaceEventPayload {
  package var action: Open<ReviewAction>
  package var itemID: Text?
  package var entityID: EntityID?
  package var entityType: Text?
  package var count: Int?

  package enum CodingKeys: String, CodingKey {
    case action
    case itemID = "item_id"
    case entityID = "entity_id"
    case entityType = "entity_type"
    case count
  }

  package func summary(_ context: SummaryContext) -> String {
    action.words + (count.map { " \($0)" } ?? "") + (entityType.map { " of \($0)" } ?? "")
  }
}

extension ReviewSubmitted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    action = try fields.required("action")
    itemID = try fields.optional("item_id")
    entityID = try fields.optional("entity_id")
    entityType = try fields.optional("entity_type")
    count = try fields.optional("count")
  }
}

/// `self_image.brief_generated`: The narrative of an entity was written anew.
package struct SelfImageBriefGenerated: WorkspaceEventPayload {
  package var targetEntityID: EntityID
  package var targetEntityType: Text
  package var eventID: Text
  package var version: Text
  /// 0 to 1.
  package var confidence: Double
  package var eventCount: Int

  package enum CodingKeys: String, CodingKey {
    case targetEntityID = "target_entity_id"
    case targetEntityType = "target_entity_type"
    case eventID = "event_id"
    case version
    case confidence
    case eventCount = "event_count"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(targetEntityType) \(targetEntityID.short), version \(version)"
  }
}

extension SelfImageBriefGenerated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    targetEntityID = try fields.required("target_entity_id")
    targetEntityType = try fields.required("target_entity_type")
    eventID = try fields.required("event_id")
    version = try fields.required("version")
    confidence = try fields.required("confidence")
    eventCount = try fields.required("event_count")
  }
}

/// `simulation.turn_stored`: A simulated conversation went one turn on.
package struct SimulationTurnStored: WorkspaceEventPayload {
  package var serviceID: ServiceID
  package var runID: Text
  package var sessionID: Text
  package var turnIndex: Int
  package var stateBefore: Text
  package var stateAfter: Text
  package var isTerminal: Bool

  package enum CodingKeys: String, CodingKey {
    case serviceID = "service_id"
    case runID = "run_id"
    case sessionID = "session_id"
    case turnIndex = "turn_index"
    case stateBefore = "state_before"
    case stateAfter = "state_after"
    case isTerminal = "is_terminal"
  }

  package func summary(_ context: SummaryContext) -> String {
    let end = isTerminal ? ", last" : ""
    return "turn \(turnIndex), \(stateBefore) → \(stateAfter)\(end)"
  }
}

extension SimulationTurnStored {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    serviceID = try fields.required("service_id")
    runID = try fields.required("run_id")
    sessionID = try fields.required("session_id")
    turnIndex = try fields.required("turn_index")
    stateBefore = try fields.required("state_before")
    stateAfter = try fields.required("state_after")
    isTerminal = try fields.required("is_terminal")
  }
}
