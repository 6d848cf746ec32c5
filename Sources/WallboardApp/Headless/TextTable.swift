import WallboardScreen

/// Rows of text, safe to print, each column as wide as its widest text.
struct TextTable {
  private let titles: [String]
  private var rows: [[String]] = []

  /// Without titles the first row is the first line.
  init(_ titles: [String] = []) {
    self.titles = titles
  }

  var count: Int { rows.count }

  mutating func add(_ row: [String]) {
    rows.append(row.map { TextSafety.clean($0).marked })
  }

  var lines: [String] {
    let all = titles.isEmpty ? rows : [titles] + rows
    let count = all.map(\.count).max() ?? 0
    // Nothing stands behind the last column, which may be long.
    let widths = (0..<max(0, count - 1)).map { column in
      all.map { column < $0.count ? TextLayout.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return all.map { line($0, widths) }
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = row.enumerated().map { column, text in
      let room = column < widths.count ? widths[column] - TextLayout.width(of: text) : 0
      return text + String(repeating: " ", count: max(0, room))
    }
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// A table under its title.
struct TitledTable {
  private let title: String
  /// Whether the title says how many rows there are.
  private let isCounted: Bool
  private var table: TextTable

  init(_ title: String, _ columns: [String], isCounted: Bool = true) {
    self.title = title
    self.isCounted = isCounted
    table = TextTable(columns)
  }

  mutating func add(_ row: [String]) {
    table.add(row)
  }

  var lines: [String] {
    guard table.count > 0 else { return ["\(title): none"] }
    let heading = isCounted ? "\(title) (\(table.count))" : title
    return [heading] + table.lines.map { "  " + $0 }
  }
}
