import Foundation
import Glibc
import TestSupport
import Testing

/// What a terminal was told is taken back, one for one, and its line settings are what they were.
@Suite("A terminal after the board", .fewAtATime, .serialized, .thorough)
struct TerminalEndTests {
  @Test("is as it was, whatever ended the board", arguments: TerminalModeTests.Ending.allCases)
  func ends(_ ending: TerminalModeTests.Ending) async throws {
    let terminal = try PseudoTerminal("exec '\(Program.path)' demo --mouse")
    let modes = terminal.firstModes
    try await terminal.wait(for: "LIVE")
    #expect(terminal.modes != modes)
    if ending == .quit { terminal.type("q") } else { terminal.signal(ending.rawValue) }
    let end = try await terminal.waitForEnd()
    #expect(end.status == expectedStatus(ending))
    #expect(terminal.modes == modes)
    try await terminal.waitForQuiet()
    expectUndone(TerminalTokens(terminal.bytes))
  }

  @Test("has every kind of description its own way back", arguments: HostileTextTests.types)
  func types(_ type: String) async throws {
    let terminal = try PseudoTerminal(
      "exec '\(Program.path)' demo --mouse", environment: ["TERM": type])
    try await terminal.wait(for: "LIVE")
    terminal.type("q")
    #expect(try await terminal.waitForEnd().status == 0)
    try await terminal.waitForQuiet()
    expectUndone(TerminalTokens(terminal.bytes, TerminalDialect(type: type)))
  }

  private func expectedStatus(_ ending: TerminalModeTests.Ending) -> Int32 {
    switch ending {
    case .quit: 0
    case .terminated, .hungUp, .interrupted, .quitFromOutside: 130
    case .illegal, .trapped, .aborted, .misaligned, .miscalculated, .faulted: -ending.rawValue
    }
  }

  /// Every mode that was set is reset, but for the cursor, which was reset first; keypad mode,
  /// renditions and character sets are the usual ones.
  private func expectUndone(_ output: TerminalTokens) {
    #expect(output.forbidden.isEmpty, "\(output.forbidden.prefix(3))")
    var picture = TerminalPicture(columns: 100, rows: 30)
    picture.apply(output)
    for (mode, isSet) in picture.modes { #expect(isSet == (mode == 25 || mode == 7), "\(mode)") }
    let shorts = output.tokens.filter { $0 == .keypad(true) || $0 == .keypad(false) }
    #expect(shorts.last != .keypad(true))
    let rendition = output.tokens.last {
      if case .order(false, _, UInt8(ascii: "m")) = $0 { true } else { false }
    }
    let usual: [TerminalToken] = [[], [0], [39, 49]].map {
      .order(isPrivate: false, $0, UInt8(ascii: "m"))
    }
    #expect(rendition.map(usual.contains) == true)
  }
}

extension TerminalToken {
  fileprivate static func keypad(_ isOn: Bool) -> TerminalToken {
    .short([UInt8(ascii: isOn ? "=" : ">")])
  }
}

/// Terminals without another screen, whatever their description says: mosh, GNU screen and tmux where
/// they are set so.
@Suite("A terminal that keeps what is on it", .fewAtATime, .serialized)
struct TerminalRemainsTests {
  enum Ending: CaseIterable {
    case quit, terminated, crashed, suspended
  }

  @Test("has nothing of the board on it afterwards", arguments: Ending.allCases)
  func wiped(_ ending: Ending) async throws {
    let terminal = try PseudoTerminal("exec '\(Program.path)' demo --privacy open")
    try await terminal.wait(for: "+1")
    try await leave(terminal, ending)
    let end = try #require(terminal.text.range(of: "\u{1B}[?1049l"))
    var picture = TerminalPicture(columns: 100, rows: 30)
    let text = terminal.text[..<end.lowerBound].replacing("\u{1B}[?1049h", with: "")
    picture.apply(Array(text.utf8))
    #expect(picture.lines.allSatisfy { $0.allSatisfy { $0 == " " } })
  }

  private func leave(_ terminal: PseudoTerminal, _ ending: Ending) async throws {
    switch ending {
    case .quit: terminal.type("q")
    case .terminated: terminal.signal(SIGTERM)
    case .crashed: terminal.signal(SIGSEGV)
    case .suspended: terminal.signal(SIGTSTP)
    }
    try await terminal.wait(for: "\u{1B}[?1049l")
  }

  @Test("has nothing of it in its history, though rows moved up and down")
  func scrolled() async throws {
    let trace = TerminalTrace()
    let terminal = try TmuxSession(
      "'\(Program.path)' demo --privacy open --rate 60", columns: 100, rows: 30,
      output: trace.file, hasAlternateScreen: false)
    try await terminal.wait(for: "LIVE")
    try await trace.wait("much that happened") { $0.count > 40_000 }
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
    let history = try terminal.history
    #expect(history == ["ended with 0"])
  }

  @Test("has all in its history that was on the screen before", arguments: ["", " --ascii"])
  func before(options: String) async throws {
    let lines = (1...5).map { "line-\($0)" }
    let terminal = try TmuxSession(
      "sh -c 'printf \"\(lines.joined(separator: "\\n"))\\n\"; exec \"\(Program.path)\" demo --rate 0\(options)'",
      columns: 100, rows: 30, hasAlternateScreen: false)
    try await terminal.wait(for: "LIVE")
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
    let history = try terminal.history
    #expect(history == lines + ["ended with 0"])
  }

  @Test("has nothing of it in its history, though it was repainted")
  func history() async throws {
    let trace = TerminalTrace()
    let terminal = try TmuxSession(
      "'\(Program.path)' demo --privacy open --rate 0", columns: 100, rows: 30,
      output: trace.file, hasAlternateScreen: false)
    try await terminal.wait(for: "LIVE")
    // The last key has the program stopped; it goes on at once, for no shell minds its jobs.
    for key in ["C-l", "C-l", "C-l", "C-z"] {
      let before = try trace.text.count
      try terminal.type(key)
      try await trace.wait("painted anew") { $0.dropFirst(before).contains("\u{1B}[?2004h") }
    }
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
    let history = try terminal.history
    #expect(history == ["ended with 0"])
  }
}

extension PseudoTerminal {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
