import Testing
import WallboardScreen

struct GlyphSetTests {
  @Test(arguments: [GlyphSet.unicode, .ascii])
  func everyCharacterIsOneColumnWide(glyphs: GlyphSet) {
    for character in characters(of: glyphs) {
      #expect(TextLayout.width(of: String(character)) == 1, "\(character)")
    }
  }

  @Test func asciiIsASCII() {
    #expect(characters(of: .ascii).filter { !$0.isASCII } == [])
  }

  private func characters(of glyphs: GlyphSet) -> [Character] {
    let single = Mirror(reflecting: glyphs).children.compactMap { $0.value as? Character }
    #expect(single.count > 20)
    return single + glyphs.levels
  }
}
