extension Canvas {
  /// Fills an area with one character; the default clears it. A wide or unprintable character
  /// fills with spaces.
  package mutating func fill(
    _ area: Rect, with character: Character = " ", role: StyleRole = .text,
    emphasis: Emphasis = []
  ) {
    let cell = Cell(glyph: narrowGlyph(of: character), role: role, emphasis: emphasis)
    let area = area.intersection(bounds)
    for y in area.rows { lines[y].fill(area.columns, with: cell) }
  }

  /// Clears an area.
  package mutating func clear(_ area: Rect) {
    let area = area.intersection(bounds)
    for y in area.rows { lines[y].fill(area.columns, with: .blank) }
  }

  /// Adds emphasis to what is already drawn in an area: a selected row, a panel gone stale.
  package mutating func emphasize(_ area: Rect, _ emphasis: Emphasis) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for x in area.columns { lines[y][x].emphasis.formUnion(emphasis) }
    }
  }

  /// Gives what is already drawn in an area another role.
  package mutating func restyle(_ area: Rect, role: StyleRole) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for x in area.columns { lines[y][x].role = role }
    }
  }

  private func narrowGlyph(of character: Character) -> Glyph {
    var reader = GlyphReader(String(character))
    guard let glyph = reader.next(), glyph.width == 1 else { return .space }
    return glyph
  }
}
