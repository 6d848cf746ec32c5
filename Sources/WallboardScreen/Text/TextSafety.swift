/// The boundary between what the world sends and what the screen shows.
package enum TextSafety {
  /// The longest text that is kept, in characters, unless a caller asks for less.
  package static let defaultLimit = 4_096

  /// Makes text safe to show on one line: a line break would let it begin lines of its own, and
  /// becomes a space. Text longer than `limit` characters ends in a mark such as `…(+1,204)`.
  package static func clean(_ text: String, limit: Int = defaultLimit) -> SafeText {
    if text.utf8.count <= limit, text.isPrintableASCII {
      return SafeText(text: text, unsafeCount: 0, omittedCount: 0)
    }
    return filter(text, limit: limit)
  }

  private static func filter(_ text: String, limit: Int) -> SafeText {
    var reader = GlyphReader(text)
    var result = ""
    var kept = 0
    var omitted = 0
    while let glyph = reader.next() {
      if kept < limit {
        glyph.append(to: &result)
        kept += 1
      } else {
        omitted += 1
      }
    }
    if omitted > 0 {
      result += "…(+\(grouped(omitted)))"
    }
    return SafeText(text: result, unsafeCount: reader.unsafeCount, omittedCount: omitted)
  }

  private static func grouped(_ number: Int) -> String {
    guard number >= 1_000 else { return String(number) }
    let rest = String(number % 1_000)
    let padding = String(repeating: "0", count: 3 - rest.count)
    return grouped(number / 1_000) + "," + padding + rest
  }
}
