/// Text measured and fitted in columns.
package enum TextLayout {
  /// The columns that a text takes on one line.
  package static func width(of text: String) -> Int {
    if text.isPrintableASCII { return text.utf8.count }
    return GlyphReader(text).reduce(0) { $0 + $1.width }
  }

  /// The text, or when it is wider than `width`, its beginning and the ellipsis; never wider than
  /// `width`.
  package static func truncated(
    _ text: String, to width: Int, ellipsis: Character = "…"
  ) -> String {
    guard Self.width(of: text) > width else { return text }
    let mark = String(ellipsis)
    let room = width - Self.width(of: mark)
    guard room >= 0 else { return "" }
    return prefix(of: text, columns: room) + mark
  }

  /// The text in a field of exactly `width` columns: truncated when too wide, else padded.
  package static func fitted(
    _ text: String, to width: Int, alignment: Alignment = .left, ellipsis: Character = "…"
  ) -> String {
    let text = truncated(text, to: width, ellipsis: ellipsis)
    let room = max(0, width - Self.width(of: text))
    switch alignment {
    case .left: return text + spaces(room)
    case .right: return spaces(room) + text
    case .center: return spaces(room / 2) + text + spaces(room - room / 2)
    }
  }

  /// The beginning of a text, as much of it as stands in `columns`.
  package static func prefix(of text: String, columns: Int) -> String {
    var result = ""
    var used = 0
    for glyph in GlyphReader(text) {
      used += glyph.width
      guard used <= columns else { break }
      glyph.append(to: &result)
    }
    return result
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}

extension TextLayout {
  /// The text in lines of at most `width` columns, broken at line breaks and at spaces, and inside
  /// a word only when the word is wider than a line.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += wrappedParagraph(String(paragraph), to: width)
    }
    return lines
  }

  private static func wrappedParagraph(_ text: String, to width: Int) -> [String] {
    var wrapper = LineWrapper(width: width)
    for word in text.split(separator: " ") {
      wrapper.add(word: String(word))
    }
    return wrapper.finish()
  }
}

/// Lines under construction: words go onto the last line while they fit.
private struct LineWrapper {
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

/// Where text stands in a field that is wider than the text.
package enum Alignment: Sendable {
  case left, right, center
}
