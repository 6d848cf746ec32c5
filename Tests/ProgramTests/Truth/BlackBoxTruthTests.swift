import AppFixtures
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardRecording
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// The last minutes against the board that they are of, over real HTTP.
@Suite("A black box and the truth", .fewAtATime)
struct BlackBoxTruthTests {
  /// Hands on what a reader folds.
  private final class Witness: FeedWitness {
    let box: BlackBox
    init(_ box: BlackBox) { self.box = box }
    func willFold(_ input: Input, into state: WallboardState) {}
    func didFold(_ input: Input, into state: WallboardState, isNews: Bool) {
      box.observe(input, isDuplicate: !isNews, state: state)
    }
  }

  @Test("replays to the board, from one segment or from the last two of many, with nothing private")
  func replays() async throws {
    for bytes in [8 << 20, 96 << 10] {
      try await withTemporaryFolder { folder in
        var habits = BlackBox.Habits()
        (habits.bytes, habits.shortest, habits.reserve) = (bytes, 0, 8 << 10)
        let box = try BlackBox(
          BlackBoxFolder(path: folder, home: nil), workspace: "w", pseudonyms: PseudonymKey(1, 2),
          habits)
        var options = SimulatorOptions()
        options.rate = 0
        options.ciphersWords = true
        let workspace = try await SimulatedWorkspace(options)
        workspace.reader.witness = Witness(box)
        try await workspace.foldUntilComplete()
        for _ in 0..<4 {
          let count = workspace.reader.state.board.counts.events
          await workspace.simulator.emit(count: 300)
          try await workspace.fold(until: "events") { $0.counts.events >= count + 300 }
        }
        let words = box.save(rows: [])
        let path = String(try #require(words.firstMatch(of: /^Saved, masked: (.*)$/)).1)
        let player = try Scratch.player(of: path)
        #expect(player.skipped == 0)
        expectSame(player.state.board, workspace.reader.state.board)
        let hasAll = player.state.board.counts.events == workspace.reader.state.board.counts.events
        #expect(hasAll == (bytes > 1 << 20))
        let spoken = try await Spoken.read(from: workspace.address)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(spoken.identifiers.count > 10 && spoken.words.count > 20)
        #expect(spoken.identifiers(in: text).isEmpty && spoken.words(in: text).isEmpty)
        #expect(text.utf8.count < 2 * bytes)
        await workspace.stop()
      }
    }
  }

  /// What a read tells of the two is the same.
  private func expectSame(_ replayed: Board, _ board: Board) {
    #expect(Set(replayed.calls.keys) == Set(board.calls.keys))
    #expect(replayed.calls.mapValues(\.currentState) == board.calls.mapValues(\.currentState))
    #expect(replayed.operators.mapValues(\.status) == board.operators.mapValues(\.status))
    #expect(
      replayed.surfaces.values.filter { !$0.stage.isFinished }.map(\.surfaceID).sorted()
        == board.surfaces.values.filter { !$0.stage.isFinished }.map(\.surfaceID).sorted())
  }
}
