import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("A glyph's mark")
struct GlyphMarkTests {
  @Test("says any place on the largest canvas")
  func everyPosition() {
    for column in 0..<Canvas.maximumSize.width {
      for width in 1...2 {
        for scalars in 1...3 {
          for flags in 0..<4 {
            let mark = GlyphMark.position(
              GlyphPosition(
                column: column, width: width, scalarCount: scalars, isAmbiguous: flags & 1 == 0,
                isAtEdge: flags & 2 == 0))
            guard GlyphMark(mark.bytes) == mark else {
              Issue.record("\(mark)")
              return
            }
          }
        }
      }
    }
  }

  @Test("says any neighbour, and nothing else is one")
  func neighbors() {
    for number in [0, 1, GlyphMark.neighbors - 1] {
      let mark = GlyphMark.neighbor(number)
      #expect(GlyphMark(mark.bytes) == mark)
      #expect(GlyphMark(mark.bytes.dropLast()) == nil)
    }
    #expect(GlyphMark([0xF3, 0xA0, 0x84, 0x80, 0xF3, 0xA0, 0x80, 0x80]) == nil)
    #expect(GlyphMark(Array("abcdefgh".utf8)[...]) == nil)
  }

  @Test("is none that a text from outside can have")
  func marksAreOurs() {
    for value: UInt32 in 0xE0100...0xE01EF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(ScalarClass(scalar) == .joiner)
    }
  }
}

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

extension GlyphMark {
  /// The mark as ncurses writes it.
  var bytes: ArraySlice<UInt8> { Array(text.utf8)[...] }

  var text: String {
    String(String.UnicodeScalarView(selectors.compactMap { Unicode.Scalar($0) }))
  }
}
