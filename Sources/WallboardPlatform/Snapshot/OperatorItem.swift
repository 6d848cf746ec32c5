import WallboardEvents

/// An `OperatorResponse` of `GET /operators` (contract 3.3). E-mail and telephone are left where
/// they are.
struct OperatorItem: SnapshotItem {
  static let path = ["operators"]

  private let snapshot: OperatorSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var found = OperatorSnapshot(
      operatorID: try item.key("id"), status: item.required("status"))
    found.name = item.text("name")
    found.type = item.text("type")
    found.statusSince = item.moment("last_status_change")
    found.activeCallSID = item.optional("active_call_sid")
    snapshot = found
  }

  static func part(of items: [OperatorItem], isComplete: Bool) -> SnapshotPart {
    .operators(items.map(\.snapshot), isComplete: isComplete)
  }
}
