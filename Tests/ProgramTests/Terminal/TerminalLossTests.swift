import Foundation
import Glibc
import TestSupport
import Testing

/// A terminal that goes away, and one that is no terminal any more.
@Suite("A board whose terminal is gone", .fewAtATime, .serialized, .thorough)
struct TerminalLossTests {
  /// What the board is told of it, and how it is run.
  enum Start: String, CaseIterable {
    case usual = "exec"
    case ignoringHangUp = "trap '' HUP; exec"
    case ignoringInOwnSession = "trap '' HUP; exec setsid --wait"
    case withoutInput = "exec < /dev/null"
    case withoutErrors = "exec 2>&-; exec"
    case withOutputAlone = "trap '' HUP; exec <&- 2>&-; exec"
  }

  @Test("ends at once, whether it is told or not", arguments: Start.allCases)
  func gone(_ start: Start) async throws {
    let terminal = try board(start)
    try await terminal.wait(for: "LIVE")
    try await hangUp(terminal)
  }

  @Test("ends in the middle of a frame, too", arguments: [1, 40, 400, 1_000, 3_000, 6_000])
  func inAFrame(bytes: Int) async throws {
    let terminal = try board(.ignoringHangUp, options: "--rate 200")
    try await terminal.wait("\(bytes) bytes") { terminal.count >= bytes }
    try await hangUp(terminal)
  }

  @Test("ends when it was stalled before", arguments: [Start.usual, .ignoringHangUp])
  func stalled(_ start: Start) async throws {
    let terminal = try board(start, options: "--rate 500")
    try await terminal.wait(for: "LIVE")
    terminal.stall()
    try await terminal.repaintUntilFull()
    try await hangUp(terminal)
  }

  @Test("ends when it goes on after a stop", arguments: [Start.usual, .ignoringHangUp])
  func stopped(_ start: Start) async throws {
    let terminal = try board(start)
    try await terminal.wait(for: "LIVE")
    terminal.signal(SIGSTOP)
    try await terminal.wait("the stop") { terminal.isStopped }
    let used = terminal.processorSeconds(of: terminal.process)
    terminal.hangUp()
    terminal.signal(SIGCONT)
    let end = try await terminal.waitForEnd()
    #expect(end.status == 130 || end.status == -SIGHUP)
    #expect(end.seconds - used < 5)
  }

  @Test("ends where nothing but a read or a write tells")
  func own() async throws {
    let terminal = try board(.ignoringInOwnSession)
    try await terminal.wait(for: "LIVE")
    let board = try #require(terminal.child)
    terminal.hangUp()
    let began = ContinuousClock.now
    try await terminal.wait("the board's end") { !terminal.isRunning(board) }
    Figures.note("in a session of its own: gone after \(began.duration(to: .now))")
  }

  @Test("without a terminal says what works instead", arguments: [">&-", "> /dev/null"])
  func noOutput(redirection: String) async throws {
    let terminal = try PseudoTerminal("exec '\(Program.path)' demo \(redirection)")
    let end = try await terminal.waitForEnd()
    #expect(end.status == 1)
    try await terminal.wait(for: "The board needs a terminal. Without one, use --plain")
    #expect(terminal.bytes.firstRange(of: [0x1B]) == nil)
  }

  @Test("writes messages nowhere when there is no standard error")
  func noErrors() async throws {
    try await withTemporaryFolder { folder in
      let log = "\(folder)/log"
      let terminal = try PseudoTerminal(
        "exec 2>&-; '\(Program.path)' events --url http://127.0.0.1:1 "
          + "--workspace 00000000-0000-4000-8000-000000000001 --log '\(log)'",
        environment: ["WALLBOARD_TOKEN": "secret-token"])
      try await terminal.wait("the second attempt in the log") {
        (try? String(contentsOfFile: log, encoding: .utf8))?.contains("attempt 2") == true
      }
      kill(try #require(terminal.child), SIGTERM)
      _ = try await terminal.waitForEnd()
      let text = try String(contentsOfFile: log, encoding: .utf8)
      #expect(!text.contains("wallboard: "))
    }
  }

  private func board(_ start: Start, options: String = "") throws -> PseudoTerminal {
    let program = "'\(Program.path)' demo \(options)"
    return switch start {
    case .withoutInput: try PseudoTerminal("exec \(program) < /dev/null")
    default: try PseudoTerminal("\(start.rawValue) \(program)")
    }
  }

  private func hangUp(_ terminal: PseudoTerminal) async throws {
    let board = terminal.child ?? terminal.process
    let used = terminal.processorSeconds(of: terminal.process)
    let began = ContinuousClock.now
    terminal.hangUp()
    let end = try await terminal.waitForEnd()
    try await terminal.wait("the board's end") { !terminal.isRunning(board) }
    // 129: the shell or `setsid` says what ended it.
    #expect([130, 129, -SIGHUP].contains(end.status))
    #expect(end.seconds - used < 5, "it did not spin")
    Figures.note("gone after \(end.at - began), \(end.seconds - used) s of processor time")
  }
}
