import WallboardScreen

/// How words are brought into a field: cut with a mark, and without letters that the terminal
/// lacks.
struct Lettering {
  let isASCII: Bool
  private let ellipsis: Character

  init(_ glyphs: GlyphSet) {
    ellipsis = glyphs.ellipsis
    isASCII = glyphs.ellipsis.isASCII
  }

  /// The text, cut where it is wider than the field.
  func fitted(_ text: String, to width: Int) -> String {
    let text = isASCII ? ASCIILetters.folded(text) : text
    // No character takes more columns than it has bytes.
    guard text.utf8.count > width else { return text }
    return TextLayout.truncated(bounded(text, to: width), to: width, ellipsis: ellipsis)
  }

  /// The text in letters that the terminal has.
  func shown(_ text: String) -> String {
    isASCII
      ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { ASCIILetters.folded(String($0)) }.joined(separator: "\n") : text
  }

  /// The columns that the text takes.
  func width(of text: String) -> Int {
    TextLayout.width(of: isASCII ? ASCIILetters.folded(text) : text)
  }

  /// What can at most be seen of a text, so that a long one costs no more than its beginning.
  private func bounded(_ text: String, to width: Int) -> String {
    guard text.utf8.count > 16 * (width + 16) else { return text }
    return String(text.unicodeScalars.prefix(4 * (width + 16)))
  }
}
