import AppFixtures
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// A replay against the board that was recorded, over real HTTP.
@Suite("A replay and the truth", .fewAtATime, .serialized)
struct RecordingTruthTests {
  @Test(
    "Whatever happened, the end of a recording is the board that was recorded",
    arguments: [PrivacyMode.open, .desk])
  func sameBoard(mode: PrivacyMode) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/day.ndjson"
      let privacy = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2))
      let workspace = try await Self.workspace(
        faults: ["replay-overlap:40", "cut", "garbage:60", "rest-503:operators:1"])
      let recorder = try Recorder(
        path: path, habits: RecordingHabits(), workspace: Scratch.workspace, privacy: privacy)
      workspace.reader.recorder = recorder
      try await live(workspace)
      recorder.bookmark(at: Clock.now)
      workspace.reader.next(within: 0)
      let shown = try workspace.snapshot(privacy)
      recorder.stop()
      await workspace.stop()
      let replay = try await Program.run(
        ["replay", path, "--json"] + (mode == .open ? ["--privacy", "open"] : []))
      #expect(replay.status == 0 && replay.errors.isEmpty, "\(replay.errors)")
      let played = try JSONObject(Data(replay.output.utf8))
      #expect(Set(played.members.keys) == Set(shown.members.keys))
      for name in shown.members.keys.sorted() where name != "at" {
        let isSame = played[name] == shown[name]
        #expect(isSame, "\(name): \(Self.difference(played[name], shown[name]))")
      }
      #expect(played["observation"] != .null)
      #expect(played["counts"]["duplicates"].number ?? 0 > 0)
      #expect(played["counts"]["malformed"].number ?? 0 > 0)
      #expect(played["connection"]["reconnects"].number ?? 0 >= 2)
      #expect(try Scratch.text(path).contains(#""event":"failed""#))
    }
  }

  @Test("A recording that goes on in a new file begins with the board as it was")
  func rotated() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/day.ndjson"
      let workspace = try await Self.workspace(faults: [])
      workspace.reader.recorder = try Recorder(
        path: path, habits: RecordingHabits(rotation: "64K", kept: "2"),
        workspace: Scratch.workspace,
        privacy: Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)))
      try await workspace.foldUntilComplete()
      let call = try workspace.followLastCall()
      for _ in 0..<8 {
        await workspace.simulator.emit(count: 150)
        let last = try #require(try await workspace.foldUntilLast()["last_event_id"].string)
        // What is full goes on in a new file with the next event, once all this is written.
        try await waitUntil("the last event in the file") {
          try Scratch.text(path).contains("\"\(last)\"")
        }
      }
      let board = workspace.reader.state.board
      workspace.reader.recorder?.stop()
      await workspace.stop()
      #expect(try Scratch.files(folder).count == 3)
      let played = try Scratch.board(of: path)
      #expect(Set(played.calls.keys) == Set(board.calls.keys))
      #expect(played.operators.mapValues(\.status) == board.operators.mapValues(\.status))
      #expect(played.operators.mapValues(\.name) == board.operators.mapValues(\.name))
      let open = { (board: Board) in
        board.surfaces.values.filter { !$0.stage.isFinished }
          .map { "\($0.surfaceID) \($0.stage)" }
      }
      #expect(open(played) == open(board))
      #expect(played.services == board.services && played.connection.isOpen)
      #expect(Array(played.observations.keys) == [call])
      #expect(
        played.calls.mapValues { $0.escalation?.isActive ?? false }
          == board.calls.mapValues { $0.escalation?.isActive ?? false })
    }
  }

  private static func workspace(faults: [String]) async throws -> SimulatedWorkspace {
    var options = SimulatorOptions()
    options.seed = 31
    options.rate = 0
    options.observerRate = 200
    options.retryMilliseconds = 20
    options.workspace = Scratch.workspace
    options.faults = try faults.map { try #require(SimulatorFault.parse($0)) }
    return try await SimulatedWorkspace(options)
  }

  /// What a person may live through in a few seconds.
  private func live(_ workspace: SimulatedWorkspace) async throws {
    let (simulator, reader) = (workspace.simulator, workspace.reader)
    try await workspace.foldImpatiently(until: "the reads") { board in
      SnapshotSource.allCases.allSatisfy { board.reads[$0]?.outcome == .succeeded }
    }
    await simulator.emit(count: 200)
    try await workspace.foldUntilLast()
    try await workspace.hearAnotherCall(entries: 20)
    await simulator.dropStreams()
    await simulator.emit(count: 100)
    try await workspace.foldUntilLast()
    reader.perform(.useTheme("dark"))
    // In the same pane: the first one is followed no more.
    try await workspace.hearAnotherCall(entries: 20)
    await simulator.dropObservers()
    await simulator.dropStreams()
    await simulator.emit(count: 100)
    try await workspace.foldUntilLast()
    try await workspace.hearAnotherCall(entries: 20)
  }

  private static func difference(_ one: JSONPart, _ other: JSONPart) -> String {
    switch (one, other) {
    case (.object(let left), .object(let right)):
      Set(left.keys).union(right.keys).sorted().filter { left[$0] != right[$0] }
        .map { "\($0): \(difference(left[$0] ?? .null, right[$0] ?? .null))" }
        .joined(separator: "; ")
    case (.array(let left), .array(let right)) where left.count == right.count:
      zip(left, right).filter { $0 != $1 }.prefix(2).map(difference).joined(separator: "; ")
    case (.array(let left), .array(let right)):
      "\(left.count) is \(right.count), "
        + zip(left, right).enumerated().filter { $1.0 != $1.1 }.prefix(2)
        .map { "[\($0)] \(difference($1.0, $1.1))" }.joined(separator: "; ")
    default: "\("\(one)".prefix(300)) is \("\(other)".prefix(300))"
    }
  }
}
