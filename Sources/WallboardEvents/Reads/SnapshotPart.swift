/// The REST reads that complete the board (contract 3.1), in the order in which they are made.
package enum SnapshotSource: String, CaseIterable, Encodable, FieldReadable, Sendable {
  case services, calls, operators, escalations, surfaces
}

/// What one REST read found, with all its pages.
package enum SnapshotPart: Equatable, Sendable {
  case services([ServiceID: BoundedString])
  case calls([CallSnapshot], isComplete: Bool)
  case operators([OperatorSnapshot], isComplete: Bool)
  case escalations([EscalationSnapshot], isComplete: Bool)
  case surfaces([SurfaceSnapshot], isComplete: Bool)

  package var source: SnapshotSource {
    switch self {
    case .services: .services
    case .calls: .calls
    case .operators: .operators
    case .escalations: .escalations
    case .surfaces: .surfaces
    }
  }

  /// Whether a call, operator and so on that is missing here is over or gone.
  package var isComplete: Bool {
    switch self {
    case .services: true
    case .calls(_, let isComplete), .operators(_, let isComplete), .escalations(_, let isComplete),
      .surfaces(_, let isComplete):
      isComplete
    }
  }
}

/// A live call as `GET /operators/queue` or `GET /sessions/active` has it (contract 3.2).
package struct CallSnapshot: Equatable, Sendable, Encodable {
  package var callSID: CallSID
  package var direction: OpenEnum<Direction>?
  package var serviceID: ServiceID?
  package var serviceName: BoundedString?
  package var callerID: Protected<PersonalIdentifier>?
  /// When it began; where the platform gives an age, the time of the read less that age.
  package var startedAt: Timestamp?
  package var escalationActive: Bool?
  package var riskLevel: OpenEnum<RiskLevel>?
  /// Why the platform ranks it high.
  package var priorityReasons: [OpenEnum<PriorityReason>]
  /// The state of the conversation graph.
  package var currentState: BoundedString?
  package var emotion: BoundedString?
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

extension CallSnapshot: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    callSID = try fields.key("call_sid")
    direction = fields.optional("direction")
    serviceID = fields.optional("service_id")
    serviceName = fields.optional("service_name")
    callerID = fields.optional("caller_id")
    startedAt = fields.optional("started_at")
    escalationActive = fields.optional("escalation_active")
    riskLevel = fields.optional("risk_level")
    priorityReasons = fields.required("priority_reasons") ?? []
    currentState = fields.optional("current_state")
    emotion = fields.optional("emotion")
    turnCount = fields.optional("turn_count")
    value.collect(fields)
  }
}

/// An operator as `GET /operators` has it (contract 3.3).
package struct OperatorSnapshot: Equatable, Sendable, Encodable {
  package var operatorID: OperatorID
  package var name: BoundedString?
  package var type: BoundedString?
  /// `nil` where it could not be read.
  package var status: OpenEnum<OperatorStatus>?
  package var statusSince: Timestamp?
  package var activeCallSID: CallSID?
  /// Whether the call could not be read: the operator may be on any, or on none. `nil` for no.
  package var isCallUnreadable: Bool?

  private enum CodingKeys: String, CodingKey {
    case operatorID = "operator_id"
    case name
    case type
    case status
    case statusSince = "status_since"
    case activeCallSID = "active_call_sid"
    case isCallUnreadable = "active_call_unreadable"
  }

  /// An operator of that key and status.
  package init(operatorID: OperatorID, status: OpenEnum<OperatorStatus>?) {
    self.operatorID = operatorID
    self.status = status
  }
}

extension OperatorSnapshot: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    operatorID = try fields.key("operator_id")
    name = fields.optional("name")
    type = fields.optional("type")
    status = fields.optional("status")
    statusSince = fields.optional("status_since")
    activeCallSID = fields.optional("active_call_sid")
    isCallUnreadable = fields.optional("active_call_unreadable")
    value.collect(fields)
  }
}

/// An open escalation as `GET /operators/escalations/active` has it (contract 3.3).
package struct EscalationSnapshot: Equatable, Sendable, Encodable {
  package var callSID: CallSID
  package var escalationID: EscalationID?
  /// `nil` where it could not be read.
  package var status: OpenEnum<EscalationStatus>?
  package var trigger: OpenEnum<EscalationTrigger>?
  package var requestedAt: Timestamp?
  package var connectedAt: Timestamp?
  package var operatorID: OperatorID?
  package var callerID: Protected<PersonalIdentifier>?
  package var direction: OpenEnum<Direction>?
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
  package init(callSID: CallSID, status: OpenEnum<EscalationStatus>?) {
    self.callSID = callSID
    self.status = status
  }
}

extension EscalationSnapshot: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    callSID = try fields.key("call_sid")
    escalationID = fields.optional("escalation_id")
    status = fields.optional("status")
    trigger = fields.optional("trigger")
    requestedAt = fields.optional("requested_at")
    connectedAt = fields.optional("connected_at")
    operatorID = fields.optional("operator_id")
    callerID = fields.optional("caller_id")
    direction = fields.optional("direction")
    callStartedAt = fields.optional("call_started_at")
    value.collect(fields)
  }
}

/// An open surface as `GET /surfaces` has it (contract 3.5).
package struct SurfaceSnapshot: Equatable, Sendable, Encodable {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var title: BoundedString?
  /// `nil` where it could not be read.
  package var stage: SurfaceStage?
  /// When it came to its stage, where the platform says so.
  package var stageSince: Timestamp?
  package var channel: BoundedString?
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
  package init(surfaceID: SurfaceID, stage: SurfaceStage?) {
    self.surfaceID = surfaceID
    self.stage = stage
  }
}

extension SurfaceSnapshot: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    surfaceID = try fields.key("surface_id")
    entityID = fields.optional("entity_id")
    title = fields.optional("title")
    stage = fields.optional("stage")
    stageSince = fields.optional("stage_since")
    channel = fields.optional("channel")
    fieldsCount = fields.optional("fields_count")
    value.collect(fields)
  }
}

/// What is known of a read beside what it found.
package struct ReadNotes: Equatable, Sendable {
  package var faults: FieldFaults
  /// Whether a list that is not complete still has all that the board shows: what is missing may be
  /// live, but would have no place there.
  package var tellsAll: Bool

  package init(faults: FieldFaults = FieldFaults(), tellsAll: Bool = false) {
    self.faults = faults
    self.tellsAll = tellsAll
  }
}
