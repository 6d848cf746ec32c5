/// `encounter.updated`: A clinical encounter changed.
package struct EncounterUpdated: WorkspaceEventPayload {
  package static let name = "encounter.updated"
  package var encounterEntityID: EntityID
  package var sessionID: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case encounterEntityID = "encounter_entity_id"
    case sessionID = "session_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    encounterEntityID.short
  }
}

/// `review.submitted`: A reviewer decided.
package struct ReviewSubmitted: WorkspaceEventPayload {
  package static let name = "review.submitted"
  package var action: Open<ReviewAction>
  package var itemID: Text?
  package var entityID: EntityID?
  package var entityType: Text?
  package var count: Int?

  package enum CodingKeys: String, CodingKey, CaseIterable {
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

/// `self_image.brief_generated`: The narrative of an entity was written anew.
package struct SelfImageBriefGenerated: WorkspaceEventPayload {
  package static let name = "self_image.brief_generated"
  package var targetEntityID: EntityID
  package var targetEntityType: Text
  package var eventID: Text
  package var version: Text
  /// 0 to 1.
  package var confidence: Double
  package var eventCount: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
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

/// `simulation.turn_stored`: A simulated conversation went one turn on.
package struct SimulationTurnStored: WorkspaceEventPayload {
  package static let name = "simulation.turn_stored"
  package var serviceID: ServiceID
  package var runID: Text
  package var sessionID: Text
  package var turnIndex: Int
  package var stateBefore: Text
  package var stateAfter: Text
  package var isTerminal: Bool

  package enum CodingKeys: String, CodingKey, CaseIterable {
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
