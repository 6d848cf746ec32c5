import WallboardScreen

/// The nearest ASCII letters, for terminals that do not have all others.
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

  /// U+00C0 to U+024F without their marks.
  private static let latin = Array(
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
      + "????????????????????????????????Oo?????????????Uu???????????????"
      + "?????????????AaIiOoUuUuUuUuUu?AaAa????GgKkOoOo??j???Gg??NnAa????"
      + "AaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh??????AaEeOoOoOoOoYy????????????"
      + "????????????????")

  /// U+1E00 to U+1EFF without their marks: Vietnamese, among others.
  private static let latinAdditional = Array(
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwy????S?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????")
}
