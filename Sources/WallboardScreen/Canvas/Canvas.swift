/// A screen full of cells. Views draw into it; whatever falls outside is clipped, never trapped.
///
/// Invariant: a glyph that is two columns wide is followed by its continuation in the same row, and
/// a continuation follows such a glyph. So the widths of a row always add up to the canvas's width.
package struct Canvas: Equatable, Sendable {
  /// The largest canvas: a terminal that claims to be larger is drawn in part.
  package static let maximumSize = Size(width: 1_000, height: 500)

  package let size: Size

  /// Row by row, `size.width` cells each.
  var cells: [Cell]

  /// Creates a blank canvas, cut to `maximumSize`.
  package init(size: Size) {
    self.size = Size(
      width: min(size.width, Self.maximumSize.width),
      height: min(size.height, Self.maximumSize.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  /// The whole canvas.
  package var bounds: Rect { Rect(origin: .zero, size: size) }

  /// The cell at a point; nil outside.
  package func cell(at point: Point) -> Cell? {
    bounds.contains(point) ? cells[index(of: point)] : nil
  }

  /// The cells of a row, from left to right; none outside.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard bounds.rows.contains(y) else { return [] }
    return cells[indices(ofRow: y, columns: bounds.columns)]
  }

  // The three functions below are the only arithmetic on indices; callers have clipped to `bounds`.

  func index(of point: Point) -> Int {
    point.y * size.width + point.x
  }

  func indices(ofRow y: Int, columns: Range<Int>) -> Range<Int> {
    let start = y * size.width
    return (start + columns.lowerBound)..<(start + columns.upperBound)
  }

  /// Before `columns` of a row are overwritten: blanks the other half of a wide glyph that would
  /// lose one of its halves at either end.
  mutating func releaseEdges(ofRow y: Int, columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    let range = indices(ofRow: y, columns: columns)
    if cells[range.lowerBound].glyph.isContinuation {
      cells[range.lowerBound - 1] = cells[range.lowerBound - 1].blanked
    }
    if cells[range.upperBound - 1].glyph.width == 2 {
      cells[range.upperBound] = cells[range.upperBound].blanked
    }
  }
}
