import TestSupport
import Testing
import WallboardScreen

struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🇩🇪", 2), ("👩\u{200D}🚀", 4), ("한\u{202E}", 2),
  ])
  func widthIsCountedInColumns(text: String, width: Int) {
    #expect(TextLayout.width(of: text) == width)
  }

  @Test(arguments: [
    (6, "abcdef"), (5, "abcd…"), (1, "…"), (0, ""), (-1, ""),
  ])
  func truncationEndsInAnEllipsis(width: Int, expected: String) {
    #expect(TextLayout.truncated("abcdef", to: width) == expected)
  }

  @Test func truncationNeverCutsAWideGlyphInHalf() {
    #expect(TextLayout.truncated("日本語", to: 4) == "日…")
    #expect(TextLayout.truncated("日本語", to: 4, ellipsis: "~") == "日~")
    #expect(TextLayout.fitted("日本語", to: 4) == "日… ")
  }

  @Test(arguments: [
    (Alignment.left, "ab   "), (.right, "   ab"), (.center, " ab  "),
  ])
  func fieldsAreFilled(alignment: Alignment, expected: String) {
    #expect(TextLayout.fitted("ab", to: 5, alignment: alignment) == expected)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a abcdef", 3, ["a", "abc", "def"]),
    ("日本語", 3, ["日", "本", "語"]),
    ("one\n\ntwo", 9, ["one", "", "two"]),
    ("", 5, [""]),
    ("x", 0, []),
  ])
  func textIsWrapped(text: String, width: Int, expected: [String]) {
    #expect(TextLayout.wrapped(text, to: width) == expected)
  }

  @Test(arguments: 0..<200)
  func nothingIsEverWiderThanItsField(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = RandomText.make(using: &random) + RandomText.make(using: &random)
    let width = Int.random(in: 0...8, using: &random)
    #expect(TextLayout.width(of: TextLayout.truncated(text, to: width)) <= width)
    #expect(TextLayout.width(of: TextLayout.fitted(text, to: width)) == width)
    for line in TextLayout.wrapped(text, to: width) {
      #expect(TextLayout.width(of: line) <= max(width, 2))
    }
  }
}
