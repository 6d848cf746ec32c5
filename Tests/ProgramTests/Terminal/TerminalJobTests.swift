import Foundation
import Glibc
import TestSupport
import Testing

/// Jobs that do not have the terminal: those of a shell, and what `timeout` starts.
@Suite("A board in the background", .fewAtATime, .serialized)
struct TerminalJobTests {
  private static let recording = Repository.root
    .appending(path: "Tests/Recordings/hour.ndjson").path
  private static let sentence = "timeout needs its option --foreground"

  @Test(
    "says what helps, waits, and ends when it is told to", arguments: [SIGTERM, SIGHUP],
    ["demo", "replay '\(recording)'", "watch --wall"])
  func timeout(signal: Int32, command: String) async throws {
    // The shell stays, or `timeout` would have the terminal.
    let terminal = try PseudoTerminal(
      "timeout 600 '\(Program.path)' \(command); echo \"ended with $?.\"")
    try await terminal.wait(for: Self.sentence)
    let timeout = try #require(terminal.child)
    let board = try #require(terminal.child(of: timeout))
    try await terminal.wait("the stop") { terminal.isStopped(board) }
    kill(timeout, signal)
    try await terminal.wait(for: "ended with \(128 + signal).")
    #expect(!terminal.has("\u{1B}"))
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("is none under timeout --foreground")
  func foreground() async throws {
    let terminal = try PseudoTerminal(
      "timeout --foreground 600 '\(Program.path)' demo; echo \"ended with $?.\"")
    try await terminal.wait(for: "LIVE")
    kill(try #require(terminal.child), SIGTERM)
    try await terminal.wait(for: "ended with 130.")
    #expect(terminal.has("\u{1B}[?1049l"))
    #expect(!terminal.has(Self.sentence))
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("is shown when it is brought to the front")
  func front() async throws {
    let terminal = try shell(
      "'\(Program.path)' demo & read -r line; fg >/dev/null; echo \"ended with $?.\"")
    try await terminal.wait(for: Self.sentence)
    let board = try #require(terminal.child)
    try await terminal.wait("the stop") { terminal.isStopped(board) }
    terminal.type("\n")
    try await terminal.wait(for: "LIVE")
    terminal.type("q")
    try await terminal.wait(for: "ended with 0.")
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("leaves the terminal alone once it has given it back", arguments: [SIGTERM, SIGHUP])
  func continued(signal: Int32) async throws {
    let terminal = try shell(
      """
      '\(Program.path)' demo; bg >/dev/null; echo moved.; read -r line; echo told.; \
      kill -\(signal) %1; kill -CONT %1; read -r line
      """)
    try await terminal.wait(for: "LIVE")
    let board = try #require(terminal.child)
    terminal.type("\u{1A}")
    try await terminal.wait(for: "moved.")
    try await terminal.wait("the stop") { terminal.isStopped(board) }
    let since = terminal.count
    terminal.type("\n")
    try await terminal.wait("the board's end") { !terminal.isRunning(board) }
    #expect(!terminal.has("\u{1B}", since: since))
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("gives back what it had when it was stopped")
  func stopped() async throws {
    let terminal = try shell(
      """
      '\(Program.path)' demo; echo moved.; read -r line; \
      kill -TERM %1; kill -CONT %1; read -r line
      """)
    try await terminal.wait(for: "LIVE")
    let board = try #require(terminal.child)
    kill(board, SIGSTOP)
    try await terminal.wait(for: "moved.")
    #expect(!terminal.has("\u{1B}[?1049l"))
    terminal.type("\n")
    try await terminal.wait("the board's end") { !terminal.isRunning(board) }
    try await terminal.wait(for: "\u{1B}[?1049l")
    #expect(terminal.modes == terminal.firstModes)
  }

  @Test("ends where no shell can bring it to the front")
  func orphaned() async throws {
    let terminal = try PseudoTerminal(
      "sh -c 'set -m; \"\(Program.path)\" demo & sleep 0'; read -r line")
    try await terminal.wait(for: "no shell to bring this one to the front")
    #expect(!terminal.has("\u{1B}"))
  }

  @Test(
    "is reached by keys that are told by their numbers as by control characters",
    arguments: [
      ("\u{1B}[99;5u", "ended with 130."), ("\u{1B}[27;5;99~", "ended with 130."),
      ("\u{1B}[92;5:1u", "ended with 130."), ("\u{1B}[122;5u", "ended with 148."),
      ("\u{1B}[27;5;122~", "ended with 148."), ("\u{1B}[113;1u", "ended with 0."),
      ("/\u{1B}[99;5uq", "ended with 130."), (":\u{1B}[122;5:1u", "ended with 148."),
    ])
  func signals(keys: String, end: String) async throws {
    let terminal = try shell("'\(Program.path)' demo; echo \"ended with $?.\"")
    try await terminal.wait(for: "LIVE")
    terminal.type(keys)
    try await terminal.wait(for: end)
    #expect(terminal.modes == terminal.firstModes)
  }

  /// A shell that minds its jobs.
  private func shell(_ script: String) throws -> PseudoTerminal {
    try PseudoTerminal("set -m; \(script)")
  }
}
