import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("The width of a glyph")
struct GlyphDoubtTests {
  @Test(
    "is beyond doubt for what boards and names are made of",
    arguments: [
      "a", "é", "Ł", "Ж", "Ω", "│", "╭", "▸", "●", "█", "…", "–", "→", "李", "か", "한", "€",
    ])
  func sure(text: String) {
    #expect(isDoubtful(text) == false)
  }

  @Test(
    "is in doubt for emoji, marks and scripts that join",
    arguments: ["😀", "⌚", "👩", "🫠", "e\u{301}", "क", "ع", "☎", "◾", "✔"])
  func doubtful(text: String) {
    #expect(isDoubtful(text) == true)
  }

  @Test("is beyond doubt for every character that views draw with")
  func glyphs() {
    for child in Mirror(reflecting: GlyphSet.unicode).children {
      guard let character = child.value as? Character else { continue }
      #expect(isDoubtful(String(character)) == false, "\(character)")
    }
  }

  private func isDoubtful(_ text: String) -> Bool? {
    var reader = GlyphReader(text)
    return reader.next()?.isOfDoubtfulWidth
  }
}
