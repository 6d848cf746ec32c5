import Glibc
import TestSupport
import Testing

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
