/// Glyphs that terminals for East Asian fonts draw in two columns, and others in one (Unicode's annex 11
/// calls them ambiguous): the terminal is asked where it stands behind them (CPR, ECMA-48 8.3.14).
package enum WidthSample {
  /// Of each kind that boards and names are made of.
  private static let glyphs = "éαя…€↑↔─█▲●◐▶"
  /// In the first row, the answer would read as a function key that was pressed with Shift (xterm).
  private static let row = 2

  /// Rows and columns that it takes, where glyphs are wide.
  package static let room = Size(width: 1 + 2 * glyphs.count, height: row)

  /// Draws them on an empty screen, asks, and leaves it empty, with the cursor at home.
  package static let question = Array("\u{1B}[\(row);1H\(glyphs)\u{1B}[6n\r\u{1B}[K\u{1B}[H".utf8)

  /// Whether each of them has taken one column.
  package static func isNarrow(endingAt column: Int) -> Bool { column == 1 + glyphs.count }

  /// The column that a report of the cursor's place says; `nil` for a key.
  static func column(of parameters: some StringProtocol) -> Int? {
    let place = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard place.count == 2, place[0] == row, let column = place[1], column > 0 else { return nil }
    return column
  }
}
