extension Canvas {
  /// The columns from the first to the last cell of a row that is not as in `previous`, in whole
  /// glyphs; nil when there is none. Canvases of different sizes differ everywhere.
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

  /// Some cells of a row, from left to right; none outside.
  package func row(_ y: Int, columns: Range<Int>) -> ArraySlice<Cell> {
    guard bounds.rows.contains(y) else { return [] }
    return lines[y][columns.clamped(to: bounds.columns)]
  }

  /// Takes over a row of a canvas of the same size.
  package mutating func adopt(row y: Int, of other: Canvas) {
    guard other.size == size, bounds.rows.contains(y) else { return }
    lines[y] = other.lines[y]
  }
}
