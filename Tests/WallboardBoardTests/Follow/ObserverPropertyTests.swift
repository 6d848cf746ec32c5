import DequeModule
import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct ObserverPropertyTests {
  @Test func theFollowedCallsAgreeWithThemselvesAfterAnything() {
    var mostFollowed = 0
    for seed in [21, 22, 23] as [UInt64] {
      var state = WallboardState(.test)
      var longest = 0
      for (number, input) in RandomLog.observing(10_000, seed: seed).enumerated() {
        _ = reduce(into: &state, input)
        longest = max(longest, state.board.observations.values.map(\.timeline.trimmed).max() ?? 0)
        mostFollowed = max(mostFollowed, state.view.panes.count)
        // Each look at all entries costs more than many inputs.
        guard number % 20 == 0 else { continue }
        let broken = Invariants.broken(in: state) + Invariants.broken(in: state.board)
        guard broken.isEmpty else {
          Issue.record("seed \(seed), after action \(number) \(input): \(broken)")
          return
        }
      }
      #expect(longest > 0, "seed \(seed)")
    }
    // Not every log comes to follow as many as there may be.
    #expect(mostFollowed == Limits.followedCalls)
  }

  @Test(arguments: [24, 25] as [UInt64])
  func theBoardsOwnLogBreaksNoPane(seed: UInt64) {
    var state = WallboardState(.test)
    for (number, input) in RandomLog.inputs(5_000, seed: seed).enumerated() {
      _ = reduce(into: &state, input)
      let broken = Invariants.broken(in: state)
      guard broken.isEmpty else {
        Issue.record("seed \(seed), after action \(number) \(input): \(broken)")
        return
      }
    }
  }

  @Test(arguments: [26, 27] as [UInt64])
  func theSameLogGivesTheSameState(seed: UInt64) {
    let log = RandomLog.observing(5_000, seed: seed)
    var (once, again) = (WallboardState(.test), WallboardState(.test))
    for input in log {
      let effects = reduce(into: &once, input)
      let same = effects == reduce(into: &again, input)
      #expect(same)
    }
    // Compared outside of the expectation, which would print both boards.
    let isSame = once == again
    #expect(isSame)
  }

  @Test func aLongCallStaysWithinItsBounds() {
    var events = RandomEvents(seed: 28)
    var scene = Scene.following()
    for _ in 0..<10_000 {
      let event = events.observerEvent(of: "A")
      scene.act(
        .observed(ReceivedObserverEvent(callSID: "A", at: second(1), event: event, size: 300)))
    }
    #expect(Invariants.broken(in: scene.state) == [])
    #expect(scene.entries().count == Limits.timelineEntries)
  }

  @Test func noMomentIsTooEarlyOrTooLate() {
    let moments = [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max].map(Timestamp.init(milliseconds:))
    var events = RandomEvents(seed: 29)
    var scene = Scene.following()
    for _ in 0..<5_000 {
      let event = ReceivedObserverEvent(
        callSID: "A", at: events.pick(moments), event: events.observerEvent(of: "A"))
      scene.act(.observed(event))
      let phase = events.pick([
        ObserverPhase.open, .waiting(until: events.pick(moments), attempt: 1, reason: "1006"),
      ])
      scene.act(.observer(ObserverChange("A", phase, at: events.pick(moments))))
      scene.act(.frame(Frame(now: events.pick(moments))))
    }
    #expect(Invariants.broken(in: scene.state) == [])
  }

  @Test func everyEventHasASummaryWhateverItsNumbers() {
    var events = RandomEvents(seed: 30, hasNaN: true)
    let privacy = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))
    let context = SummaryContext(names: Board(), disclosure: privacy.output, for: .people)
    for _ in 0..<5_000 {
      let event = events.observerEvent(of: "A")
      let summary = event.summary(context)
      guard summary.isEmpty else { continue }
      // Only words may be none.
      #expect(event.isOfWordsAlone, "\(event.name)")
    }
  }
}

extension ObserverEvent {
  fileprivate var isOfWordsAlone: Bool {
    switch self {
    case .userTranscript, .agentTranscript, .agentTranscriptDelta, .unknown: true
    default: false
    }
  }
}
