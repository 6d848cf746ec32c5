import WallboardScreen

/// Lines of a table for other programs (RFC 4180).
enum CSV {
  /// A line but for its line feed; one ends in CR LF.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r"
  }

  /// What a spreadsheet would run gets an apostrophe in front.
  static func cell(_ text: String) -> String {
    let clean = TextSafety.clean(text).marked
    let safe = isFormula(text) || isFormula(clean) ? "'" + clean : clean
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// Spreadsheets run what begins like this as a formula; some do so behind a space.
  private static func isFormula(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, "\t\r".unicodeScalars.contains(first) { return true }
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    return first.map("=+-@＝＋－＠".unicodeScalars.contains) == true
  }
}
