import TestSupport
import Testing
import WallboardScreen

struct TextSafetyTests {
  @Test func plainTextStaysAsItIs() {
    let clean = TextSafety.clean("Caller asked for a refund.")
    #expect(clean.text == "Caller asked for a refund.")
    #expect(clean.unsafeCount == 0)
    #expect(clean.omittedCount == 0)
  }

  @Test(arguments: [
    ("\u{1B}]52;c;cm0=\u{07}", "␛]52;c;cm0=␇", 2),
    ("\u{1B}]0;title", "␛]0;title", 1),
    ("\u{9B}2J", "\u{FFFD}2J", 1),
    ("user\u{202E}txt.exe", "usertxt.exe", 1),
    ("a\u{200B}b\u{FEFF}c", "abc", 2),
    ("\u{E0049}\u{E0067}hidden", "hidden", 2),
    ("שלום \u{200F}ok", "שלום ok", 1),
    ("one\r\ntwo\rthree\u{2028}four\tend", "one two three four end", 0),
    ("👩🏽\u{200D}🚀 ☎\u{FE0F}", "👩🚀 ☎", 0),
    ("\u{301}\u{301}lone", "lone", 2),
    ("1\u{FE0F}\u{20E3} 👩🏽\u{200D}🚀", "1\u{20E3} 👩🚀", 0),
    ("a\u{FE0F}\u{FE0F}\u{200D}\u{FE00}b", "ab", 2),
    ("Z\u{300}\u{301}\u{302}\u{303}", "Z\u{300}\u{301}", 2),
    ("\u{0}\u{FFFF}\u{E000}", "␀\u{FFFD}\u{FFFD}", 3),
  ])
  func hostileTextIsShownNotObeyed(text: String, expected: String, unsafeCount: Int) {
    let clean = TextSafety.clean(text)
    #expect(Array(clean.text.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(clean.unsafeCount == unsafeCount)
  }

  @Test func marksAreCapped() {
    let flood = "Z" + String(repeating: "\u{300}", count: 500) + "a"
    #expect(TextSafety.clean(flood).text.unicodeScalars.count == 4)
  }

  @Test(arguments: [(10, "", 0), (9, "…(+1)", 1)])
  func longTextSaysHowMuchIsMissing(limit: Int, suffix: String, omitted: Int) {
    let clean = TextSafety.clean("0123456789", limit: limit)
    #expect(clean.text == String("0123456789".prefix(limit)) + suffix)
    #expect(clean.omittedCount == omitted)
  }

  @Test(arguments: [
    ("plain", "plain", ""), ("a\u{202E}b", "ab (1 control removed)", "(-1)"),
    ("\u{200B}\u{200B}", "(2 controls removed)", "(-2)"),
  ])
  func cleanedTextSaysSo(text: String, marked: String, short: String) {
    let clean = TextSafety.clean(text)
    #expect(clean.marked == marked)
    #expect(clean.shortMark == short)
    #expect(TextSafety.clean(marked).marked == marked)
  }

  @Test func severalLinesStaySeveral() {
    let clean = TextSafety.cleanLines("a\u{7}\r\nb\u{202E}\n\nc")
    #expect(clean.text == "a␇\nb\n\nc")
    #expect(clean.unsafeCount == 2)
  }

  @Test func largeNumbersAreGrouped() {
    let text = String(repeating: "x", count: 1_234_567)
    #expect(TextSafety.clean(text, limit: 3).text == "xxx…(+1,234,564)")
    #expect(TextSafety.clean(text, limit: 566).text.hasSuffix("…(+1,234,001)"))
  }

  @Test(arguments: 0..<100)
  func cleanTextIsCleanAndStaysSo(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let clean = TextSafety.clean(RandomText.make(using: &random))
    for scalar in clean.text.unicodeScalars {
      switch ScalarClass(scalar) {
      case .printable, .mark: break
      case .space: #expect(scalar == " ")
      case .lineBreak, .joiner, .alias, .unsafe:
        Issue.record("U+\(String(scalar.value, radix: 16)) survived")
      }
    }
    #expect(TextSafety.clean(clean.text).text == clean.text)
  }
}
