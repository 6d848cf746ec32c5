import Foundation
import TestSupport
import Testing
import WallboardEvents
import WallboardScreen

@testable import WallboardApp

@Suite("What the doctor says of the terminal and the machine")
struct TerminalFindingsTests {
  private var facts: TerminalFacts {
    var facts = TerminalFacts()
    facts.type = "xterm-256color"
    facts.isTerminal = true
    facts.size = Size(width: 120, height: 40)
    facts.isUTF8 = true
    facts.colors = ColorSupport(colors: 256, claim: "truecolor")
    facts.answerTime = .milliseconds(3)
    facts.answers = TerminalAnswers(
      Array("\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\\u{1B}[?62;52c".utf8))
    facts.widths = TerminalFacts.doubtful.map {
      TerminalFacts.MeasuredWidth(character: $0, measured: ["李", "🙂"].contains($0) ? 2 : 1)
    }
    facts.bytesPerSecond = 900_000
    return facts
  }

  private func terminal(
    _ facts: TerminalFacts, _ environment: [String: String] = ["LANG": "C.UTF-8"],
    _ ancestors: [String] = []
  ) -> Finding {
    Finding.terminal(facts, environment, ancestors: ancestors)
  }

  @Test("It is told what it is, and what lies in between")
  func between() {
    #expect(
      terminal(facts) == .ok(.terminal, "xterm-256color, 120×40, UTF-8 by LANG=C.UTF-8"))
    var inner = facts
    inner.multiplexer = .tmux
    #expect(terminal(inner, [:], ["bash", "mosh-server"]).words.hasSuffix("through tmux and mosh"))
    #expect(terminal(facts, [:], ["bash", "sshd-session"]).words.hasSuffix("through ssh"))
    #expect(terminal(facts, ["SSH_CONNECTION": "a b"]).words.hasSuffix("through ssh"))
  }

  @Test("A pipe, an unknown type, a small one and another locale are told")
  func wrong() {
    var other = facts
    other.isTerminal = false
    #expect(terminal(other).status == .warning)
    other = facts
    other.problem = "no description of the terminal type 'x'"
    #expect(terminal(other).status == .failed)
    other = facts
    other.size = Size(width: 20, height: 5)
    #expect(terminal(other).status == .warning)
    other = facts
    other.isUTF8 = false
    #expect(terminal(other, ["LC_ALL": "C", "LANG": "C.UTF-8"]).words.contains("by LC_ALL=C"))
    #expect(terminal(other).cure?.contains("LANG=C.UTF-8") == true)
  }

  @Test("Colours are told with their reasons")
  func colours() {
    let finding = Finding.colours(facts, choice: .auto, choiceSource: nil)
    #expect(
      finding
        == .ok(
          .colours,
          "true colour: terminfo has 256, COLORTERM=truecolor; the background is #1e1e1e, dark"))
    #expect(
      Finding.colours(facts, choice: .never, choiceSource: "NO_COLOR").words
        .contains("no colours: terminfo has 256, COLORTERM=truecolor, color is never by NO_COLOR"))
    var poor = facts
    poor.colors = ColorSupport(colors: 8)
    #expect(Finding.colours(poor, choice: .auto, choiceSource: nil).status == .warning)
    poor.colors = ColorSupport(colors: 256, claim: "truecolor", isMultiplexed: true)
    #expect(
      Finding.colours(poor, choice: .auto, choiceSource: nil).words.hasPrefix("256 colours: "))
  }

  @Test("Characters are as wide as expected, or it is told which are not")
  func characters() {
    #expect(Finding.characters(facts).status == .ok)
    var wide = facts
    wide.widths[0] = TerminalFacts.MeasuredWidth(character: "─", measured: 2)
    #expect(Finding.characters(wide).status == .warning)
    #expect(Finding.characters(wide).words.hasPrefix("─ takes 2 instead of 1:"))
    wide.widths = []
    #expect(Finding.characters(wide).status == .warning)
    wide.isUTF8 = false
    #expect(Finding.characters(wide).status == .ok)
  }

  @Test("The clipboard and the line are told")
  func line() {
    #expect(Finding.clipboard(facts, [:]).words.contains("says that it takes"))
    var mute = facts
    mute.answers = TerminalAnswers()
    #expect(Finding.clipboard(mute, ["TMUX": "x"]).words.contains("set-clipboard"))
    let line = { (facts: TerminalFacts) in Finding.line(facts, [:], ancestors: ["sshd"]) }
    #expect(line(facts).words == "answers in 3 ms, takes 900 kB a second or more")
    mute.answerTime = nil
    #expect(line(mute).status == .warning)
    mute.answerTime = .milliseconds(20)
    mute.bytesPerSecond = 960
    #expect(line(mute).status == .warning)
  }

  @Test("What answers in between says nothing of the line behind it")
  func lineBehind() {
    let mosh = Finding.line(facts, [:], ancestors: ["bash", "mosh-server", "sshd"])
    #expect(mosh.status == .warning && mosh.cure?.contains("--max-bps") == true)
    #expect(mosh.words.hasPrefix("mosh answers in 3 ms"))
    #expect(mosh.words.hasSuffix("the line behind it is not seen"))
    var inner = facts
    inner.multiplexer = .screen
    #expect(Finding.line(inner, [:], ancestors: []).words.hasPrefix("GNU screen answers"))
  }

  @Test("A folder for the state is there, can be made, or cannot")
  func state() throws {
    #expect(Finding.state(.none).status == .warning)
    try withTemporaryFolder { folder in
      let path = folder + "/state/wallboard"
      let environment = ["XDG_STATE_HOME": folder + "/state"]
      #expect(StateFolder(environment) == .missing(path))
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      #expect(StateFolder(environment) == .writable(path))
      #expect(Finding.state(StateFolder(environment)).status == .ok)
    }
    #expect(Finding.state(.closed("/x", reason: "Permission denied")).status == .warning)
  }

  @Test("The time zone is told, and a name that nobody knows")
  func timeZone() {
    let berlin = TimeZoneFacts(offset: 3_600, name: "Europe/Berlin")
    #expect(Finding.timeZone(berlin) == .ok(.timeZone, "UTC+01:00 by Europe/Berlin"))
    let west = TimeZoneFacts(offset: -12_600, name: nil)
    #expect(Finding.timeZone(west).words == "UTC−03:30")
    let now = Timestamp(milliseconds: 0)
    #expect(Finding.timeZone(TimeZoneFacts(["TZ": "Europe/Nowhere"], at: now)).status == .warning)
    #expect(Finding.timeZone(TimeZoneFacts(["TZ": "CET-1CEST"], at: now)).status == .ok)
  }
}
