extension Canvas {
  /// Fills an area with one character; the default clears it. A wide or unprintable character
  /// fills with spaces.
  package mutating func fill(
    _ area: Rect, with character: Character = " ", role: StyleRole = .text,
    emphasis: Emphasis = []
  ) {
    let glyph = narrowGlyph(of: character)
    let area = area.intersection(bounds)
    for y in area.rows {
      releaseEdges(ofRow: y, columns: area.columns)
      for index in indices(ofRow: y, columns: area.columns) {
        cells[index] = Cell(glyph: glyph, role: role, emphasis: emphasis)
      }
    }
  }

  /// Adds emphasis to what is already drawn in an area: a selected row, a panel gone stale.
  package mutating func emphasize(_ area: Rect, _ emphasis: Emphasis) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for index in indices(ofRow: y, columns: area.columns) {
        cells[index].emphasis.formUnion(emphasis)
      }
    }
  }

  /// Gives what is already drawn in an area another role.
  package mutating func restyle(_ area: Rect, role: StyleRole) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for index in indices(ofRow: y, columns: area.columns) {
        cells[index].role = role
      }
    }
  }

  private func narrowGlyph(of character: Character) -> Glyph {
    var reader = GlyphReader(String(character))
    guard let glyph = reader.next(), glyph.width == 1 else { return .space }
    return glyph
  }
}
