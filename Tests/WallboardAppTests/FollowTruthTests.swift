import DequeModule
import Foundation
import OrderedCollections
import Testing
import TestSupport
@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardSimulator

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
      board.observations[call]?.timeline.entries.count ?? 0 > 120
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
    // A line of which the text could not be understood is one that the platform did not tell.
    let lines = document.array("transcript").filter {
      $0["final"] == .bool(true) && $0["text"] != .null
    }
    let toldLines = told.filter { $0["kind"].string == "line" && $0["final"] == .bool(true) }
    #expect(lines.count > 20 && lines.count <= toldLines.count)
    for (line, told) in zip(lines, toldLines) {
      for member in ["speaker", "text", "interrupted"] { #expect(line[member] == told[member]) }
    }
    // Of a run that was under way when the call was followed only the end was told.
    let wasToldWhole = observation.timeline.entries.compactMap { entry in
      if case .tool(let run) = entry.content { run.startedAt != nil } else { nil }
    }
    let runs = zip(document.array("tool_calls"), wasToldWhole).filter(\.1).map(\.0)
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
