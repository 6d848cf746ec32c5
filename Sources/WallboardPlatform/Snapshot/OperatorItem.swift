import WallboardEvents

/// An `OperatorResponse` of `GET /operators` (contract 3.3). E-mail and telephone are left where
/// they are.
struct OperatorItem: SnapshotItem {
  static let path = ["operators"]

  private let snapshot: OperatorSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var found = OperatorSnapshot(
      operatorID: try item.key("id"), status: item.word("status"))
    found.name = item.text("name")
    found.type = item.text("type")
    found.statusSince = item.moment("last_status_change")
    switch item.told("active_call_sid", Nameable<Identified.Call>.self) {
    case .nothing: break
    case .value(let call): found.activeCallSID = call.identifier
    case .unreadable: found.isCallUnreadable = true
    }
    snapshot = found
    value.collect(item)
  }

  static func part(of items: [OperatorItem], isComplete: Bool) -> SnapshotPart {
    .operators(items.map(\.snapshot), isComplete: isComplete)
  }
}
