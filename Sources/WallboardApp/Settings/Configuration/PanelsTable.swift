import WallboardBoard

/// `[panels.PANEL]`: the columns of each panel, and by what its rows are sorted.
struct PanelsTable {
  private enum Key: String, CaseIterable {
    case columns, sort
  }

  private(set) var layout = Layout()

  init(_ table: ConfigurationValue?) throws {
    for entry in try table?.entries() ?? [] {
      let panel = try entry.name(Panel.self)
      layout.panels[panel] = try Self.layout(of: panel, entry.value)
    }
  }

  private static func layout(of panel: Panel, _ table: ConfigurationValue) throws -> PanelLayout {
    var layout = PanelLayout()
    for entry in try table.entries() {
      switch try entry.name(Key.self) {
      case .columns: layout.columns = try columns(of: panel, entry.value)
      case .sort: layout.sort = try sort(of: panel, entry.value)
      }
    }
    return layout
  }

  private static func columns(of panel: Panel, _ value: ConfigurationValue) throws -> [Field] {
    let words = try value.words()
    guard !words.isEmpty else { throw value.error("names no column; \(choices(of: panel))") }
    var columns: [Field] = []
    for word in words {
      guard let field = Field(rawValue: word), panel.fields.contains(field) else {
        throw value.error("has “\(word)”, which is no column; \(choices(of: panel))")
      }
      guard !columns.contains(field) else { throw value.error("has “\(word)” twice") }
      columns.append(field)
    }
    return columns
  }

  private static func sort(of panel: Panel, _ value: ConfigurationValue) throws -> SortOrder {
    guard case .text(let text) = value.content, let order = SortOrder(text),
      panel.fields.contains(order.field)
    else {
      throw value.error(
        isNot: "a column, with asc or desc behind it if need be; \(choices(of: panel))")
    }
    return order
  }

  private static func choices(of panel: Panel) -> String {
    "the columns are " + panel.fields.map(\.rawValue).joined(separator: ", ")
  }
}
