/// Lines under construction: words go onto the last line while they fit.
struct LineWrapper {
  private let width: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(word: String) {
    let columns = TextLayout.width(of: word)
    if used > 0, used + 1 + columns <= width {
      append(" ", columns: 1)
    } else if used > 0 {
      breakLine()
    }
    if columns <= width {
      append(word, columns: columns)
    } else {
      addPieces(of: word)
    }
  }

  /// The finished lines, at least one.
  mutating func finish() -> [String] {
    if used > 0 || lines.isEmpty { breakLine() }
    return lines
  }

  private mutating func addPieces(of word: String) {
    for glyph in GlyphReader(word) {
      if used > 0, used + glyph.width > width { breakLine() }
      glyph.append(to: &line)
      used += glyph.width
    }
  }

  private mutating func append(_ text: String, columns: Int) {
    line += text
    used += columns
  }

  private mutating func breakLine() {
    lines.append(line)
    line = ""
    used = 0
  }
}
