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
