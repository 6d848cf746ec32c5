import Foundation
import TestSupport
import Testing

/// Every terminal shows the board with what it has.
@Suite("A terminal", .fewAtATime, .serialized)
struct TerminalTypeTests {
  @Test("of an unknown type is taken for a usual one, and the board says so")
  func unknown() async throws {
    let terminal = try board(["TERM": "unknown-thing"])
    try await terminal.wait(for: "There is no description of the terminal type “unknown-thing”")
    try await end(terminal)
  }

  @Test(
    "without colours gets none, and one is not given them against the person's will",
    arguments: [["TERM": "vt100"], ["TERM": "xterm-256color", "NO_COLOR": "1"]])
  func colourless(environment: [String: String]) async throws {
    let trace = TerminalTrace()
    let terminal = try board(environment, trace: trace)
    try await terminal.wait(for: "LIVE")
    try await end(terminal)
    #expect(try colors(in: trace).isEmpty)
  }

  @Test("that claims all colours is believed, unless a multiplexer is in between")
  func truecolor() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let theme = folder.appending(path: "sea.toml")
    try "[roles]\ntitle = \"#123456\"\n".write(to: theme, atomically: true, encoding: .utf8)
    for (type, isDirect) in [("xterm-256color", true), ("screen-256color", false)] {
      let trace = TerminalTrace()
      let terminal = try board(
        ["TERM": type, "COLORTERM": "truecolor", "WALLBOARD_THEME": theme.path], trace: trace)
      try await terminal.wait(for: "LIVE")
      try await end(terminal)
      let orders = try colors(in: trace)
      #expect(orders.contains { "\($0);".contains("38;2;18;52;86;") } == isDirect)
    }
  }

  @Test("without a second screen shows nothing of the board any more when it ends")
  func singleScreen() async throws {
    let terminal = try board(["TERM": "vt100"])
    try await terminal.wait(for: "Calls")
    try terminal.type("q")
    let rows = try await terminal.wait(for: "ended with 0")
    #expect(rows.filter { !$0.isEmpty }.count == 1)
  }

  @Test("of Linux itself gets characters that its fonts have")
  func console() async throws {
    let terminal = try board(["TERM": "linux"])
    let rows = try await terminal.wait(for: "LIVE")
    #expect(rows.contains { $0.hasPrefix("┌─") } && !rows.contains { $0.contains("╭") })
    try await end(terminal)
  }

  @Test("in a locale that is not there is written in ASCII when its name is not UTF-8's")
  func missingLocale() async throws {
    let terminal = try board(["LANG": "xx_XX.ISO-8859-1"])
    let rows = try await terminal.wait(for: "LIVE")
    #expect(rows.allSatisfy { $0.allSatisfy(\.isASCII) })
    try await end(terminal)
    let other = try board(["LANG": "xx_XX"])
    try await other.wait(for: "╭")
    try await end(other)
  }

  @Test(
    "in a locale of Latin-1 shows its letters, and the nearest for others",
    .enabled(if: CompiledLocale.isAvailable))
  func latin() async throws {
    let latin = try await CompiledLocale(characters: "ISO-8859-1")
    let trace = TerminalTrace()
    let terminal = try board(
      ["LANG": "en_US.ISO-8859-1", "LOCPATH": latin.folder.path], trace: trace)
    try await terminal.wait(for: "LIVE")
    let text = try await trace.wait("names") { $0.contains("kesson") && $0.contains("niewski") }
    #expect(text.contains("Ingrid \u{C5}kesson"))
    #expect(text.contains("Tomasz Wisniewski"))
    #expect(!text.contains("\u{C3}\u{85}") && !text.contains("\u{E2}\u{94}"))
    try await end(terminal)
  }

  @Test(
    "in a locale for which lines are wide gets ASCII and what is always wide",
    .enabled(if: CompiledLocale.isAvailable))
  func ambiguousWide() async throws {
    let locale = try await CompiledLocale(characters: "UTF-8", width: "<U2500>...<U257F>\t2")
    let terminal = try board(["LANG": "en_US.UTF-8", "LOCPATH": locale.folder.path])
    let rows = try await terminal.wait("names") { rows in rows.contains { $0.contains("李雯") } }
    #expect(rows.contains { $0.hasPrefix("+-") && $0.hasSuffix("-+") })
    #expect(rows.allSatisfy { $0.replacing("李雯", with: "").allSatisfy(\.isASCII) })
    try await end(terminal)
  }

  /// The orders for colours that were written.
  private func colors(in trace: TerminalTrace) throws -> Set<String> {
    let orders = try trace.text.components(separatedBy: "\u{1B}[").compactMap { order in
      order.firstIndex(of: "m").map { String(order[..<$0]) }
    }
    return Set(
      orders.filter { order in
        let numbers = order.split(separator: ";").compactMap { Int($0) }
        return numbers.contains { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
      })
  }

  private func board(
    _ environment: [String: String], trace: TerminalTrace? = nil
  ) throws -> TmuxSession {
    try TmuxSession(
      "'\(Program.path)' demo", columns: 100, rows: 30, environment: environment,
      output: trace?.file)
  }

  private func end(_ terminal: TmuxSession) async throws {
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }
}

/// A locale made for a test where the system's tools can.
private struct CompiledLocale {
  private static let maps = "/usr/share/i18n/charmaps"

  static let isAvailable = ["/usr/bin/localedef", "\(maps)/ISO-8859-1.gz", "\(maps)/UTF-8.gz"]
    .allSatisfy(FileManager.default.fileExists)

  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  /// A locale of the United States with that set of characters; `width` says of some how wide they
  /// are, as a line of charmap(5).
  init(characters: String, width: String = "") async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let map = folder.appending(path: "map").path
    // localedef answers 1 when it only warns, as of widths that are given twice.
    let script =
      "zcat '\(Self.maps)/\(characters).gz' | sed 's/^END WIDTH/\(width)\\n&/' > '\(map)';"
      + " localedef -c -i en_US -f '\(map)' '\(folder.path)/en_US.\(characters)' || [ $? = 1 ]"
    let outcome = try await Program.run("/bin/sh", ["-c", script])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }
}
