/// Ways to move the cursor that a terminal may know.
struct CursorMoves: OptionSet {
  let rawValue: Int

  /// By the column alone: CHA (ECMA-48 8.3.9).
  static let toColumn = CursorMoves(rawValue: 1)
  /// By CR LF, behind the last column of a row too: such a terminal wraps only once a character
  /// follows there (`xenl` of terminfo).
  static let toNextLine = CursorMoves(rawValue: 2)

  /// What goes to a column of the row that the cursor stands in; the first is 0.
  func sequence(toColumn column: Int) -> [UInt8] {
    if contains(.toColumn) { return Array("\u{1B}[\(column + 1)G".utf8) }
    // CUF (ECMA-48 8.3.20), which the oldest of them have.
    return Array((column == 0 ? "\r" : "\r\u{1B}[\(column)C").utf8)
  }
}
