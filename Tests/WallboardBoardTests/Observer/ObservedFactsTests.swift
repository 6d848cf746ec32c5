import DequeModule
import OrderedCollections
import Testing
@testable import WallboardBoard
@testable import WallboardEvents

/// What is known of a followed call beside what was said.
struct ObservedFactsTests {
  private var scene = Scene.following()

  @Test mutating func whoIsOnTheCall() {
    scene.hear(.joined("p1", .caller), .joined("p2"), .left("p2"), .left("unheard"))
    #expect(scene.facts()?.participants.keys.map(\.string) == ["p1", "p2"])
    #expect(scene.facts()?.participants["p2"]?.leftAt == second(3))
    scene.hear(.joined("p2"), from: 9)
    #expect(scene.facts()?.participants["p2"]?.leftAt == nil)
    #expect(scene.story().count == 5)
  }

  @Test mutating func whoLeftIsForgottenFirst() {
    for number in 0..<Limits.participants { scene.hear(.joined(Text("p\(number)"))) }
    scene.hear(.left("p7"), .joined("one more"), .joined("another"))
    let known = scene.facts()?.participants
    #expect(known?.count == Limits.participants)
    #expect(known?["p7"] == nil && known?["p0"] == nil && known?["p1"] != nil)
  }

  @Test mutating func theMoodHasAPlaceWhereItChanges() {
    scene.hear(
      .emotion("calm", .stable), .emotion("calm", .stable), .emotion("calm", .deteriorating),
      .emotion("tense", .deteriorating), .emotion("tense", .deteriorating))
    #expect(scene.story() == ["emotion", "emotion", "emotion"])
    #expect(scene.facts()?.valences.count == 5)
    #expect(scene.facts()?.emotionTrend == .deteriorating)
  }

  @Test mutating func readingsAreBounded() {
    for number in 0..<200 {
      scene.hear(.latency(Double(number)), .emotion("calm"))
    }
    #expect(scene.facts()?.latencies.count == Limits.readings)
    #expect(scene.facts()?.latencies.last == 199)
    #expect(scene.facts()?.valences.count == Limits.readings)
  }

  @Test mutating func bargeInsAreCountedOnce() {
    scene.hear(.emotion("calm", bargeIns: 1), .bargeIn(), .emotion("calm", bargeIns: 1))
    #expect(scene.facts()?.bargeIns == 1)
    scene.hear(.bargeIn(total: 7), .bargeIn(), .bargeIn(total: .min))
    #expect(scene.facts()?.bargeIns == 7)
    scene.hear(.bargeIn(total: .max), .bargeIn())
    #expect(scene.facts()?.bargeIns == .max)
  }

  @Test(
    arguments: [
      (1_766_000_100.0, 5.0, second(100)), (0, 5, second(195)), (1_766_000_100_000, 5, second(195)),
      (0, 0, nil), (-1, -3, nil), (.greatestFiniteMagnitude, 1, second(199)),
    ] as [(Double, Double, Timestamp?)])
  func theStartIsBelievedOnlyWhereItCanBe(start: Double, age: Double, expected: Timestamp?) {
    var facts = ObservedFacts()
    guard case .sessionInfo(let info) = ObserverEvent.info("A", start: start, age: age) else {
      return
    }
    facts.learn(info, at: second(200))
    #expect(facts.startedAt == expected)
  }

  @Test mutating func whatIsLeftOutIsNotForgotten() {
    scene.hear(
      .info("A", state: "a", caller: "+1"), .info("A", state: "", caller: ""),
      .sessionStart(SessionStart(initialState: "")), .sessionStart(SessionStart()))
    #expect(scene.facts()?.currentState == "a" && scene.facts()?.callerID == Protected("+1"))
  }

  @Test mutating func theRest() {
    let forward = ForwardCallResolved(result: "connected")
    scene.hear(
      .speakerMuted(SpeakerMuted(muted: true)), .mediaAttached(MediaAttached(leg: .known(.caller))),
      .mediaAttached(MediaAttached(leg: .known(.caller))), .forwardCallResolved(forward),
      .actorAllocated(ActorAllocated(gameserver: "g1")),
      .compoundEmotion(
        CompoundEmotion(
          compounds: ["a", "b", "c", "d"].map { EmotionScore(name: $0, score: 1) }, turnIndex: 1)))
    #expect(scene.facts()?.isMuted == true && scene.facts()?.media == [.known(.caller)])
    #expect(scene.facts()?.forward == forward && scene.facts()?.runtime == "g1")
    #expect(scene.facts()?.compoundEmotions == ["a", "b", "c"])
    scene.hear(
      .speakerMuted(SpeakerMuted(muted: false)), .actorShutdown(ActorShutdown()))
    #expect(scene.facts()?.isMuted == false && scene.facts()?.runtime == nil)
    #expect(
      scene.story() == [
        "speaker_muted", "media_attached", "media_attached", "forward_call_resolved",
        "actor_allocated", "speaker_muted", "actor_shutdown",
      ])
  }
}
