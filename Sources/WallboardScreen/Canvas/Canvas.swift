/// A screen full of cells. Views draw into it; whatever falls outside is clipped, never trapped.
///
/// Invariant: a glyph that is two columns wide is followed by its continuation in the same row, and
/// a continuation follows such a glyph. So the widths of a row always add up to the canvas's width.
package struct Canvas: Equatable, Sendable {
  /// The largest canvas: a terminal that claims to be larger is drawn in part.
  package static let maximumSize = Size(width: 1_000, height: 500)

  package let size: Size
  /// What is drawn with besides text, and what text can be made of.
  package let glyphs: GlyphSet

  /// Row by row, `size.width` cells each. A row is an array of its own, so that copies of a canvas
  /// share the rows that none of them has changed, and are quickly compared.
  private var lines: [[Cell]]

  /// Creates a blank canvas, cut to `maximumSize`.
  package init(size: Size, glyphs: GlyphSet = .unicode) {
    self.glyphs = glyphs
    self.size = Size(
      width: min(size.width, Self.maximumSize.width),
      height: min(size.height, Self.maximumSize.height))
    let line = Array(repeating: Cell.blank, count: self.size.width)
    lines = Array(repeating: line, count: self.size.height)
  }

  /// Whether the same is seen on both, whatever it was drawn with.
  package static func == (left: Canvas, right: Canvas) -> Bool {
    left.size == right.size && left.lines == right.lines
  }

  package var bounds: Rect { Rect(origin: .zero, size: size) }

  /// `nil` outside.
  package func cell(at point: Point) -> Cell? {
    bounds.contains(point) ? lines[point.y][point.x] : nil
  }

  /// The cells of a row, from left to right; none outside.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    row(y, columns: bounds.columns)
  }

  /// Some cells of a row, from left to right; none outside.
  package func row(_ y: Int, columns: Range<Int>) -> ArraySlice<Cell> {
    guard bounds.rows.contains(y) else { return [] }
    return lines[y][columns.clamped(to: bounds.columns)]
  }
}

extension Canvas {
  /// Fills an area with one character; the default clears it. A wide or unprintable character
  /// fills with spaces.
  package mutating func fill(
    _ area: Rect, with character: Character = " ", role: StyleRole = .text,
    emphasis: Emphasis = []
  ) {
    let cell = Cell(glyph: narrowGlyph(of: character), role: role, emphasis: emphasis)
    let area = area.intersection(bounds)
    for y in area.rows { lines[y].fill(area.columns, with: cell) }
  }

  package mutating func clear(_ area: Rect) {
    let area = area.intersection(bounds)
    for y in area.rows { lines[y].fill(area.columns, with: .blank) }
  }

  /// Adds emphasis to what is already drawn in an area: a selected row, a panel gone stale.
  package mutating func emphasize(_ area: Rect, _ emphasis: Emphasis) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for x in area.columns { lines[y][x].emphasis.formUnion(emphasis) }
    }
  }

  /// Gives what is already drawn in an area another role.
  package mutating func restyle(_ area: Rect, role: StyleRole) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for x in area.columns { lines[y][x].role = role }
    }
  }

  private func narrowGlyph(of character: Character) -> Glyph {
    var reader = GlyphReader(String(character))
    guard let glyph = reader.next(), glyph.width == 1 else { return .space }
    return glyph
  }
}

extension Canvas {
  /// Draws a frame along the inside of an area; nothing when the area is too small for one.
  package mutating func drawBox(_ area: Rect, role: StyleRole = .border) {
    guard area.width >= 2, area.height >= 2 else { return }
    for side in [Edge.left, .right] {
      fill(area.divided(at: 1, from: side).slice, with: glyphs.vertical, role: role)
    }
    drawUpperEdge(in: area.row(0), role: role)
    drawLowerEdge(in: area.row(area.height - 1), role: role)
  }

  /// Draws the upper side of a frame with its corners.
  package mutating func drawUpperEdge(in line: Rect, role: StyleRole) {
    drawEdge(in: line, glyphs.topLeft, glyphs.horizontal, glyphs.topRight, role)
  }

  /// Draws the lower side of a frame with its corners.
  package mutating func drawLowerEdge(in line: Rect, role: StyleRole) {
    drawEdge(in: line, glyphs.bottomLeft, glyphs.horizontal, glyphs.bottomRight, role)
  }

  private mutating func drawEdge(
    in line: Rect, _ left: Character, _ middle: Character, _ right: Character, _ role: StyleRole
  ) {
    fill(line, with: middle, role: role)
    fill(line.divided(at: 1, from: .left).slice, with: left, role: role)
    fill(line.divided(at: 1, from: .right).slice, with: right, role: role)
  }
}

