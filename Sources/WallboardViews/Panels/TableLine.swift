import WallboardBoard
import WallboardScreen

/// What a row of a panel's table shows, and all that is needed to draw it.
protocol TableRow: Equatable {
  /// All columns of a table of that width, in their usual order.
  static func columns(in width: Int) -> [Column<Self>]
  /// Words across the whole line, in place of columns.
  var banner: StyledText? { get }
}

extension TableRow {
  var banner: StyledText? { nil }
}

/// The marks in the margin of a line.
struct LineMarks: Equatable {
  var recent: RecentMark?
  /// Whether it is the selected row of the panel that has the focus.
  var isSelected = false
  /// The place of its pane among all, from 1, where it is a call that is followed.
  var followedPlace: Int?

  fileprivate var signs: [Sign] {
    [recent?.sign, followedPlace.map { _ in .followed }, isSelected ? .selected : nil]
      .compactMap(\.self)
  }
}

/// The mark of a row that came, changed or ended a moment ago.
enum RecentMark: Equatable {
  case new, changed
  case ended(well: Bool?)

  fileprivate var sign: Sign {
    switch self {
    case .new: .new
    case .changed: .changed
    case .ended(well: true): .endedWell
    case .ended(well: false): .endedBadly
    case .ended(well: nil): .ended
    }
  }
}

/// A line of a table; without a row it is blank.
struct TableLine<Row: TableRow>: Region {
  let row: Row?
  let panel: Panel
  /// The thing that a press selects, even if it is no longer on the board.
  var id: RowID?
  let layout: ColumnLayout<Row>
  var marks = LineMarks()
  /// The words of the filter that is being typed, which are highlighted.
  var typed: [String]?

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard let row else { return }
    drawWords(of: row, in: area, on: &canvas)
    if let typed { canvas.highlight(typed, in: area) }
    if let recent = marks.recent { draw(recent, in: area, on: &canvas) }
    if let place = marks.followedPlace { draw(followed: place, in: area, on: &canvas) }
    if marks.isSelected { canvas.select(area) }
  }

  /// A press selects the row, a double press opens it.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    guard let id else { return [] }
    return [PressTarget(place: area, request: .intents([.select(panel, id)]), doubled: .open)]
  }

  func signs(_ glyphs: GlyphSet) -> [Sign] {
    guard let row else { return [] }
    let phrases = row.banner.map { [$0] } ?? layout.fields.map { $0.column.phrase(row, glyphs) }
    return phrases.compactMap(\.shownSign) + marks.signs
  }

  private func drawWords(of row: Row, in area: Rect, on canvas: inout Canvas) {
    if let banner = row.banner {
      let field = Rect(columns: layout.range, rows: area.rows)
      canvas.draw(banner, in: field, alignment: .center)
      return
    }
    for (column, range) in layout.fields {
      canvas.draw(
        column.phrase(row, canvas.glyphs), in: Rect(columns: range, rows: area.rows),
        alignment: column.alignment)
    }
  }

  /// In the margin, beside the pointer if that is there. An ended row is muted.
  private func draw(_ mark: RecentMark, in area: Rect, on canvas: inout Canvas) {
    let place = marks.isSelected ? Self.besidePointer(area) : area
    if case .ended = mark { canvas.restyle(area, role: .ended) }
    canvas.draw(StyledText(mark.sign, canvas.glyphs), in: place)
  }

  /// The number of its pane, and before that the sign where nothing else stands there.
  private func draw(followed place: Int, in area: Rect, on canvas: inout Canvas) {
    canvas.draw(StyledText(String(place), .speakerAgent), in: Self.besidePointer(area))
    guard marks.recent == nil else { return }
    canvas.draw(StyledText(String(canvas.glyphs.diamond), .speakerAgent), in: area)
  }

  private static func besidePointer(_ area: Rect) -> Rect {
    area.divided(at: 1, from: .left).remainder
  }
}

/// The titles of a table's columns.
struct ColumnTitles<Row: TableRow>: Region {
  let panel: Panel
  let layout: ColumnLayout<Row>
  let sort: SortOrder?

  func draw(in area: Rect, on canvas: inout Canvas) {
    let sorted = layout.titled(sort?.field)
    for (index, (column, range)) in layout.fields.enumerated() {
      let field = Rect(columns: range, rows: area.rows)
      var title = StyledText(column.title, .columnHeader)
      if let sort, index == sorted {
        title = StyledText(
          column.title + arrow(of: sort, beside: column.title, field, canvas.glyphs), .columnSorted)
      }
      canvas.draw(title, in: field, alignment: column.alignment)
    }
  }

  /// A press on a title sorts by its column.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    layout.fields.map { column, range in
      PressTarget(
        place: Rect(columns: range, rows: area.rows),
        request: .intents([.sort(panel, column.field)]))
    }
  }

  /// The arrow beside a title, with a space where there is room.
  private func arrow(
    of sort: SortOrder, beside title: String, _ field: Rect, _ glyphs: GlyphSet
  ) -> String {
    (title.utf8.count + 2 <= field.width ? " " : "") + String(sort.arrow(glyphs))
  }
}

extension SortOrder {
  /// The direction in which rows are sorted.
  func arrow(_ glyphs: GlyphSet) -> Character { isDescending ? glyphs.arrowDown : glyphs.arrowUp }
}

extension Canvas {
  /// Highlights the selected row, with the pointer before it.
  mutating func select(_ line: Rect) {
    draw(StyledText(.selected, glyphs), in: line)
    emphasizeSelected(line)
  }

  /// Highlights the line under a list's cursor, and makes its muted words readable.
  mutating func emphasizeSelected(_ line: Rect) {
    raiseQuietRoles(in: line)
    emphasize(line, .selected)
  }

  /// Gives muted words the role of text. On a selected row they would be hard to read and make it
  /// look torn.
  private mutating func raiseQuietRoles(in area: Rect) {
    for y in area.intersection(bounds).rows {
      for x in area.intersection(bounds).columns {
        let point = Point(x: x, y: y)
        guard let cell = cell(at: point), cell.role.isQuiet else { continue }
        restyle(Rect(origin: point, size: Size(width: 1, height: 1)), role: .text)
      }
    }
  }
}

extension StyleRole {
  fileprivate var isQuiet: Bool {
    self == .muted || self == .time || self == .masked || self == .label
  }
}

extension Canvas {
  /// Highlights the words wherever a drawn line has them.
  mutating func highlight(_ words: [String], in line: Rect) {
    let y = line.rows.lowerBound
    let cells = line.columns.compactMap { x in
      cell(at: Point(x: x, y: y)).flatMap { $0.glyph.isContinuation ? nil : (x, $0.glyph) }
    }
    let letters = cells.map { $0.1.base.properties.lowercaseMapping }
    for word in words where !word.isEmpty {
      let wanted = word.unicodeScalars.map(\.properties.lowercaseMapping)
      for start in letters.indices where letters[start...].starts(with: wanted) {
        for (x, glyph) in cells[start...].prefix(wanted.count) {
          restyle(Rect(x: x, y: y, width: glyph.width, height: 1), role: .match)
        }
      }
    }
  }
}
