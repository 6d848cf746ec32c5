import Testing
import TestSupport
@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardSimulator

/// The board against what the simulated platform knows to be so, over real HTTP.
@Suite("The board and the truth", .fewAtATime, .serialized)
struct TruthTests {
  @Test("After 10,000 events with drops, overlaps and resumes in between, the board is the truth")
  func tenThousandEvents() async throws {
    var options = SimulatorOptions()
    options.seed = 7
    options.rate = 0
    options.retryMilliseconds = 20
    options.faults = try ["drop:900", "replay-overlap:40", "cut"].map {
      try #require(SimulatorFault.parse($0))
    }
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    for _ in 0..<20 {
      await workspace.simulator.emit(count: 500)
      // The platform remembers no more than it resumes with.
      try await workspace.foldUntilLast()
    }
    await workspace.simulator.turnOff(.drop)
    try await compare(workspace)
    let board = workspace.reader.state.board
    #expect(board.connection.reconnects >= 3)
    #expect(board.counts.duplicates > 0)
    #expect(board.counts.malformed == 0)
    #expect(board.counts.unknown == 0)
    await workspace.stop()
  }

  @Test("Garbage in the stream is counted and costs nothing else")
  func garbage() async throws {
    var options = SimulatorOptions()
    options.seed = 8
    options.rate = 0
    options.faults = [try #require(SimulatorFault.parse("garbage:10"))]
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    await workspace.simulator.emit(count: 2_000)
    try await compare(workspace)
    let board = workspace.reader.state.board
    #expect(board.counts.malformed > 0)
    #expect(board.counts.unknown > 0)
    await workspace.stop()
  }

  @Test("A board that opens in the middle of the day shows what the platform knows")
  func lateStart() async throws {
    var options = SimulatorOptions()
    options.seed = 9
    options.rate = 0
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    let truth = try await workspace.truth()
    let board = try workspace.snapshot()
    #expect(
      board.items("calls", by: "call_sid").keys == truth.items("calls", by: "call_sid").keys)
    #expect(
      board.items("operators", by: "operator_id").mapValues { $0["status"] }
        == truth.items("operators", by: "operator_id").mapValues { $0["status"] })
    await workspace.stop()
  }

  /// Compares part by part.
  private func compare(_ workspace: SimulatedWorkspace) async throws {
    let truth = try await workspace.foldUntilLast()
    let board = try workspace.snapshot()
    for (name, key) in [
      ("calls", "call_sid"), ("operators", "operator_id"), ("surfaces", "surface_id"),
      ("text_sessions", "session_id"),
    ] {
      compare(name, by: key, board, truth)
    }
    for name in ["ended_calls", "ended_text_sessions"] {
      #expect(board[name].without("recent") == truth[name].without("recent"), "\(name)")
    }
    #expect(board["counts"]["by_type"] == truth["counts"]["by_type"])
  }

  private func compare(
    _ name: String, by key: String, _ board: JSONObject, _ truth: JSONObject
  ) {
    let shown = board.items(name, by: key)
    let true_ = truth.items(name, by: key)
    #expect(Set(shown.keys) == Set(true_.keys), "\(name)")
    for (id, item) in shown {
      // How the board came to know of a call is no part of the truth.
      #expect(item.without("origin") == true_[id], "\(name) \(id)")
    }
  }
}
