import Testing
import WallboardScreen

@Suite("The clipboard sequence")
struct ClipboardTests {
  private let sequence = ClipboardSequence(base64: "Q0E=")

  @Test("is OSC 52 to a terminal")
  func plain() {
    #expect(sequence.text(through: .none) == "\u{1B}]52;c;Q0E=\u{7}")
  }

  @Test("reaches tmux itself, and with its escapes doubled the terminal behind it")
  func tmux() {
    let text = sequence.text(through: .tmux)
    #expect(text.hasPrefix("\u{1B}]52;c;Q0E=\u{7}"))
    #expect(text.hasSuffix("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Q0E=\u{7}\u{1B}\\"))
  }

  @Test("goes through GNU screen in strings that it takes, and arrives whole")
  func screen() {
    let base64 = String(repeating: "QUJD", count: 500)
    let text = ClipboardSequence(base64: base64).text(through: .screen)
    let strings = text.split(separator: "\u{1B}\\")
    #expect(strings.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 600 })
    #expect(strings.map { $0.dropFirst(2) }.joined() == "\u{1B}]52;c;\(base64)\u{7}")
  }

  @Test("may have to be allowed, which is told for the terminal at hand in less than a row")
  func advice() {
    for (variables, words) in [
      (["TMUX": "/tmp/x", "XTERM_VERSION": "XTerm(1)"], "tmux: set -g set-clipboard on"),
      (["XTERM_VERSION": "XTerm(1)"], "xterm: XTerm*allowWindowOps: true"),
      (["STY": "1.pts"], "screen has to allow OSC 52"), ([:], "the terminal has to allow OSC 52"),
    ] {
      let advice = ClipboardAdvice.words { variables[$0] }
      #expect(advice.hasSuffix(words) && advice.count < 75)
    }
  }

  @Test("is nothing for more than terminals take")
  func tooLong() {
    let base64 = String(repeating: "A", count: ClipboardSequence.longest + 1)
    #expect(ClipboardSequence(base64: base64).text(through: .none).isEmpty)
  }

  @Test("takes as much of a text as fits, in whole characters, and the text says so")
  func fitting() {
    #expect(ClipboardSequence.fitting("short") == "short")
    let whole = String(repeating: "a", count: 56_244)
    #expect(ClipboardSequence.fitting(whole) == whole)
    let cut = ClipboardSequence.fitting(String(repeating: "é", count: 40_000))
    #expect(cut.utf8.count == 56_243 && cut.hasSuffix("é…"))
    #expect((cut.utf8.count + 2) / 3 * 4 <= ClipboardSequence.longest)
  }

  @Test("knows what it is sent through by the environment")
  func multiplexers() {
    #expect(Multiplexer { $0 == "TMUX" ? "/tmp/tmux,1,0" : nil } == .tmux)
    #expect(Multiplexer { $0 == "STY" ? "1.pts" : nil } == .screen)
    #expect(Multiplexer { _ in "" } == .none)
  }
}
