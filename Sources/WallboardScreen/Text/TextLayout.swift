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
