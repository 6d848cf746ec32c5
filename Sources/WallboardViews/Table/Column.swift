import WallboardBoard
import WallboardScreen

/// One column of a table.
struct Column<Row>: Sendable {
  /// What it shows; columns of one field are shown and hidden together.
  let field: Field
  let title: String
  /// The columns that it takes at least.
  let width: Int
  /// The columns from which on it can be read well: before that, the least useful columns give way.
  let good: Int
  /// The columns that it takes at most.
  let widest: Int
  /// How soon it goes when there is no room: the highest goes first, 0 never.
  private(set) var rank: Int
  let alignment: Alignment
  let phrase: @Sendable (Row, GlyphSet) -> Phrase

  init(
    _ field: Field, _ width: Int, good: Int? = nil, to widest: Int? = nil, rank: Int,
    title: String? = nil, alignment: Alignment = .left,
    phrase: @escaping @Sendable (Row, GlyphSet) -> Phrase
  ) {
    self.field = field
    self.title = title ?? field.title
    self.width = width
    self.good = good ?? width
    self.widest = max(widest ?? width, good ?? width)
    self.rank = rank
    self.alignment = alignment
    self.phrase = phrase
  }
}

extension Column {
  /// Whether it gives way to columns that could not be read well beside it.
  var isExtra: Bool { rank > 5 }

  /// The column as one that a person asked for: it stays as long as nearly nothing else does.
  fileprivate var wanted: Column {
    var column = self
    column.rank = min(rank, 1)
    return column
  }
}

extension PanelView {
  /// The columns of a table that the person wants to see, in their order.
  func columns<Row>(_ all: [Column<Row>], of panel: Panel) -> [Column<Row>] {
    ColumnChoice(panel, columns).shown.flatMap { field in
      all.filter { $0.field == field }
        .map { panel.defaultColumns.contains(field) ? $0 : $0.wanted }
    }
  }
}
