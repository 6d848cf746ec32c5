import AppFixtures
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// `wallboard record`, and what may end it.
@Suite("Recording", .fewAtATime) struct RecorderTests {
  /// Runs the command of the shell's over a lively platform, until that holds.
  private func run(
    _ command: (_ folder: String) -> String, until holds: (String) throws -> Bool,
    _ body: (String, PseudoTerminal) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.rate = 200
    let simulator = Simulator(options)
    let environment = options.environment(at: try await simulator.start())
    try await withTemporaryFolder { folder in
      let terminal = try PseudoTerminal(command(folder), environment: environment)
      try await terminal.wait("what is recorded") { try holds(folder) }
      try await body(folder, terminal)
      terminal.signal(SIGKILL)
    }
    await simulator.stop()
  }

  private func size(_ path: String) -> Int {
    (try? Data(contentsOf: URL(filePath: path)).count) ?? 0
  }

  @Test("that is killed leaves a recording that is read to its last whole line")
  func killed() async throws {
    try await run {
      "exec '\(Program.path)' record '\($0)/day'"
    } until: {
      size($0 + "/day") > 50_000
    } _: { folder, terminal in
      terminal.signal(SIGKILL)
      _ = try await terminal.waitForEnd()
      let lines = try Scratch.text(folder + "/day").split(separator: "\n")
      #expect(lines.count > 50)
      let board = try Scratch.board(of: folder + "/day")
      #expect(board.calls.count > 5 && board.counts.events > 50)
      let replay = try await Program.run(["replay", folder + "/day", "--json"])
      #expect(replay.status == 0 && replay.errors.isEmpty)
    }
  }

  @Test("ends with a sentence when the disk is full, and what was written can be read")
  func full() async throws {
    let limit = "trap '' XFSZ; ulimit -f 128; exec"
    try await run {
      "\(limit) '\(Program.path)' record '\($0)/day'"
    } until: {
      size($0 + "/day") >= 64 << 10
    } _: { folder, terminal in
      try await terminal.wait(for: "Recording ended: File too large")
      _ = try await terminal.waitForEnd()
      #expect(try Scratch.board(of: folder + "/day").counts.events > 50)
    }
  }

  @Test("that cannot go on ends, is told once, and the board goes on")
  func boardGoesOn() async throws {
    try await run {
      "trap '' XFSZ; ulimit -f 128; exec '\(Program.path)' watch --record '\($0)/day'"
    } until: {
      size($0 + "/day") >= 64 << 10
    } _: { folder, terminal in
      try await terminal.wait(for: "Recording ended: File too large")
      terminal.type("?")
      try await terminal.wait(for: "On the board")
      #expect(terminal.end == nil)
      #expect(try Scratch.board(of: folder + "/day").counts.events > 50)
    }
  }

  @Test("ends politely, and begins no second one in the same file")
  func twice() async throws {
    try await run {
      "trap : INT; for _ in 1 2; do '\(Program.path)' record '\($0)/day.ndjson'; done"
    } until: {
      size($0 + "/day.ndjson") > 20_000
    } _: { folder, terminal in
      terminal.type("\u{3}")
      try await terminal.wait("a second recording") {
        (try? Scratch.files(folder).count) == 2 && size(folder + "/day.ndjson") > 2_000
      }
      let aside = try #require(try Scratch.files(folder).first { $0 != "day.ndjson" })
      #expect(try Scratch.text(folder + "/" + aside).hasSuffix("}\n"))
      #expect(try Scratch.board(of: folder + "/" + aside).counts.events > 20)
    }
  }
}
