import Foundation
import Glibc
import TestSupport
import Testing
import WallboardSimulator

/// The program in a terminal in which everything but ASCII takes two columns.
@Suite("A terminal for East Asian fonts", .fewAtATime, .serialized)
struct AmbiguousWidthTests {
  /// Lists, panes, overlays, prompts, the wheel through rows: much changes in part of a row.
  private static let tour =
    ["j", "j", "G", "k", "\r", "\t", "z", "z", "\u{1B}", "d", "\u{1B}", "?", "\u{1B}", "4", "G"]
    + ["k", "t", "j", "\u{1B}", ":", "ca", "\u{1B}", "/", "live", "\r", "\u{1B}", "s", "x"]

  @Test(
    "has every figure and every ASCII word of the board where it belongs, whether it is asked or not",
    arguments: ["xterm-256color", "screen-256color", "vt220"], [nil, 2])
  func board(type: String, told: Int?) async throws {
    var options = SimulatorOptions()
    options.rate = 2
    let (columns, rows) = (110, 30)
    try await PseudoTerminal.withBoard(
      options, columns: columns, rows: rows, environment: ["TERM": type],
      line: .init(ambiguousWidth: told)
    ) { _, terminal in
      try await terminal.wait(for: "caller ")
      for key in Self.tour {
        terminal.type(key)
        var wrong = Comment(rawValue: "")
        // A busy machine may pause in the middle of a frame.
        for _ in 0..<20 {
          try await terminal.waitForQuiet()
          guard let difference = difference(terminal, type, columns, rows) else {
            wrong = ""
            break
          }
          wrong = "after \(key), \(difference)"
        }
        #expect(wrong.rawValue.isEmpty, wrong)
      }
      #expect(usualWords(terminal, columns, rows) > 100)
      terminal.signal(SIGTERM)
      _ = try await terminal.waitForEnd()
    }
  }

