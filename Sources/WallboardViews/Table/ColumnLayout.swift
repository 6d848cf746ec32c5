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
    while chosen.count > 1,
      let last = chosen.indices.max(by: { chosen[$0].rank < chosen[$1].rank }),
      needed(by: chosen, chosen[last].isExtra ? \.good : \.width) > width
    {
      chosen.remove(at: last)
    }
    return chosen
  }

  private static func needed(
    by columns: [Column<Thing>], _ width: KeyPath<Column<Thing>, Int>
  ) -> Int {
    columns.reduce(0) { $0 + $1[keyPath: width] } + gap * (columns.count - 1)
  }

  /// Gives the spare room to the columns that can use it, a cell at a time, so that all grow alike.
  private static func widths(of columns: [Column<Thing>], in width: Int) -> [Int] {
    var widths = columns.map(\.width)
    var spare = width - needed(by: columns, \.width)
    for goal in [\Column<Thing>.good, \.widest] {
      var growing = columns.indices.filter { widths[$0] < columns[$0][keyPath: goal] }
      while spare > 0, !growing.isEmpty {
        for index in growing where spare > 0 {
          widths[index] += 1
          spare -= 1
        }
        growing.removeAll { widths[$0] >= columns[$0][keyPath: goal] }
      }
    }
    return widths
  }
}
