import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("The width of a glyph")
struct GlyphDoubtTests {
  @Test(
    "is beyond doubt for ASCII and for what is always wide",
    arguments: ["a", "~", "李", "か", "한", "Ａ"])
  func sure(text: String) {
    #expect(doubt(text) == WidthDoubt.none)
  }

  @Test(
    "is one or two for what boards and names are made of",
    arguments: [
      "é", "ë", "Ł", "Ж", "Ω", "│", "╭", "▸", "●", "█", "…", "–", "·", "▲", "→", "€", "✓",
    ])
  func ambiguous(text: String) {
    #expect(doubt(text) == .ambiguous)
  }

  @Test(
    "is anything for emoji, marks and scripts that join",
    arguments: ["😀", "⌚", "👩", "🫠", "e\u{301}", "क", "ع", "☎", "◾", "✔"])
  func unknown(text: String) {
    #expect(doubt(text) == .unknown)
  }

  @Test("is one or two for every character that views draw with")
  func glyphs() {
    for child in Mirror(reflecting: GlyphSet.unicode).children {
      guard let character = child.value as? Character else { continue }
      #expect(doubt(String(character)) == .ambiguous, "\(character)")
    }
  }

  private func doubt(_ text: String) -> WidthDoubt? {
    var reader = GlyphReader(text)
    return reader.next()?.widthDoubt
  }
}