  @Test("alone needs moves behind characters: one that says that they are narrow is sent few")
  func narrow() async throws {
    var moves: [Int] = []
    for told in [nil, 1] {
      let (columns, rows) = (110, 30)
      try await PseudoTerminal.withBoard(
        columns: columns, rows: rows, line: .init(ambiguousWidth: told)
      ) { _, terminal in
        try await terminal.wait(for: "caller ")
        try await terminal.waitForQuiet()
        for key in Self.tour {
          terminal.type(key)
          try await terminal.waitForSomething()
        }
        try await terminal.expectRightPicture(columns: columns, rows: rows) {}
        let start = terminal.count
        try await terminal.repaint()
        moves.append(
          String(decoding: terminal.bytes[start...], as: UTF8.self).matches(of: /\u{1B}\[\d+G/)
            .count)
        terminal.signal(SIGTERM)
        _ = try await terminal.waitForEnd()
      }
    }
    #expect(moves[1] < moves[0] / 2, "\(moves)")
  }

  @Test("is believed when it becomes one, at the next time that all is drawn")
  func changed() async throws {
    let (columns, rows) = (110, 30)
    try await PseudoTerminal.withBoard(
      columns: columns, rows: rows, line: .init(ambiguousWidth: 1)
    ) { _, terminal in
      try await terminal.wait(for: "caller ")
      try await terminal.waitForQuiet()
      let before = terminal.widthQuestions
      terminal.takeAmbiguousWidth(2)
      terminal.type("\u{0C}")
      // Its answer has all drawn once more.
      try await terminal.wait("the answer") { terminal.widthQuestions == before + 2 }
      try await terminal.wait("all in its place") {
        difference(terminal, "xterm-256color", columns, rows) == nil
      }
      terminal.type("q")
      _ = try await terminal.waitForEnd()
    }
  }

  @Test("is not taken again for what is told after the end")
  func toldAtTheEnd() async throws {
    let line = PseudoTerminal.Line(latency: .milliseconds(300), ambiguousWidth: 1)
    try await PseudoTerminal.withBoard(line: line) { _, terminal in
      try await terminal.wait(for: "caller ")
      // The answer to this one is known by now.
      try await terminal.repaint()
      try await Task.sleep(for: .milliseconds(600))
      let before = terminal.widthQuestions
      terminal.takeAmbiguousWidth(2)
      terminal.type("\u{0C}")
      try await terminal.wait("the question") { terminal.widthQuestions == before + 1 }
      terminal.type("q")
      _ = try await terminal.waitForEnd()
      let text = String(decoding: terminal.bytes, as: UTF8.self)
      let end = try #require(text.range(of: "\u{1B}[?1049l", options: .backwards))
      #expect(!text[end.upperBound...].contains("\u{1B}[?2004h"))
    }
  }

  @Test("is asked once for a screen that is drawn, and no other answer is believed")
  func unasked() async throws {
    try await PseudoTerminal.withBoard(line: .init(ambiguousWidth: 1)) { _, terminal in
      try await terminal.wait(for: "caller ")
      try await terminal.waitForQuiet()
      let before = terminal.widthQuestions
      terminal.type("\u{1B}[2;27R\u{1B}[2;3R\u{1B}[2;99999R")
      try await terminal.waitForQuiet()
      #expect(terminal.widthQuestions == before && before > 0)
      try await terminal.repaint()
      #expect(terminal.widthQuestions == before + 1)
      terminal.type("q")
      _ = try await terminal.waitForEnd()
    }
  }

  /// The first row whose ASCII letters stand elsewhere where other characters take two columns.
  private func difference(
    _ terminal: PseudoTerminal, _ type: String, _ columns: Int, _ rows: Int
  ) -> String? {
    let bytes = terminal.bytes
    var usual = TerminalPicture(columns: columns, rows: rows)
    var wide = TerminalPicture(columns: columns, rows: rows, ambiguousWidth: 2)
    usual.apply(bytes, TerminalDialect(type: type))
    wide.apply(bytes, TerminalDialect(type: type))
    return zip(usual.letters, wide.letters).enumerated().first { $1.0 != $1.1 }.map {
      "\($0.offset):\n\(usual.lines[$0.offset])\n\(wide.lines[$0.offset])"
    }
  }

  private func usualWords(_ terminal: PseudoTerminal, _ columns: Int, _ rows: Int) -> Int {
    terminal.picture(columns: columns, rows: rows).lines
      .reduce(0) { $0 + $1.split(separator: " ").count }
  }
}

/// Where the locale is not UTF-8, ncurses has terminals repeat characters (REP), which many that call
/// themselves xterm cannot.
@Suite("Outside of UTF-8", .fewAtATime, .serialized)
struct RepetitionTests {
  struct Place: CustomTestStringConvertible {
    let start: String
    let type: String

    var testDescription: String { "\(start) TERM=\(type)" }
  }

  static let places = ["xterm-256color", "xterm", "screen-256color", "linux", "vt100"].flatMap {
    type in
    ["exec env LC_ALL=POSIX", "exec env -i HOME=/nonexistent", "exec env LANG=xx_XX.ISO-8859-1"].map
    {
      Place(start: $0, type: type)
    }
  }

  @Test("nothing is written but what every terminal knows", arguments: places)
  func strict(place: Place) async throws {
    let (columns, rows) = (100, 30)
    let terminal = try PseudoTerminal(
      "\(place.start) TERM=\(place.type) '\(Program.path)' demo", columns: columns, rows: rows)
    try await terminal.wait(for: "LIVE")
    terminal.type("?")
    try await terminal.waitForSomething()
    terminal.type("\u{1B}")
    try await terminal.waitForSomething()
    terminal.type("\u{0C}")
    try await terminal.waitForQuiet()
    let picture = terminal.picture(columns: columns, rows: rows)
    #expect(picture.lines.contains { $0.hasPrefix("+-") && $0.hasSuffix("-+") })
    terminal.signal(SIGTERM)
    _ = try await terminal.waitForEnd()
    let output = TerminalTokens(
      terminal.bytes, TerminalDialect(type: place.type, isASCII: true))
    #expect(output.forbidden.isEmpty, "\(output.forbidden.prefix(3))")
  }
}
