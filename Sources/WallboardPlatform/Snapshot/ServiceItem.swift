import WallboardEvents

/// An item of `GET /services` (contract 3.5), of which the board needs the name.
struct ServiceItem: SnapshotItem {
  static let path = ["services"]

  private let id: ServiceID
  private let name: Text?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    id = try item.key("id")
    name = item.required("name")
    value.collect(item)
  }

  static func part(of items: [ServiceItem], isComplete: Bool) -> SnapshotPart {
    .services(
      Dictionary(items.compactMap { item in item.name.map { (item.id, $0) } }) { _, last in last })
  }
}
