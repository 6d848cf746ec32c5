import Testing
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardSystem

@Suite("The end of `snapshot --until-end`")
struct SnapshotEndTests {
  /// A feed that hands everything over at once.
  private final class Script: Feed {
    var inputs: [Input]

    init(_ inputs: [Input]) {
      self.inputs = inputs
    }

    func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) throws(Failure) {
      defer { inputs = [] }
      for input in inputs { try take(input) }
    }

    func send(_ command: NetworkCommand) {}

    var now: Timestamp { SnapshotEndTests.start }
  }

  private static let start = Timestamp(milliseconds: 1_766_000_000_000)

  private func connection(_ phase: ConnectionPhase) -> Input {
    .connection(ConnectionChange(phase, at: Self.start))
  }

  private func event(_ number: Int) throws -> Input {
    let outcome = WorkspaceEventDecoder().decode(
      id: "\(number)", type: "surface.updated", data: #"{"surface_id":"s"}"#, at: Self.start)
    guard case .event(let event) = outcome else { throw NoEvent() }
    return .received(event)
  }

  private struct NoEvent: Error {}

  @Test(
    "nothing of the next connection is folded, though it came with the end of the first",
    arguments: [
      ConnectionPhase.waiting(until: start, attempt: 1, reason: "closed"),
      .connecting(attempt: 1), .stopped(reason: "over"),
    ])
  func nothingBehindIt(end: ConnectionPhase) throws {
    let script = Script([
      connection(.connecting(attempt: 1)), connection(.open), try event(1), connection(end),
      connection(.open), try event(2),
    ])
    let reader = FeedReader(
      feed: script, wakeup: try Wakeup(),
      settings: BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))))
    let mode = SnapshotMode(
      reader, at: .streamEnd, as: .json,
      disclosure: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)).output)
    #expect(try mode.run() == .done)
    #expect(reader.state.board.counts.events == 1)
    #expect(reader.state.board.connection.phase == end)
  }
}
