import Glibc
import TestSupport
import Testing

/// Output that somebody stopped, and the keys that stop it.
@Suite("A terminal whose output is stopped", .fewAtATime, .serialized)
struct TerminalStopTests {
  enum Stop: CaseIterable {
    /// By a program (tcflow(3)).
    case program
    /// By Ctrl-S, which somebody's `stty` brought back.
    case key
  }

  @Test("has not been by Ctrl-S while the board draws, which is a key, as Ctrl-Q is")
  func flowControl() async throws {
    let terminal = try board()
    try await terminal.wait(for: "LIVE")
    terminal.type("\u{13}?")
    try await terminal.wait(for: "Help")
    terminal.type("\u{13}q\u{11}q")
    #expect(try await terminal.waitForEnd().status == 0)
    try await terminal.wait(for: "\u{1B}[?1049l")
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test(
    "is given back all the same", arguments: Stop.allCases,
    [TerminalModeTests.Ending.quit, .terminated, .faulted])
  func ends(stop: Stop, ending: TerminalModeTests.Ending) async throws {
    let terminal = try board()
    try await terminal.wait(for: "LIVE")
    try await self.stop(terminal, stop)
    let since = terminal.count
    if ending == .quit { terminal.type("q") } else { terminal.signal(ending.rawValue) }
    let status = try await terminal.waitForEnd().status
    #expect(status == [.quit: 0, .terminated: 130][ending] ?? -ending.rawValue)
    try await terminal.wait(for: "\u{1B}[?2004l", since: since)
    try await terminal.wait(for: "\u{1B}[?1049l", since: since)
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("is given to the shell when the program is suspended", arguments: Stop.allCases)
  func suspended(stop: Stop) async throws {
    let terminal = try board()
    try await terminal.wait(for: "LIVE")
    try await self.stop(terminal, stop)
    let since = terminal.count
    // Nobody could continue this process, so that it goes on at once.
    terminal.signal(SIGTSTP)
    try await terminal.wait(for: "\u{1B}[?1049l", since: since)
    try await terminal.wait(for: "\u{1B}[?1049h", since: since)
    try await terminal.wait(for: "LIVE", since: since)
  }

  @Test("begins to go on when the board starts", arguments: Stop.allCases)
  func stoppedBefore(stop: Stop) async throws {
    let terminal = try PseudoTerminal("read -r line; exec '\(Program.path)' demo")
    try await self.stop(terminal, stop)
    terminal.type("\n")
    try await terminal.wait(for: "LIVE")
    terminal.type("q")
    #expect(try await terminal.waitForEnd().status == 0)
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("goes on when the screen is repainted")
  func repainted() async throws {
    let terminal = try board()
    try await terminal.wait(for: "LIVE")
    try await stop(terminal, .key)
    let since = terminal.count
    terminal.type("\u{0C}")
    try await terminal.wait(for: "LIVE", since: since)
  }

  private func board() throws -> PseudoTerminal {
    try PseudoTerminal("exec '\(Program.path)' demo")
  }

  private func stop(_ terminal: PseudoTerminal, _ stop: Stop) async throws {
    switch stop {
    case .program: terminal.stopOutput()
    case .key:
      terminal.useFlowControl()
      terminal.type("\u{13}")
    }
    try await terminal.wait("the stop") { terminal.isFull }
  }
}
