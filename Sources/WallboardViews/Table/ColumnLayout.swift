import WallboardScreen

/// Which columns of a table there is room for, and where they stand.
struct ColumnLayout<Thing> {
  /// The free column between two.
  static var gap: Int { 1 }

  private(set) var fields: [(column: Column<Thing>, range: Range<Int>)] = []

  init(_ columns: [Column<Thing>], in range: Range<Int>) {
    let chosen = Self.chosen(from: columns, width: range.count)
    let widths = Self.widths(of: chosen, in: range.count)
    var start = range.lowerBound
    for (column, width) in zip(chosen, widths) {
      let end = min(start + width, range.upperBound)
      fields.append((column, start..<max(start, end)))
      start = max(start, end) + Self.gap
      if start >= range.upperBound { break }
    }
  }

  private static func chosen(from columns: [Column<Thing>], width: Int) -> [Column<Thing>] {
    var chosen = columns
    while chosen.count > 1, needed(by: chosen) > width {
      let leastUseful = chosen.indices.max { chosen[$0].rank < chosen[$1].rank }
      chosen.remove(at: leastUseful ?? chosen.endIndex - 1)
    }
    return chosen
  }

  private static func needed(by columns: [Column<Thing>]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap * (columns.count - 1)
  }

  /// Gives the spare room to the columns that can use it, a cell at a time, so that all grow alike.
  private static func widths(of columns: [Column<Thing>], in width: Int) -> [Int] {
    var widths = columns.map(\.width)
    var spare = width - needed(by: columns)
    var growing = columns.indices.filter { widths[$0] < columns[$0].widest }
    while spare > 0, !growing.isEmpty {
      for index in growing where spare > 0 {
        widths[index] += 1
        spare -= 1
      }
      growing.removeAll { widths[$0] >= columns[$0].widest }
    }
    return widths
  }
}
