import TestSupport
import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

@Suite("The index of a recording", .inTurn) struct RecordingIndexTests {
  private static let lines = Samples.session(600, seed: 11)

  @Test("has its marks once and in order")
  func marks() throws {
    let tape = try Tape(Self.lines)
    let index = try tape.indexedPlayer(every: 10).index
    let marks = index.progress.marks.all
    #expect(marks.map(\.at) == marks.map(\.at).sorted())
    #expect(marks.count { $0.kind == .bookmark } == Self.lines.count { $0.content == .bookmark })
    let escalations = Self.lines.count { line in
      guard case .input(.received(let event)) = line.content, event.fingerprint != .max,
        case .callEscalated = event.event
      else { return false }
      return true
    }
    // Some ask again while they wait.
    #expect((1...escalations).contains(marks.count { $0.kind == .escalation }))
    for kind in [PlaybackMark.Kind.problem, .alert, .gap] {
      #expect(marks.contains { $0.kind == kind }, "\(kind)")
    }
    #expect(index.progress.isWhole && index.progress.skipped == 0)
    #expect(try index.progress.until == tape.playedPlayer.position)
    // Those of a sparser index are the same.
    #expect(try tape.indexedPlayer(every: 700).index.progress.marks.all == marks)
  }

  @Test("keeps no more checkpoints than it may")
  func bounded() throws {
    let tape = try Tape(Samples.session(1_500, seed: 13))
    let index = try tape.indexedPlayer(every: 2).index
    #expect((32...RecordingIndex.mostCheckpoints).contains(index.checkpoints))
    #expect((1...RecordingIndex.largestWeight).contains(index.weight))
  }

  @Test("is looked through no further when nobody waits for it")
  func cancelled() throws {
    let tape = try Tape(Self.lines)
    let player = try tape.player
    player.index.cancel()
    player.index.build(try tape.reader, every: 10)
    #expect(player.index.checkpoints <= 2 && !player.index.progress.isWhole)
  }
}
