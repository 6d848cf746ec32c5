import WallboardScreen

/// How words are brought into a field: cut with a mark, and without letters that the terminal
/// lacks.
struct Lettering {
  let isASCII: Bool
  private let repertoire: Repertoire
  private let ellipsis: Character

  init(_ glyphs: GlyphSet) {
    ellipsis = glyphs.ellipsis
    isASCII = glyphs.isASCII
    repertoire = glyphs.repertoire
  }

  /// The text, cut where it is wider than the field.
  func fitted(_ text: String, to width: Int) -> String {
    let text = folded(text)
    // No character takes more columns than it has bytes.
    guard text.utf8.count > width else { return text }
    return TextLayout.truncated(bounded(text, to: width), to: width, ellipsis: ellipsis)
  }

  /// The text in letters that the terminal has.
  func shown(_ text: String) -> String {
    repertoire == .everything
      ? text
      : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { folded(String($0)) }.joined(separator: "\n")
  }

  /// The columns that the text takes.
  func width(of text: String) -> Int {
    TextLayout.width(of: folded(text))
  }

  private func folded(_ text: String) -> String {
    repertoire == .everything ? text : ASCIILetters.folded(text, keeping: repertoire)
  }

  /// What can at most be seen of a text, so that a long one costs no more than its beginning.
  private func bounded(_ text: String, to width: Int) -> String {
    guard text.utf8.count > 16 * (width + 16) else { return text }
    return String(text.unicodeScalars.prefix(4 * (width + 16)))
  }
}
