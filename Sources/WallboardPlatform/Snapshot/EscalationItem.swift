import WallboardEvents

/// An `ActiveEscalationItem` of `GET /operators/escalations/active` (contract 3.3). Without a call
/// there is no place for it on the board.
struct EscalationItem: SnapshotItem {
  static let path = ["operators", "escalations", "active"]

  private let snapshot: EscalationSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var found = EscalationSnapshot(
      callSID: try item.required("call_sid"),
      status: try item.required("status"))
    found.escalationID = item.readable("escalation_id")
    found.trigger = item.readable("trigger")
    found.requestedAt = item.moment("requested_at")
    found.connectedAt = item.moment("connected_at")
    found.operatorID = item.readable("operator_entity_id")
    found.callerID = item.person("caller_id") ?? item.person("phone_number")
    found.direction = item.readable("direction")
    found.callStartedAt = item.moment("started_at")
    snapshot = found
  }

  static func part(of items: [EscalationItem], isComplete: Bool) -> SnapshotPart {
    .escalations(items.map(\.snapshot), isComplete: isComplete)
  }
}
