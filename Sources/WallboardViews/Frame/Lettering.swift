import WallboardScreen

/// Fits text into a field: cuts it with an ellipsis, replaces letters that the terminal lacks, and
/// marks where unsafe characters were removed.
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
    guard let (text, mark) = cleaned(text) else { return cut(text, to: width) }
    // Without the mark, where it would be all that fits.
    guard mark.utf8.count < width else { return cut(text, to: width) }
    return cut(text, to: width - mark.utf8.count) + mark
  }

  /// The text in letters that the terminal has.
  func shown(_ text: String) -> String {
    let text = TextSafety.cleanLines(text).marked
    return repertoire == .everything
      ? text
      : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { folded(String($0)) }.joined(separator: "\n")
  }

  /// The columns that the text takes.
  func width(of text: String) -> Int {
    guard let (text, mark) = cleaned(text) else { return TextLayout.width(of: folded(text)) }
    return TextLayout.width(of: folded(text)) + mark.utf8.count
  }

  /// The columns that phrases take one after the other.
  func width(of phrases: [StyledText]) -> Int {
    phrases.reduce(0) { $0 + width(of: $1.text) }
  }

  /// The text without control characters, and the mark with their number; `nil` for text that has
  /// none.
  private func cleaned(_ text: String) -> (text: String, mark: String)? {
    guard !TextSafety.isPlain(text) else { return nil }
    let safe = TextSafety.clean(text, limit: .max)
    return safe.unsafeCount > 0 ? (safe.text, safe.shortMark) : nil
  }

  private func cut(_ text: String, to width: Int) -> String {
    let text = folded(text)
    // No character takes more columns than it has bytes.
    guard text.utf8.count > width else { return text }
    return TextLayout.truncated(bounded(text, to: width), to: width, ellipsis: ellipsis)
  }

  private func folded(_ text: String) -> String {
    repertoire == .everything ? text : ASCIILetters.folded(text, keeping: repertoire)
  }

  /// As much of the text as can fit at most, so that a long one costs no more than a short one.
  private func bounded(_ text: String, to width: Int) -> String {
    guard text.utf8.count > 16 * (width + 16) else { return text }
    return String(text.unicodeScalars.prefix(4 * (width + 16)))
  }
}

extension String {
  /// The words with single spaces between them, and none around them.
  var withoutMargins: String { split(separator: " ").joined(separator: " ") }
}

/// The nearest ASCII letters, for terminals that lack others.
enum ASCIILetters {
  static func folded(_ text: String, keeping repertoire: Repertoire = .ascii) -> String {
    guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return text }
    var result = ""
    for glyph in GlyphReader(text) {
      let isKept = repertoire.contains(glyph.base)
      result.append(isKept ? Character(glyph.base) : letter(for: glyph.base))
    }
    return result
  }

  private static func letter(for scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case _ where scalar.isASCII: Character(scalar)
    case "…": "~"
    case "—", "–", "‑": "-"
    case "·": "."
    case "≥", "→": ">"
    case "≤", "←": "<"
    case "▒": "#"
    case "“", "”": "\""
    case "‘", "’": "'"
    case "À"..."ɏ": latin[Int(scalar.value) - 0xC0]
    case "Ḁ"..."ỿ": latinAdditional[Int(scalar.value) - 0x1E00]
    default: "?"
    }
  }

  /// U+00C0 to U+024F without diacritics.
  private static let latin = Array(
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
      + "????????????????????????????????Oo?????????????Uu???????????????"
      + "?????????????AaIiOoUuUuUuUuUu?AaAa????GgKkOoOo??j???Gg??NnAa????"
      + "AaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh??????AaEeOoOoOoOoYy????????????"
      + "????????????????")

  /// U+1E00 to U+1EFF without diacritics: Vietnamese, among others.
  private static let latinAdditional = Array(
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwy????S?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????")
}
