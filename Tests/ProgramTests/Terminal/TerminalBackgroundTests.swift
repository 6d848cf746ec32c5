import Foundation
import TestSupport
import Testing

/// The theme that suits the terminal, where none was chosen.
@Suite("A terminal's background", .fewAtATime)
struct TerminalBackgroundTests {
  private static let (white, black) = ("rgb:ffff/ffff/ffff", "rgb:0000/0000/0000")
  /// The grounds of the built-in themes with 256 colours.
  private static let (light, dark) = ("48;5;231", "48;5;234")

  private func board(
    _ line: PseudoTerminal.Line, options: String = "", environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      "exec '\(Program.path)' demo --seed 11 --color 256 \(options)", columns: 120, rows: 40,
      environment: environment, line: line)
  }

  @Test("is asked for once, before anything is drawn, and what suits it is drawn")
  func answered() async throws {
    for (background, ground, other) in [
      (Self.white, Self.light, Self.dark), (Self.black, Self.dark, Self.light),
    ] {
      let terminal = try board(.init(background: background))
      try await terminal.wait(for: ground)
      try await terminal.wait(for: "Calls")
      #expect(!terminal.has(other))
      #expect(terminal.backgroundQuestions == 1)
      let text = String(decoding: terminal.bytes, as: UTF8.self)
      let question = try #require(text.range(of: "\u{1B}]11;?"))
      #expect(!text[..<question.lowerBound].contains("LIVE"))
    }
  }

  @Test("is taken up when it is told late, and none of the answer is typed")
  func late() async throws {
    let terminal = try board(.init(latency: .milliseconds(400), background: Self.white))
    try await terminal.wait(for: "Calls")
    #expect(!terminal.has(Self.light))
    try await terminal.wait(for: Self.light)
    // Any of its letters would have opened or moved something: `:` asks for a command.
    try await terminal.wait("the hints of the calls") {
      let rows = terminal.picture(columns: 120, rows: 40).lines
      return rows.last?.contains("follow") == true && rows.last?.contains("help") == true
    }
    #expect(!terminal.has("Command"))
  }

  @Test("is what the environment says while the terminal says nothing, and no guess otherwise")
  func environment() async throws {
    for (value, ground) in [("0;15", Self.light), ("15;0", Self.dark), ("", nil as String?)] {
      for line in [PseudoTerminal.Line(), .init(answers: false)] {
        let terminal = try board(line, environment: ["COLORFGBG": value])
        try await terminal.wait(for: "Calls")
        for known in [Self.light, Self.dark] { #expect(terminal.has(known) == (known == ground)) }
      }
    }
  }

  @Test("does not matter where a theme was chosen, or there are no colours")
  func chosen() async throws {
    let terminal = try board(.init(background: Self.white), options: "--theme dark")
    try await terminal.wait(for: "Calls")
    try await terminal.waitForQuiet()
    #expect(terminal.has(Self.dark) && !terminal.has(Self.light))
    let plain = try PseudoTerminal(
      "exec '\(Program.path)' demo --color never", columns: 120, rows: 40,
      line: .init(background: Self.white))
    try await plain.wait(for: "Calls")
    #expect(plain.backgroundQuestions == 0)
  }
}
