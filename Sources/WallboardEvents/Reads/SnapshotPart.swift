/// The REST reads that complete the board (contract 3.1), in the order in which they are made.
package enum SnapshotSource: String, CaseIterable, Codable, Sendable {
  case services, calls, operators, escalations, surfaces
}

/// What one complete REST read found.
package enum SnapshotPart: Equatable, Sendable {
  case services([ServiceID: Text])
  /// `isComplete` says whether a call that is missing here is over.
  case calls([CallSnapshot], isComplete: Bool)
  case operators([OperatorSnapshot], isComplete: Bool)
  case escalations([EscalationSnapshot], isComplete: Bool)
  case surfaces([SurfaceSnapshot], isComplete: Bool)

  /// Which read it is.
  package var source: SnapshotSource {
    switch self {
    case .services: .services
    case .calls: .calls
    case .operators: .operators
    case .escalations: .escalations
    case .surfaces: .surfaces
    }
  }
}

/// A live call as `GET /operators/queue` or `GET /sessions/active` has it (contract 3.2).
package struct CallSnapshot: Equatable, Sendable, Codable {
  package var callSID: CallSID
  package var direction: Open<Direction>?
  package var serviceID: ServiceID?
  package var serviceName: Text?
  package var callerID: Protected<PersonalIdentifier>?
  /// When it began; where the platform gives an age instead, the read's time less that age.
  package var startedAt: Timestamp?
  package var escalationActive: Bool?
  package var riskLevel: Open<RiskLevel>?
  /// Why the platform ranks it high, such as `long_wait`.
  package var priorityReasons: [Text]
  /// The state of the conversation graph.
  package var currentState: Text?
  package var emotion: Text?
  package var turnCount: Int?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case serviceID = "service_id"
    case serviceName = "service_name"
    case callerID = "caller_id"
    case startedAt = "started_at"
    case escalationActive = "escalation_active"
    case riskLevel = "risk_level"
    case priorityReasons = "priority_reasons"
    case currentState = "current_state"
    case emotion
    case turnCount = "turn_count"
  }

  /// A live call of which nothing is known but its key.
  package init(callSID: CallSID) {
    self.callSID = callSID
    priorityReasons = []
  }
}

/// An operator as `GET /operators` has it (contract 3.3).
package struct OperatorSnapshot: Equatable, Sendable, Codable {
  package var operatorID: OperatorID
  package var name: Text?
  package var type: Text?
  package var status: Open<OperatorStatus>
  package var statusSince: Timestamp?
  package var activeCallSID: CallSID?

  private enum CodingKeys: String, CodingKey {
    case operatorID = "operator_id"
    case name
    case type
    case status
    case statusSince = "status_since"
    case activeCallSID = "active_call_sid"
  }

  /// An operator of that key and status.
  package init(operatorID: OperatorID, status: Open<OperatorStatus>) {
    self.operatorID = operatorID
    self.status = status
  }
}

/// An open escalation as `GET /operators/escalations/active` has it (contract 3.3).
package struct EscalationSnapshot: Equatable, Sendable, Codable {
  package var callSID: CallSID
  package var escalationID: EscalationID?
  package var status: Open<EscalationStatus>
  package var trigger: Open<EscalationTrigger>?
  package var requestedAt: Timestamp?
  package var connectedAt: Timestamp?
  package var operatorID: OperatorID?
  package var callerID: Protected<PersonalIdentifier>?
  package var direction: Open<Direction>?
  package var callStartedAt: Timestamp?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case escalationID = "escalation_id"
    case status
    case trigger
    case requestedAt = "requested_at"
    case connectedAt = "connected_at"
    case operatorID = "operator_id"
    case callerID = "caller_id"
    case direction
    case callStartedAt = "call_started_at"
  }

  /// An escalation of that call and status.
  package init(callSID: CallSID, status: Open<EscalationStatus>) {
    self.callSID = callSID
    self.status = status
  }
}

/// An open surface as `GET /surfaces` has it (contract 3.5).
package struct SurfaceSnapshot: Equatable, Sendable, Codable {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var title: Text?
  package var stage: SurfaceStage
  /// When it came to its stage, where the platform says so.
  package var stageSince: Timestamp?
  package var channel: Text?
  package var fieldsCount: Int?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case title
    case stage
    case stageSince = "stage_since"
    case channel
    case fieldsCount = "fields_count"
  }

  /// A surface of that key and stage.
  package init(surfaceID: SurfaceID, stage: SurfaceStage) {
    self.surfaceID = surfaceID
    self.stage = stage
  }
}
