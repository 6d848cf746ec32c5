import WallboardEvents

/// An `ActiveEscalationItem` of `GET /operators/escalations/active` (contract 3.3). Without a call
/// there is no place for it on the board.
struct EscalationItem: SnapshotItem {
  static let path = ["operators", "escalations", "active"]

  private let snapshot: EscalationSnapshot

  private enum Key: String, CodingKey {
    case callSID = "call_sid"
    case escalationID = "escalation_id"
    case status, trigger, direction
    case requestedAt = "requested_at"
    case connectedAt = "connected_at"
    case operatorID = "operator_entity_id"
    case callerID = "caller_id"
    case phoneNumber = "phone_number"
    case startedAt = "started_at"
  }

  init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    var found = EscalationSnapshot(
      callSID: try item.decode(CallSID.self, forKey: .callSID),
      status: try item.decode(Open<EscalationStatus>.self, forKey: .status))
    found.escalationID = item.readable(EscalationID.self, .escalationID)
    found.trigger = item.readable(Open<EscalationTrigger>.self, .trigger)
    found.requestedAt = item.moment(.requestedAt)
    found.connectedAt = item.moment(.connectedAt)
    found.operatorID = item.readable(OperatorID.self, .operatorID)
    found.callerID = item.person(.callerID) ?? item.person(.phoneNumber)
    found.direction = item.readable(Open<Direction>.self, .direction)
    found.callStartedAt = item.moment(.startedAt)
    snapshot = found
  }

  static func part(of items: [EscalationItem], isComplete: Bool) -> SnapshotPart {
    .escalations(items.map(\.snapshot), isComplete: isComplete)
  }
}
