import DequeModule
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

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

/// A followed call against what the simulated platform has told of it, over a real socket.
@Suite("A followed call and the truth", .fewAtATime, .serialized)
struct FollowTruthTests {
  @Test(
    "is told as it was spoken, however the messages come",
    arguments: [
      [], ["observer-fragments", "observer-pings:2"], ["observer-coalesce:7"], ["observer-drip"],
      ["observer-binary", "observer-garbage:5", "observer-unknown:7"], ["observer-old-names"],
    ])
  func transcript(faults: [String]) async throws {
    var options = SimulatorOptions()
    options.seed = 11
    options.rate = 0
    options.observerRate = 600
    options.faults = try faults.map { try #require(SimulatorFault.parse($0)) }
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    let call = try workspace.followLastCall()
    try await workspace.fold(until: "a conversation") { board in
      board.observations[call]?.timeline.count(from: 0) ?? 0 > 120
    }
    let observation = try #require(workspace.reader.state.board.observations[call])
    try compare(observation, with: try await workspace.told(of: call))
    #expect(observation.gaps == 0)
    #expect((observation.counts.malformed > 0) == faults.contains("observer-garbage:5"))
    #expect((observation.counts.unknown > 0) == faults.contains("observer-unknown:7"))
    await workspace.stop()
  }

  /// The platform is ahead: what is whole here must be the beginning of what it has told.
  private func compare(_ observation: Observation, with told: [JSONPart]) throws {
    let document = try Self.open(ObservationDocument(observation))
    // The story tells what was said before; the platform's list begins where the call was followed.
    let before = observation.timeline.entries.filter { $0.number < 0 }.map(\.content)
    let linesBefore = before.count { if case .utterance = $0 { true } else { false } }
    let runsBefore = before.count { if case .tool = $0 { true } else { false } }
    // A line of which the text could not be understood is one that the platform did not tell.
    let lines = document.array("transcript").dropFirst(linesBefore).filter {
      $0["final"] == .bool(true) && $0["text"] != .null
    }
    let toldLines = told.filter { $0["kind"].string == "line" && $0["final"] == .bool(true) }
    #expect(lines.count > 20 && lines.count <= toldLines.count)
    for (line, told) in zip(lines, toldLines) {
      for member in ["speaker", "text", "interrupted"] { #expect(line[member] == told[member]) }
    }
    // Of a run that was under way when the call was followed only the end was told.
    let wasToldWhole = observation.timeline.entries.filter { $0.number >= 0 }.compactMap { entry in
      if case .tool(let run) = entry.content { run.startedAt != nil } else { nil }
    }
    let runs = zip(document.array("tool_calls").dropFirst(runsBefore), wasToldWhole).filter(\.1)
      .map(\.0)
      .prefix { $0["status"].string != "running" }
    #expect(runs.count > 3)
    for (run, told) in zip(runs, told.filter { $0["kind"].string == "tool" }) {
      #expect(run["tool_name"] == told["tool_name"])
      #expect(run["status"] == told["status"])
      #expect(run["error"] == told["error_message"])
    }
  }

  private static func open(_ document: ObservationDocument) throws -> JSONObject {
    let encoder = JSONLineEncoder(Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)).output)
    return try JSONObject(Data(encoder.line(document).utf8))
  }
}
