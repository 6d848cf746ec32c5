import WallboardEvents

/// An `OperatorResponse` of `GET /operators` (contract 3.3). E-mail and telephone are left where
/// they are.
struct OperatorItem: SnapshotItem {
  static let path = ["operators"]

  private let snapshot: OperatorSnapshot

  private enum Key: String, CodingKey {
    case id, name, type, status
    case lastStatusChange = "last_status_change"
    case activeCallSID = "active_call_sid"
  }

  init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    var found = OperatorSnapshot(
      operatorID: try item.decode(OperatorID.self, forKey: .id),
      status: try item.decode(Open<OperatorStatus>.self, forKey: .status))
    found.name = item.text(.name)
    found.type = item.text(.type)
    found.statusSince = item.moment(.lastStatusChange)
    found.activeCallSID = item.readable(CallSID.self, .activeCallSID)
    snapshot = found
  }

  static func part(of items: [OperatorItem], isComplete: Bool) -> SnapshotPart {
    .operators(items.map(\.snapshot), isComplete: isComplete)
  }
}
