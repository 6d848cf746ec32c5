extension Canvas {
  /// Draws text on one row, from `origin` to the right, over at most `width` columns and inside
  /// `clip`. A wide glyph that is cut by an edge becomes a space. Line breaks are drawn as spaces,
  /// unsafe scalars as `ScalarClass` says.
  ///
  /// - Returns: The columns that the text takes up to the right edge, so that drawing can go on
  ///   from there.
  @discardableResult
  package mutating func draw(
    _ text: String, at origin: Point, role: StyleRole = .text, emphasis: Emphasis = [],
    width: Int = .max, clip: Rect? = nil
  ) -> Int {
    let field = Rect(x: origin.x, y: origin.y, width: width, height: 1)
    let window = field.intersection(bounds).intersection(clip ?? bounds)
    guard !window.isEmpty else { return min(max(0, width), TextLayout.width(of: text)) }
    var pen = TextPen(row: origin.y, column: origin.x, window: window.columns)
    pen.role = role
    pen.emphasis = emphasis
    if text.isPrintableASCII {
      return drawASCII(text.utf8, with: pen)
    }
    return drawGlyphs(of: text, with: &pen) - origin.x
  }

  private mutating func drawASCII(_ text: String.UTF8View, with pen: TextPen) -> Int {
    let hidden = pen.window.lowerBound - pen.column
    let visible = text.dropFirst(hidden).prefix(pen.window.count)
    guard !visible.isEmpty else { return min(text.count, hidden + pen.window.count) }
    let start = pen.window.lowerBound
    let columns = start..<(start + visible.count)
    lines[pen.row].releaseEdges(of: columns)
    for (column, byte) in zip(columns, visible) {
      lines[pen.row][column] = pen.cell(Glyph(printableASCII: byte))
    }
    return hidden + visible.count
  }

  /// Returns the column after the last glyph.
  private mutating func drawGlyphs(of text: String, with pen: inout TextPen) -> Int {
    for glyph in GlyphReader(text) {
      guard pen.column < pen.window.upperBound else { break }
      draw(glyph, with: pen)
      pen.column += glyph.width
    }
    return min(pen.column, pen.window.upperBound)
  }

  private mutating func draw(_ glyph: Glyph, with pen: TextPen) {
    let wanted = pen.column..<(pen.column + glyph.width)
    let visible = wanted.clamped(to: pen.window)
    lines[pen.row].releaseEdges(of: visible)
    var shown = visible == wanted ? glyph : .space
    for column in visible {
      lines[pen.row][column] = pen.cell(shown)
      shown = .continuation
    }
  }
}
