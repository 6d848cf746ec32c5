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
  var lines: [[Cell]]

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

  /// The whole canvas.
  package var bounds: Rect { Rect(origin: .zero, size: size) }

  /// The cell at a point; nil outside.
  package func cell(at point: Point) -> Cell? {
    bounds.contains(point) ? lines[point.y][point.x] : nil
  }

  /// The cells of a row, from left to right; none outside.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard bounds.rows.contains(y) else { return [] }
    return lines[y][...]
  }
}

extension [Cell] {
  /// Before `columns` of a row are overwritten: blanks the other half of a wide glyph that would
  /// lose one of its halves at either end. Callers have clipped to the row.
  mutating func releaseEdges(of columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    if self[columns.lowerBound].glyph.isContinuation {
      self[columns.lowerBound - 1] = self[columns.lowerBound - 1].blanked
    }
    if self[columns.upperBound - 1].glyph.width == 2 {
      self[columns.upperBound] = self[columns.upperBound].blanked
    }
  }

  /// Puts the same cell into all of these columns.
  mutating func fill(_ columns: Range<Int>, with cell: Cell) {
    releaseEdges(of: columns)
    for column in columns { self[column] = cell }
  }
}
