import Foundation
import TestSupport
import Testing

/// What the program asks a terminal for, and gives back.
@Suite("The terminal's modes", .fewAtATime, .serialized)
struct TerminalModeTests {
  enum Ending: Int32, CaseIterable {
    case quit = 0
    case terminated = 15
    case hungUp = 1
    case interrupted = 2
    case quitFromOutside = 3
    case illegal = 4
    case trapped = 5
    case aborted = 6
    case misaligned = 7
    case miscalculated = 8
    case faulted = 11
  }

  /// Reports of the mouse: presses and the wheel, and cells that have any number; then pastes.
  private static let modes = [1000, 1006, 2004]

  @Test("are given back at every kind of end", arguments: Ending.allCases)
  func ends(_ ending: Ending) async throws {
    let trace = TerminalTrace()
    let terminal = try board("--mouse", trace)
    try await terminal.wait(for: "LIVE")
    for mode in Self.modes { #expect(try trace.text.isModeOn(mode) == true) }
    if ending == .quit {
      try terminal.type("q")
    } else {
      kill(try terminal.processID, ending.rawValue)
    }
    try await terminal.wait(for: "ended with")
    for mode in Self.modes {
      try await trace.wait("mode \(mode) off") { $0.isModeOn(mode) == false }
    }
    #expect(try !terminal.isOnAlternateScreen)
  }

  @Test("are given to the shell while the program is stopped, and taken again")
  func suspended() async throws {
    let trace = TerminalTrace()
    let terminal = try board("--mouse", trace)
    try await terminal.wait(for: "LIVE")
    let process = try terminal.processID
    try terminal.type("C-z")
    for mode in Self.modes {
      try await trace.wait("mode \(mode) off") { $0.contains("\u{1B}[?\(mode)l") }
    }
    // Where no shell minds its jobs, a process goes on at once.
    kill(process, SIGCONT)
    for mode in Self.modes {
      try await trace.wait("mode \(mode) on again") { $0.isModeOn(mode) == true }
    }
    try await terminal.wait(for: "LIVE")
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }

  @Test("do not include the mouse unless it is asked for, and repainting asks again")
  func withoutMouse() async throws {
    let trace = TerminalTrace()
    let terminal = try board("", trace)
    try await terminal.wait(for: "LIVE")
    // A mouse that somebody else left on does nothing.
    try terminal.send("\u{1B}[<0;5;10M\u{1B}[<0;5;10m\u{1B}[<64;5;10M\u{1B}[M !!")
    try terminal.type("C-l")
    try await trace.wait("pastes on again") { text in
      text.components(separatedBy: "\u{1B}[?2004h").count == 3
    }
    #expect(try trace.text.isModeOn(1000) == nil)
    #expect(try trace.text.isModeOn(1006) == nil)
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }

  @Test("are brought back by repainting, whatever somebody else did to the terminal")
  func healed() async throws {
    let trace = TerminalTrace()
    let terminal = try board("", trace)
    try await terminal.wait(for: "LIVE")
    let before = try trace.text.count
    try terminal.type("C-l")
    // The whole screen scrolls again, and text is text; then it is emptied.
    try await trace.wait("all is as it has to be") {
      $0.dropFirst(before).contains("\u{1B}[r\u{1B}(B\u{0F}\u{1B}[H\u{1B}[J")
    }
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }

  @Test("let the mouse select and open, and what is pasted be typed")
  func mouse() async throws {
    let terminal = try board("--mouse", nil)
    try await terminal.wait("the calls are read") { rows in
      rows.contains { $0.contains("caller ") }
    }
    try terminal.send("\u{1B}[<0;20;10M\u{1B}[<0;20;10m")
    try await terminal.wait("a row further down is selected") { rows in
      rows.dropFirst(6).contains { $0.hasPrefix("│▸") }
    }
    try terminal.send("\u{1B}[<0;20;10M\u{1B}[<0;20;10m\u{1B}[<0;20;10M\u{1B}[<0;20;10m")
    try await terminal.wait(for: "followed from here on")
    try terminal.type("/")
    try terminal.paste("is this\ntyped?")
    try await terminal.wait(for: "/is this typed?")
    try terminal.type("C-c")
    try await terminal.wait(for: "ended with 130")
  }

  @Test("let nothing that is pasted press a key")
  func paste() async throws {
    let terminal = try board("", nil)
    try await terminal.wait(for: "LIVE")
    try terminal.paste("q?zqy\rq")
    try terminal.type("?")
    try await terminal.wait(for: "Help")
    try terminal.type("q")
    try await terminal.wait("the help is closed") { rows in !rows.contains { $0.contains("Help") } }
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }

  private func board(_ options: String, _ trace: TerminalTrace?) throws -> TmuxSession {
    try TmuxSession(
      "'\(Program.path)' demo \(options)", columns: 100, rows: 30, output: trace?.file)
  }
}
