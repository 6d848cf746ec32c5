import AppFixtures
import Testing

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The summary")
struct PlainSummaryTests {
  private func at(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }

  @Test("Nothing is summed up before the reads came back, and nothing while the board is stale")
  func onlyWhatIsCurrent() {
    var state = WallboardState(.test)
    var summary = PlainSummary(staleAfter: 30)
    func fold(_ inputs: Input...) { for input in inputs { _ = reduce(into: &state, input) } }
    func told() -> String? { summary.sentence(state.board) { _ in true } }
    fold(.connection(ConnectionChange(.open, at: at(0))), .frame(Frame(now: at(1))))
    #expect(told() == nil)
    let parts: [SnapshotPart] = [
      .calls([], isComplete: true), .operators([], isComplete: true),
      .escalations([], isComplete: true), .surfaces([], isComplete: true), .services([:]),
    ]
    for part in parts { fold(.readStarted(part.source, at: at(1)), .read(part, at: at(1))) }
    fold(.heard(at: at(2)), .frame(Frame(now: at(40))))
    #expect(told() == nil)
    fold(.heard(at: at(40)), .frame(Frame(now: at(41))))
    #expect(
      told()
        == "0 calls live, 0 waiting for an operator; operators: 0 available, 0 busy; 0 alerts.")
  }
}
