import WallboardScreen

/// Rows under a title, each column as wide as its widest text.
struct TextTable {
  private let title: String
  private let columns: [String]
  /// Whether the title says how many rows there are.
  private let isCounted: Bool
  private var rows: [[String]] = []

  init(_ title: String, _ columns: [String], isCounted: Bool = true) {
    self.title = title
    self.columns = columns
    self.isCounted = isCounted
  }

  mutating func add(_ row: [String]) {
    rows.append(row.map { TextSafety.clean($0).marked })
  }

  var lines: [String] {
    guard !rows.isEmpty else { return ["\(title): none"] }
    let widths = columns.indices.map { column in
      ([columns] + rows).map { TextLayout.width(of: $0[column]) }.max() ?? 0
    }
    let heading = isCounted ? "\(title) (\(rows.count))" : title
    return [heading] + ([columns] + rows).map { line($0, widths) }
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = zip(row, widths).map { text, width in
      text + String(repeating: " ", count: max(0, width - TextLayout.width(of: text)))
    }
    var line = "  " + cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
