import Testing

@testable import WallboardScreen

@Suite struct TerminalAnswersTests {
  private func answers(_ text: String) -> TerminalAnswers { TerminalAnswers(Array(text.utf8)) }

  @Test func whatWasAskedIsFoundAmongWhatWasTyped() {
    let answers = answers(
      "ab\u{1B}[A\u{1B}]11;rgb:ffff/ffff/ffff\u{7}x\u{1B}[12;2R\u{1B}[12;3R\u{1B}[?62;22;52cq")
    #expect(answers.columns == [2, 3])
    #expect(answers.attributes == [62, 22, 52])
    #expect(answers.background == RGB(red: 255, green: 255, blue: 255))
    #expect(answers.announcesClipboard)
  }

  @Test(arguments: [
    "", "\u{1B}", "\u{1B}[", "\u{1B}[?", "\u{1B}[;R", "\u{1B}]", "\u{1B}]11;", "\u{1B}[1;2;3R",
    "\u{1B}[99999999999999999999;99999999999999999999R", "\u{1B}\u{1B}[c", "\u{1B}[c",
  ])
  func whatIsCutOrOddIsNoAnswer(text: String) {
    let answers = answers(text)
    #expect(answers.attributes == nil && answers.background == nil)
    #expect(answers.columns.allSatisfy { $0 == 0 })
  }

  @Test func anAnswerThatIsCutAnywhereIsNone() {
    let whole = Array("\u{1B}]11;#102030\u{1B}\\\u{1B}[1;2R\u{1B}[?6c".utf8)
    for length in whole.indices {
      let part = TerminalAnswers(Array(whole[..<length]))
      #expect(part.attributes == nil)
    }
    #expect(TerminalAnswers(whole).attributes == [6])
    #expect(!TerminalAnswers(whole).announcesClipboard)
  }

  @Test func theWidthsOfDoubtfulCharactersAreKnown() {
    let expected = TerminalFacts.doubtful.map {
      TerminalFacts.MeasuredWidth(character: $0, measured: 0).expected
    }
    #expect(expected == [1, 1, 1, 1, 1, 2, 2])
  }
}