extension Canvas {
  /// Draws text on one row, from `origin` to the right, over at most `width` columns and inside
  /// `clip`. A wide glyph that is cut by an edge becomes a space. Line breaks are drawn as spaces,
  /// unsafe scalars as `ScalarClass` says.
  ///
  /// - Returns: The columns that the text takes up to the right edge, so that drawing can go on
  ///   from there.
  @discardableResult
  package mutating func draw(
    _ text: String, at origin: Point, role: StyleRole = .text, emphasis: Emphasis = [],
    width: Int = .max, clip: Rect? = nil
  ) -> Int {
    let field = Rect(x: origin.x, y: origin.y, width: width, height: 1)
    let window = field.intersection(bounds).intersection(clip ?? bounds)
    guard !window.isEmpty else { return min(max(0, width), TextLayout.width(of: text)) }
    var pen = TextPen(
      row: origin.y, column: origin.x, window: window.columns, role: role, emphasis: emphasis)
    if text.isPrintableASCII {
      return drawASCII(text.utf8, with: pen)
    }
    return drawGlyphs(of: text, with: &pen) - origin.x
  }

  private mutating func drawASCII(_ text: String.UTF8View, with pen: TextPen) -> Int {
    let hidden = pen.window.lowerBound - pen.column
    let visible = text.dropFirst(hidden).prefix(pen.window.count)
    guard !visible.isEmpty else { return min(text.count, hidden + pen.window.count) }
    let start = pen.window.lowerBound
    let columns = start..<(start + visible.count)
    lines[pen.row].releaseEdges(of: columns)
    for (column, byte) in zip(columns, visible) {
      lines[pen.row][column] = pen.cell(Glyph(printableASCII: byte))
    }
    return hidden + visible.count
  }

  /// Returns the column after the last glyph.
  private mutating func drawGlyphs(of text: String, with pen: inout TextPen) -> Int {
    for glyph in GlyphReader(text) {
      guard pen.column < pen.window.upperBound else { break }
      draw(glyph, with: pen)
      pen.column += glyph.width
    }
    return min(pen.column, pen.window.upperBound)
  }

  private mutating func draw(_ glyph: Glyph, with pen: TextPen) {
    let wanted = pen.column..<(pen.column + glyph.width)
    let visible = wanted.clamped(to: pen.window)
    lines[pen.row].releaseEdges(of: visible)
    var shown = visible == wanted ? glyph : .space
    for column in visible {
      lines[pen.row][column] = pen.cell(shown)
      shown = .continuation
    }
  }
}

extension Canvas {
  /// The columns from the first to the last cell of a row that is not as in `previous`, in whole
  /// glyphs; `nil` when there is none. Canvases of different sizes differ everywhere.
  package func changedColumns(ofRow y: Int, since previous: Canvas?) -> Range<Int>? {
    guard bounds.rows.contains(y) else { return nil }
    guard let previous, previous.size == size else { return bounds.columns }
    let (line, before) = (lines[y], previous.lines[y])
    // Rows that were not touched since are one and the same array: nothing is compared.
    guard line != before else { return nil }
    let isChanged = { (x: Int) in line[x] != before[x] }
    guard var first = line.indices.first(where: isChanged),
      var last = line.indices.last(where: isChanged)
    else { return nil }
    if line[first].glyph.isContinuation { first -= 1 }
    if line[last].glyph.width == 2 { last += 1 }
    return first..<(last + 1)
  }

  /// Takes over a row of a canvas of the same size.
  package mutating func adopt(row y: Int, of other: Canvas) {
    guard other.size == size, bounds.rows.contains(y) else { return }
    lines[y] = other.lines[y]
  }
}

extension Canvas {
  /// The text of every row, all of the same width, for tests and for saving a view to a file.
  package var rows: [String] {
    bounds.rows.map { y in
      var text = ""
      for cell in row(y) {
        cell.glyph.append(to: &text)
      }
      return text
    }
  }

  /// The roles of every row as runs, such as `border*1 title*8 text+selected*71`, for tests.
  package var roleRows: [String] {
    bounds.rows.map { y in
      var runs = RoleRuns()
      for cell in row(y) {
        runs.add(cell)
      }
      return runs.description
    }
  }
}

/// Where and how the next glyph of a text is drawn.
private struct TextPen {
  let row: Int
  var column: Int
  /// The columns that may be drawn on.
  let window: Range<Int>
  let role: StyleRole
  let emphasis: Emphasis

  func cell(_ glyph: Glyph) -> Cell {
    Cell(glyph: glyph, role: role, emphasis: emphasis)
  }
}

extension [Cell] {
  /// Before `columns` of a row are overwritten: blanks the other half of a wide glyph that would
  /// lose one of its halves at either end. Callers have clipped to the row.
  fileprivate mutating func releaseEdges(of columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    if self[columns.lowerBound].glyph.isContinuation {
      self[columns.lowerBound - 1] = self[columns.lowerBound - 1].blanked
    }
    if self[columns.upperBound - 1].glyph.width == 2 {
      self[columns.upperBound] = self[columns.upperBound].blanked
    }
  }

  /// Puts the same cell into all of these columns.
  fileprivate mutating func fill(_ columns: Range<Int>, with cell: Cell) {
    releaseEdges(of: columns)
    for column in columns { self[column] = cell }
  }
}
