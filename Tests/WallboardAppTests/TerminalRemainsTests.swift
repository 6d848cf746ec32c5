import Foundation
import Glibc
import TestSupport
import Testing

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
