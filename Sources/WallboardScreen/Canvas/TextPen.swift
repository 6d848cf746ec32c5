/// Where and how the next glyph of a text is drawn.
struct TextPen {
  let row: Int
  var column: Int

  /// The columns that may be drawn on.
  let window: Range<Int>

  var role = StyleRole.text
  var emphasis: Emphasis = []

  init(row: Int, column: Int, window: Range<Int>) {
    self.row = row
    self.column = column
    self.window = window
  }

  func cell(_ glyph: Glyph) -> Cell {
    Cell(glyph: glyph, role: role, emphasis: emphasis)
  }
}
