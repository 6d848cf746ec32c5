import TestSupport
import Foundation
import Glibc
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
