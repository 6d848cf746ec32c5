import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// How a feed is lost, found again, and comes to its end.
struct FeedTests {
  private var scene = Scene.following()

  @Test mutating func theFirstOpeningLeavesNoGap() {
    #expect(scene.story() == [] && scene.observation()?.gaps == 0)
    var late = Scene(.started("A"))
    late.frame(at: 1)
    late.intend(.open)
    late.observe(.waiting(until: second(3), attempt: 1, reason: "4004"), at: 2)
    late.observe(.open, at: 3)
    #expect(late.story() == [] && late.observation()?.openedAt == second(3))
  }

  @Test mutating func aReconnectLeavesAGap() {
    scene.hear(.user("Hello"))
    scene.interruptObserver(from: 10, to: 17)
    scene.hear(.info("A", state: "billing"), .user("Anyone?"), from: 18)
    #expect(scene.story() == ["caller: Hello", "gap of 7 s", "caller: Anyone?"])
    #expect(scene.observation()?.gaps == 1 && scene.observation()?.lostAt == nil)
    #expect(scene.facts()?.currentState == "billing")
    scene.observe(.connecting(attempt: 1), at: 20)
    scene.observe(.open, at: 21)
    scene.observe(.open, at: 22)
    #expect(scene.story().suffix(1) == ["gap of 1 s"] && scene.observation()?.gaps == 2)
  }

  @Test mutating func openLinesAreCutOffByALoss() {
    scene.hear(.delta("Your app"), .user("I wo", by: "c", final: false))
    scene.interruptObserver(from: 3, to: 4)
    scene.hear(.delta("Sure"), .user("Would", by: "c"), from: 5)
    #expect(
      scene.story() == [
        "agent: Your app | cut off", "caller: I wo | cut off", "gap of 1 s",
        "agent: Sure | speaking", "caller: Would",
      ])
  }

  @Test(arguments: [
    ObserverPhase.refused(reason: "4003"), .notFound(reason: "4004"), .stopped(reason: "1008"),
    .ended,
  ])
  mutating func whatIsOpenWhenTheFeedStopsStaysAsItIs(phase: ObserverPhase) {
    scene.hear(.delta("Your app"), .toolStarted("find", "1"))
    scene.observe(phase, at: 3)
    #expect(scene.story() == ["agent: Your app | cut off", "find | unfinished"])
    #expect(scene.observation()?.isLive == false)
    scene.observe(.connecting(attempt: 1), at: 8)
    scene.observe(.open, at: 9)
    #expect(scene.story().last == "gap of 6 s" && scene.observation()?.gaps == 1)
  }

  @Test mutating func theStreamAndTheObserverTellOfOneEnd() {
    scene.hear(.user("Bye"))
    scene.tell(.ended("A", because: .transferred, after: 61), at: 5)
    scene.hear(.sessionEnd(because: "completed", after: 60), from: 6)
    #expect(scene.story() == ["caller: Bye", "ended: transferred 61.0 s"])
    #expect(scene.observation()?.ending?.at == second(5))
  }

  @Test mutating func theObserverMayTellFirst() {
    scene.hear(.sessionEnd(because: "completed", after: 60))
    #expect(scene.story() == ["ended: completed 60.0 s"])
    scene.tell(.ended("A", because: .transferred, after: 61), at: 5)
    #expect(scene.story() == ["ended: transferred 61.0 s"])
    #expect(scene.observation()?.ending?.at == second(1))
    let recent = scene.board.endedCalls.recent.last
    #expect(recent?.completionReason == scene.observation()?.ending?.reason)
    #expect(recent?.duration == scene.observation()?.ending?.duration)
  }

  @Test mutating func oneOfThemCompletesTheOther() {
    // 0 and the empty word are defaults of what is not known (contract 1.5).
    scene.hear(.sessionEnd(because: "", after: 0))
    #expect(scene.story() == ["ended: ? ?"])
    scene.tell(.ended("A", because: .abandoned, after: 7), at: 2)
    #expect(scene.story() == ["ended: abandoned 7.0 s"])
  }

  @Test mutating func whatWasSaidLastMayComeAfterTheStreamsWord() {
    scene.hear(.delta("Good"), .toolStarted("log", "1"))
    scene.tell(.ended("A"), at: 3)
    scene.hear(
      .agent("Goodbye."), .toolCompleted("log", "1", after: 4), .user("Thanks, bye."), from: 4)
    #expect(scene.observation()?.ending?.at == second(3))
    scene.hear(.sessionEnd(), from: 7)
    #expect(
      scene.story() == [
        "agent: Goodbye.", "log | succeeded | 4 ms", "caller: Thanks, bye.",
        "ended: completed 60.0 s",
      ])
  }

  @Test mutating func theSocketOfAnEndedCallIsLeftAfterTheFarewell() {
    scene.hear(.delta("Good"))
    scene.tell(.ended("A"), at: 10)
    #expect(scene.frame(at: 14) == [])
    #expect(scene.observation()?.phase == .open)
    #expect(scene.frame(at: 15) == [.network(.unfollow("A"))])
    #expect(scene.observation()?.phase == .ended)
    #expect(scene.story() == ["agent: Good | cut off", "ended: completed 60.0 s"])
    #expect(scene.frame(at: 16) == [])
    // What was said stays in its pane.
    #expect(scene.state.view.panes.map(\.callSID) == ["A"])
  }

  @Test mutating func aClockThatIsSetBackKeepsNoSocket() {
    scene.tell(.ended("A"), at: 10)
    #expect(scene.frame(at: 9) == [.network(.unfollow("A"))])
  }

  @Test mutating func theFactsOutliveTheCall() {
    scene.tell(.started("B", service: "sales", caller: "+1"), at: 1)
    scene.frame(at: 1)
    scene.intend(.focus(.calls), .moveToLast)
    scene.act(.intent(.openBeside))
    scene.tell(.ended("B"), at: 2)
    #expect(scene.board.calls["B"] == nil)
    #expect(scene.facts(of: "B")?.serviceID == "sales")
    #expect(scene.facts(of: "B")?.callerID == Protected("+1"))
    #expect(scene.facts(of: "B")?.startedAt == second(1))
    #expect(scene.observation(of: "B")?.ending?.reason == .completed)
  }

  @Test mutating func eventsOfACallThatIsFollowedNoMoreAreDropped() {
    scene.intend(.back)
    let before = scene.board
    scene.hear(.user("Hello"), .moved(from: "a", to: "b"))
    scene.observe(.open, at: 3)
    scene.act(
      .observedMalformed(
        "A",
        MalformedEvent(
          id: nil, name: "", receivedAt: second(3), reason: "not JSON", data: Protected("{"))))
    #expect(scene.board == before)
  }

  @Test mutating func whatCouldNotBeUnderstoodIsCountedAndSeen() {
    scene.act(
      .observedMalformed(
        "A",
        MalformedEvent(
          id: nil, name: "", receivedAt: second(3), reason: "not JSON", data: Protected("{"))))
    scene.hear(.unknown(UnknownEvent(name: "aura", data: Protected(.null))), .user("Hi"))
    #expect(scene.story() == ["malformed: not JSON", "aura", "caller: Hi"])
    #expect(scene.observation()?.counts.malformed == 1)
    #expect(scene.observation()?.counts.unknown == 1)
    #expect(scene.observation()?.counts.events == 2)
  }
}
