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
    "has every figure and every ASCII word of the board where it belongs",
    arguments: ["xterm-256color", "screen-256color", "vt220"])
  func board(type: String) async throws {
    var options = SimulatorOptions()
    options.rate = 2
    let (columns, rows) = (110, 30)
    try await PseudoTerminal.withBoard(
      options, columns: columns, rows: rows, environment: ["TERM": type]
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
