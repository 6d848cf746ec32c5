import WallboardEvents

/// An `ActiveEscalationItem` of `GET /operators/escalations/active` (contract 3.3). One that names no
/// call, as the contract allows, has no place on the board.
struct EscalationItem: SnapshotItem {
  static let path = ["operators", "escalations", "active"]

  private let snapshot: EscalationSnapshot?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    guard let callSID = try Self.call(&item) else {
      snapshot = nil
      return
    }
    var found = EscalationSnapshot(callSID: callSID, status: item.word("status"))
    found.escalationID = item.identifier("escalation_id")
    found.trigger = item.optional("trigger")
    found.requestedAt = item.moment("requested_at")
    found.connectedAt = item.moment("connected_at")
    found.operatorID = item.identifier("operator_entity_id")
    found.callerID = item.person("caller_id") ?? item.person("phone_number")
    found.direction = item.optional("direction")
    found.callStartedAt = item.moment("started_at")
    snapshot = found
    value.collect(item)
  }

  private static func call(_ item: inout FieldReader) throws(FieldFault) -> CallSID? {
    switch item.told("call_sid", CallSID.self) {
    case .nothing: nil
    case .value(let callSID): callSID
    case .unreadable: throw FieldFault(.unreadable).in("call_sid")
    }
  }

  var hasPlace: Bool { snapshot != nil }

  static func part(of items: [EscalationItem], isComplete: Bool) -> SnapshotPart {
    .escalations(items.compactMap(\.snapshot), isComplete: isComplete)
  }
}
