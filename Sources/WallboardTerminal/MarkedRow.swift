import WallboardScreen

/// Which glyphs carry a ``GlyphMark``.
enum GlyphMarking {
  case none
  case all

  /// Not the one in the last column of the last row, which ncurses writes somewhere else and moves
  /// there, where it cannot keep the terminal from scrolling (`rmam` of terminfo).
  case exceptCorner
}

/// A row of a canvas, and the marks that its glyphs have to carry.
struct MarkedRow {
  let cells: ArraySlice<Cell>
  /// Whether it is the canvas's last one.
  let isLast: Bool

  /// The columns with the glyph before them and the one after them.
  func widened(_ columns: Range<Int>) -> Range<Int> {
    var (first, end) = (columns.lowerBound, columns.upperBound)
    if first > cells.startIndex { first -= 1 }
    if first > cells.startIndex, cells[first].glyph.isContinuation { first -= 1 }
    if end < cells.endIndex { end += cells[end].glyph.width }
    return first..<min(end, cells.endIndex)
  }

  /// The mark of a cell that is written as so many scalars.
  func mark(at column: Int, scalarCount: Int, _ marking: GlyphMarking) -> GlyphMark? {
    let glyph = cells[column].glyph
    // What covers a blank does no harm.
    guard marking != .none, glyph != .space else { return nil }
    guard glyph.widthDoubt != .none else { return neighborMark(at: column) }
    let isAtEdge = column + glyph.width == cells.endIndex
    if isAtEdge, isLast, marking == .exceptCorner { return nil }
    return .position(
      GlyphPosition(
        column: column, width: glyph.width, scalarCount: scalarCount,
        isAmbiguous: glyph.widthDoubt == .ambiguous, isAtEdge: isAtEdge))
  }

  private func neighborMark(at column: Int) -> GlyphMark? {
    let neighbors = neighbors(ofCellAt: column).filter { $0.glyph.widthDoubt != .none }
    guard !neighbors.isEmpty else { return nil }
    return .neighbor(Int(neighbors.hashValue.magnitude % UInt(GlyphMark.neighbors)))
  }

  /// Those that may cover the cell: the one before it, and one after it that the row ends with, which
  /// may stand further to the left than it ought to.
  private func neighbors(ofCellAt column: Int) -> [Cell] {
    var result: [Cell] = []
    var before = column - 1
    if before > cells.startIndex, cells[before].glyph.isContinuation { before -= 1 }
    if before >= cells.startIndex { result.append(cells[before]) }
    let after = column + cells[column].glyph.width
    if after == cells.endIndex - 1 { result.append(cells[after]) }
    return result
  }
}
