import WallboardBoard
import WallboardScreen

/// Which columns of a table there is room for, and where they stand.
///
/// Those of one row's type that stand at the same places are the same: what a column shows of a row
/// depends on the type and the width alone.
struct ColumnLayout<Row>: Equatable {
  /// The free column between two.
  static var gap: Int { 1 }

  /// Where all of them stand.
  let range: Range<Int>
  private(set) var fields: [(column: Column<Row>, range: Range<Int>)] = []

  init(_ columns: [Column<Row>], in range: Range<Int>) {
    self.range = range
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

  static func == (left: ColumnLayout, right: ColumnLayout) -> Bool {
    left.range == right.range && left.fields.count == right.fields.count
      && zip(left.fields, right.fields).allSatisfy { one, other in
        one.range == other.range && one.column.field == other.column.field
          && one.column.title == other.column.title
      }
  }

  /// The column of that field whose title names it.
  func titled(_ field: Field?) -> Int? {
    fields.firstIndex { $0.column.field == field && !$0.column.title.isEmpty }
      ?? fields.firstIndex { $0.column.field == field }
  }

  private static func chosen(from columns: [Column<Row>], width: Int) -> [Column<Row>] {
    var chosen = columns
    while chosen.count > 1,
      let last = chosen.indices.max(by: { chosen[$0].rank < chosen[$1].rank }),
      needed(by: chosen, chosen[last].isExtra ? { $0.good } : { $0.width }) > width
    {
      chosen.remove(at: last)
    }
    return chosen
  }

  private static func needed(by columns: [Column<Row>], _ width: (Column<Row>) -> Int) -> Int {
    columns.reduce(0) { $0 + width($1) } + gap * (columns.count - 1)
  }

  /// Gives the spare room to the columns that can use it, a cell at a time, so that all grow alike.
  private static func widths(of columns: [Column<Row>], in width: Int) -> [Int] {
    var widths = columns.map(\.width)
    var spare = width - needed(by: columns) { $0.width }
    for goals in [columns.map(\.good), columns.map(\.widest)] {
      var growing = columns.indices.filter { widths[$0] < goals[$0] }
      while spare > 0, !growing.isEmpty {
        for index in growing where spare > 0 {
          widths[index] += 1
          spare -= 1
        }
        growing.removeAll { widths[$0] >= goals[$0] }
      }
    }
    return widths
  }
}
