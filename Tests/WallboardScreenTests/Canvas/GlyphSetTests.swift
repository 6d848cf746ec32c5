import Testing
import WallboardScreen

struct GlyphSetTests {
  @Test(arguments: [GlyphSet.unicode, .console, .ascii])
  func everyCharacterIsOneColumnWide(glyphs: GlyphSet) {
    for character in characters(of: glyphs) {
      #expect(TextLayout.width(of: String(character)) == 1, "\(character)")
    }
  }

  @Test func asciiIsASCII() {
    #expect(characters(of: .ascii).filter { !$0.isASCII } == [])
  }

  /// The font of the kernel: what is not in it shows as a box.
  @Test func theConsoleHasWhatItIsDrawnWith() {
    for character in characters(of: .console) {
      #expect(
        character.unicodeScalars.allSatisfy(GlyphSet.console.repertoire.contains), "\(character)")
    }
  }

  private func characters(of glyphs: GlyphSet) -> [Character] {
    let single = Mirror(reflecting: glyphs).children.compactMap { $0.value as? Character }
    #expect(single.count > 20)
    return single + glyphs.levels
  }
}
