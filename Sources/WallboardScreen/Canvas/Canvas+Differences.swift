extension Canvas {
  /// The columns from the first to the last cell of a row that is not as in `previous`, in whole
  /// glyphs; nil when there is none. Canvases of different sizes differ everywhere.
  package func changedColumns(ofRow y: Int, since previous: Canvas?) -> Range<Int>? {
    guard bounds.rows.contains(y) else { return nil }
    guard let previous, previous.size == size else { return bounds.columns }
    let indices = indices(ofRow: y, columns: bounds.columns)
    let isChanged = { (index: Int) in cells[index] != previous.cells[index] }
    guard var first = indices.first(where: isChanged), var last = indices.last(where: isChanged)
    else { return nil }
    if cells[first].glyph.isContinuation { first -= 1 }
    if cells[last].glyph.width == 2 { last += 1 }
    return (first - indices.lowerBound)..<(last + 1 - indices.lowerBound)
  }

  /// Some cells of a row, from left to right; none outside.
  package func row(_ y: Int, columns: Range<Int>) -> ArraySlice<Cell> {
    guard bounds.rows.contains(y) else { return [] }
    return cells[indices(ofRow: y, columns: columns.clamped(to: bounds.columns))]
  }
}
