import Testing
@testable import WallboardEvents

struct TextTests {
  private let limit = Limits.textLength

  @Test(arguments: ["", "short", "日本語", "👩‍👩‍👧"])
  func aShortStringIsKept(string: String) {
    #expect(BoundedString(string).string == string)
  }

  @Test func aStringOfTheLimitIsKept() {
    let string = String(repeating: "日", count: limit)
    #expect(BoundedString(string).string == string)
  }

  @Test(arguments: [1, 10, 100_000])
  func aLongerOneIsCutWithAMarkThatTellsHowMuchIsMissing(excess: Int) {
    let text = BoundedString(String(repeating: "x", count: limit + excess))
    let kept = text.string.prefix { $0 == "x" }.count
    #expect(text.string.count <= limit)
    #expect(kept >= limit - 30)
    #expect(text.string.dropFirst(kept) == "…(+\((limit + excess - kept).grouped))")
  }

  @Test func aCutTextThatIsReadAgainStaysAsItIs() throws {
    let text = BoundedString(String(repeating: "x", count: 3 * limit))
    #expect(BoundedString(text.string) == text)
    #expect(try [BoundedString](json: JSONLineEncoder().line([text]).utf8.span) == [text])
  }

  @Test func combiningMarksDoNotGetAroundTheLimit() {
    let text = BoundedString("e" + String(repeating: "\u{301}", count: 10 * limit))
    #expect(text.string.unicodeScalars.count <= limit)
  }

  @Test(
    arguments: [
      (0, "0"), (999, "999"), (1_204, "1,204"), (-1_204_000, "-1,204,000"),
      (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int, String)])
  func numbersAreGrouped(number: Int, text: String) {
    #expect(number.grouped == text)
  }

  /// That something was taken out is part of the sentence.
  @Test func aSentenceIsNoLongerThanItMayBe() {
    for length in 270...310 {
      let text = BoundedString(sentence: String(repeating: "x", count: length) + "\u{202E}")
      #expect(text.string.unicodeScalars.count <= BoundedString.sentenceLength)
      #expect(text.string.hasSuffix(" (1 control removed)"))
    }
    #expect(BoundedString(sentence: "\u{202E}") == "(1 control removed)")
    #expect(BoundedString(sentence: String(repeating: "x", count: 300)).string.hasSuffix("xx"))
  }
}
