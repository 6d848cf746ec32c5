import WallboardEvents

/// An item of `GET /services` (contract 3.5), of which the board needs the name.
struct ServiceItem: SnapshotItem {
  static let path = ["services"]

  private let id: ServiceID
  private let name: Text

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    id = try item.required("id")
    name = try item.required("name")
  }

  static func part(of items: [ServiceItem], isComplete: Bool) -> SnapshotPart {
    .services(Dictionary(items.map { ($0.id, $0.name) }) { _, last in last })
  }
}
