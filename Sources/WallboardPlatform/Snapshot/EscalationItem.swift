import WallboardEvents

/// An `ActiveEscalationItem` of `GET /operators/escalations/active` (contract 3.3). Without a call
/// there is no place for it on the board.
struct EscalationItem: SnapshotItem {
  static let path = ["operators", "escalations", "active"]

  private let snapshot: EscalationSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    let callSID = try item.key("call_sid", CallSID.self)
    let status = item.required("status", Open<EscalationStatus>.self)
    var found = EscalationSnapshot(callSID: callSID, status: status ?? .known(.requested))
    found.escalationID = item.optional("escalation_id")
    found.trigger = item.optional("trigger")
    found.requestedAt = item.moment("requested_at")
    found.connectedAt = item.moment("connected_at")
    found.operatorID = item.optional("operator_entity_id")
    found.callerID = item.person("caller_id") ?? item.person("phone_number")
    found.direction = item.optional("direction")
    found.callStartedAt = item.moment("started_at")
    // Whoever is on this list asked for a human. Without a word about it, one whom nobody is known to
    // have answered waits.
    if status == nil, found.connectedAt != nil || found.operatorID != nil {
      found.status = .known(.connected)
    }
    snapshot = found
  }

  static func part(of items: [EscalationItem], isComplete: Bool) -> SnapshotPart {
    .escalations(items.map(\.snapshot), isComplete: isComplete)
  }
}
