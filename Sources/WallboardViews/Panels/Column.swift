import WallboardBoard
import WallboardScreen

/// One column of a table.
struct Column<Row>: Sendable {
  /// What it shows. Columns of one field are shown and hidden together.
  let field: Field
  let title: String
  /// Its least width.
  private(set) var width: Int
  /// The width from which it is easy to read. Before it gets less, the least useful columns are
  /// dropped.
  private(set) var good: Int
  /// Its greatest width.
  private(set) var widest: Int
  /// Its least width while identifiers are shown; `nil` where it has none.
  let revealedWidth: Int?
  /// Which column is dropped first where there is no room: the highest rank; 0 never.
  private(set) var rank: Int
  let alignment: Alignment
  let phrase: @Sendable (Row, GlyphSet) -> StyledText

  init(
    _ field: Field, _ width: Int, good: Int? = nil, to widest: Int? = nil, revealed: Int? = nil,
    rank: Int, title: String? = nil, alignment: Alignment = .left,
    phrase: @escaping @Sendable (Row, GlyphSet) -> StyledText
  ) {
    self.field = field
    self.title = title ?? field.title
    self.width = width
    self.good = good ?? width
    self.widest = max(widest ?? width, good ?? width)
    revealedWidth = revealed
    self.rank = rank
    self.alignment = alignment
    self.phrase = phrase
  }

  /// Whether it is dropped so that others have the width from which they are easy to read.
  fileprivate var isExtra: Bool { rank > 5 }

  /// The column as one that the user chose: it is dropped only after nearly all others.
  fileprivate var wanted: Column {
    var column = self
    column.rank = min(rank, 1)
    return column
  }

  /// The column while identifiers are shown: it has room for a whole one, and is not dropped, for
  /// somebody asked to see it.
  var revealed: Column {
    guard let revealedWidth else { return self }
    var column = self
    column.width = max(width, revealedWidth)
    column.good = max(good, revealedWidth)
    column.widest = max(widest, revealedWidth * 2)
    column.rank = 0
    return column
  }
}

extension PanelView {
  /// The columns of a table that the user wants to see, in order.
  func columns<Row>(_ all: [Column<Row>], of panel: Panel) -> [Column<Row>] {
    ColumnChoice(panel, columns).shown.flatMap { field in
      all.filter { $0.field == field }
        .map { panel.defaultColumns.contains(field) ? $0 : $0.wanted }
    }
  }
}

/// Which columns of a table fit, and where they stand.
///
/// Layouts of one row type are equal if their columns have the same titles and places: what a
/// column shows depends on the row type and the width alone.
struct ColumnLayout<Row>: Equatable {
  private static var gap: Int { 1 }

  /// The whole table's columns.
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

  /// The index of the column that names the field: one field may have several columns.
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

  /// Gives spare room to the columns that can use it, a cell at a time, so that all grow alike.
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
