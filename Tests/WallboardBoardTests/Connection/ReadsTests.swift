import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct WantedReadTests {
  private let all = Effect.network(.read(Set(SnapshotSource.allCases)))

  /// A stream that is open since second 0, and whose reads were all answered at once.
  private func quietScene() -> Scene {
    var scene = Scene()
    scene.open(at: 0)
    scene.read(.services([:]), at: 0)
    scene.read(.calls([], isComplete: true), at: 0)
    scene.read(.operators([], isComplete: true), at: 0)
    scene.read(.escalations([], isComplete: true), at: 0)
    scene.read(.surfaces([], isComplete: true), at: 0)
    return scene
  }

  @Test func openingReadsEverythingOnce() {
    var scene = Scene()
    #expect(scene.open(at: 0) == [all])
    #expect(scene.frame(at: 0).network.isEmpty)
  }

  @Test func aReadIsNotMadeAgainWithin30Seconds() {
    var scene = quietScene()
    scene.tell(.escalated("A"), at: 1)
    #expect(scene.frame(at: 1).network.isEmpty)
    scene.tell(.escalated("B"), at: 20)
    #expect(scene.frame(at: 29).network.isEmpty)
    #expect(scene.frame(at: 30).network == [.network(.read([.calls]))])
    #expect(scene.frame(at: 31).network.isEmpty)
  }

  @Test func reopeningSoonReadsWhenThePauseIsOver() {
    var scene = quietScene()
    scene.lose(at: 5)
    #expect(scene.open(at: 8).isEmpty)
    #expect(scene.frame(at: 30).network == [all])
  }

  @Test func nothingIsReadWhileTheStreamIsDown() {
    var scene = quietScene()
    scene.tell(.escalated("A"), at: 1)
    scene.lose(at: 2)
    #expect(scene.frame(at: 100).network.isEmpty)
    #expect(scene.open(at: 101) == [all])
  }

  @Test func aStreamThatIsNotAnsweredIsMadeUpForByReadsAgainAndAgain() {
    var scene = Scene()
    #expect(scene.leaveUnanswered(at: 5) == [all])
    for source in SnapshotSource.allCases { scene.act(.readStarted(source, at: second(5))) }
    scene.act(.read(.calls([], isComplete: true), at: second(6)))
    #expect(scene.frame(at: 20).network.isEmpty)
    #expect(scene.board.readAge == 14)
    #expect(!scene.board.isLive(staleAfter: 45))
    #expect(scene.frame(at: 35).network == [.network(.read([.calls]))])
  }

  @Test func whatWasReadBeforeTheStreamOpenedIsReadAgainAtOnce() {
    var scene = Scene()
    scene.leaveUnanswered(at: 5)
    scene.read(.calls([], isComplete: true), at: 6)
    scene.act(.readStarted(.operators, at: second(6)))
    let rest = Set(SnapshotSource.allCases).subtracting([.operators])
    #expect(scene.open(at: 7) == [.network(.read(rest))])
    // What is under way was sent before the stream told anything: it is made once more.
    scene.act(.read(.operators([], isComplete: true), at: second(8)))
    #expect(scene.frame(at: 8).network == [.network(.read([.operators]))])
    #expect(scene.board.readAge == nil)
  }

  @Test func whatReadsFoundAgesUntilTheStreamIsOpen() {
    var scene = Scene()
    scene.leaveUnanswered(at: 5)
    scene.read(.calls([], isComplete: true), at: 6)
    scene.lose(at: 80)
    #expect(scene.frame(at: 100).network.isEmpty)
    #expect(scene.board.readAge == 94)
    scene.open(at: 101)
    #expect(scene.board.readAge == nil)
  }

  @Test func aReadUnderWayIsNotDoubled() {
    var scene = quietScene()
    scene.act(.readStarted(.calls, at: second(40)))
    scene.tell(.escalated("A"), at: 41)
    #expect(scene.frame(at: 90).network.isEmpty)
    scene.act(.read(.calls([], isComplete: false), at: second(95)))
    #expect(scene.frame(at: 96).network == [.network(.read([.calls]))])
  }

  @Test func aReadThatStartsAnswersWhatWasWantedBefore() {
    var scene = quietScene()
    scene.tell(.escalated("A"), at: 41)
    scene.act(.readStarted(.calls, at: second(42)))
    scene.act(.read(.calls([], isComplete: false), at: second(43)))
    #expect(scene.frame(at: 100).network.isEmpty)
  }

  @Test func aFailedReadWaitsAsLongAsThePlatformAsks() {
    var scene = quietScene()
    scene.act(.readStarted(.calls, at: second(40)))
    scene.act(
      .readFailed(.calls, reason: "429", retryAt: second(200), at: second(41)))
    scene.tell(.escalated("A"), at: 100)
    #expect(scene.frame(at: 199).network.isEmpty)
    #expect(scene.frame(at: 200).network == [.network(.read([.calls]))])
  }

  @Test func callsAreReadAgainEachMinuteForNoEventTellsOfRisk() {
    var scene = quietScene()
    scene.read(.calls([CallSnapshot(callSID: "A")], isComplete: true), at: 100)
    #expect(scene.frame(at: 159).network.isEmpty)
    #expect(scene.frame(at: 160).network == [.network(.read([.calls]))])
    scene.read(.calls([], isComplete: true), at: 161)
    // Where there are none, an event tells of the next.
    #expect(scene.frame(at: 400).network.isEmpty)
  }

  @Test func eachReadFailsAlone() {
    var scene = Scene(.started("A"))
    var expected = scene.board
    expected.reads[.surfaces] = ReadStatus(
      isReading: false, outcome: .failed(reason: "403", retryAt: nil), startedAt: second(2),
      startedRevision: 1)
    expected.wantedReads = [.services]
    scene.act(.readStarted(.surfaces, at: second(2)))
    scene.act(.readFailed(.surfaces, reason: "403", retryAt: nil, at: second(3)))
    #expect(scene.board == expected)
  }

  @Test func aCallForAServiceWithoutANameAsksForTheNames() {
    var scene = Scene(.started("A"))
    #expect(scene.board.wantedReads == [.services])
    scene.read(.services(["billing": "Billing"]), at: 2)
    scene.tell(.started("B"), at: 3)
    #expect(scene.board.wantedReads.isEmpty)
    #expect(scene.board.name(of: "billing" as ServiceID) == "Billing")
  }
}

extension [Effect] {
  /// What is asked of the network.
  fileprivate var network: [Effect] {
    filter { if case .network = $0 { true } else { false } }
  }
}

extension Scene {
  @discardableResult
  fileprivate mutating func leaveUnanswered(at seconds: Int64) -> [Effect] {
    act(.connection(ConnectionChange(.unanswered, at: second(seconds))))
  }
}
