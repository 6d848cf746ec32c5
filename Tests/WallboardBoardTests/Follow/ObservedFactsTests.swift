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
    for number in 0..<Limits.participants { scene.hear(.joined(BoundedString("p\(number)"))) }
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

  @Test mutating func whoIsMutedIsToldByTheirRole() {
    scene.hear(
      .participantJoined(
        ParticipantJoined(participantID: "p", participantRole: .known(.operator))),
      .speakerMuted(SpeakerMuted(speakerID: "p")))
    #expect(scene.facts()?.isMuted == true && scene.facts()?.mutedRole == .known(.operator))
    scene.hear(.speakerMuted(SpeakerMuted(speakerID: "q", speakerRole: .known(.agent))))
    #expect(scene.facts()?.mutedRole == .known(.agent))
    scene.hear(.speakerMuted(SpeakerMuted(muted: true)))
    #expect(scene.facts()?.isMuted == true && scene.facts()?.mutedRole == nil)
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
    #expect(scene.facts()?.mutedRole == nil)
    #expect(
      scene.story() == [
        "speaker_muted", "media_attached", "media_attached", "forward_call_resolved",
        "actor_allocated", "speaker_muted", "actor_shutdown",
      ])
  }
}

/// What the stream, the reads and the observer say of one call is the same on the screen.
struct AgreementTests {
  private var scene = Scene.following()

  private func snapshot(state: BoundedString?, emotion: BoundedString? = nil) -> SnapshotPart {
    var call = CallSnapshot(callSID: "A")
    call.currentState = state
    call.emotion = emotion
    return .calls([call], isComplete: false)
  }

  @Test mutating func whatTheObserverHearsIsOnTheBoard() {
    scene.hear(.info("A", state: "greeting"), .emotion("calm"))
    #expect(scene.board.calls["A"]?.currentState == "greeting")
    #expect(scene.board.calls["A"]?.emotion == "calm")
    let touched = scene.board.calls["A"]?.touched
    scene.hear(.moved(from: "greeting", to: "billing"), .emotion("tense"), from: 3)
    #expect(scene.board.calls["A"]?.currentState == "billing")
    #expect(scene.board.calls["A"]?.emotion == "tense")
    #expect(scene.board.calls["A"]?.touched ?? 0 > touched ?? 0)
    #expect(scene.board.calls["A"]?.touched == scene.board.revision)
  }

  @Test mutating func wordsDoNotTouchTheCallNorDoesWhatIsKnown() {
    scene.hear(.info("A", state: "a"), .emotion("calm"))
    let before = scene.board.revision
    scene.hear(.info("A", state: "a"), .emotion("calm"), .moved(from: "b", to: "a"))
    scene.hear(.user("Hello"), .delta("Hi"), .toolStarted("t"), .latency(300))
    #expect(scene.board.revision == before)
  }

  @Test mutating func theStreamsWordStandsAndTheObserverCompletesIt() {
    scene.hear(
      .info(
        "A", start: 1_766_000_100, caller: "+1", direction: .outbound, service: "sales"))
    #expect(scene.board.calls["A"]?.startedAt == second(0))
    #expect(scene.board.calls["A"]?.direction == .inbound)
    #expect(scene.board.calls["A"]?.serviceID == "billing")
    #expect(scene.board.calls["A"]?.callerID == Protected("+1"))
    expectAgreement()
  }

  @Test mutating func anInferredCallIsCompleted() {
    var inferred = Scene(.joined("O", "A"))
    inferred.frame(at: 2)
    inferred.intend(.open)
    inferred.observe(.open, at: 3)
    inferred.hear(
      .info("A", state: "x", age: 10, direction: .outbound, service: "sales"), from: 20)
    #expect(inferred.board.calls["A"]?.startedAt == second(10))
    #expect(inferred.board.calls["A"]?.direction == .outbound)
    #expect(inferred.board.calls["A"]?.serviceID == "sales")
    #expect(inferred.board.wantedReads.contains(.services))
    inferred.state.board.wantedReads = []
    inferred.hear(.info("A", service: "sales"), .emotion("calm"), from: 21)
    #expect(inferred.board.wantedReads.isEmpty, "it was asked for once")
  }

  @Test mutating func aCallThatTheStreamTellsOfLaterAgreesToo() {
    var early = Scene.following()
    early.hear(.info("A", state: "billing", age: 5), .emotion("calm"))
    early.read(.calls([], isComplete: true), at: 3)
    #expect(early.board.calls["A"] == nil && early.observation()?.ending == nil)
    early.tell(.joined("O", "A"), at: 4)
    #expect(early.board.calls["A"]?.currentState == "billing")
    #expect(early.board.calls["A"]?.emotion == "calm")
    early.tell(.started("A", service: "sales"), at: 5)
    #expect(early.facts()?.serviceID == "sales" && early.facts()?.startedAt == second(5))
  }

  @Test mutating func aReadKnowsLessThanAnObserverThatHears() {
    scene.hear(.moved(from: "a", to: "billing"), .emotion("tense"))
    scene.read(snapshot(state: "a", emotion: "calm"), at: 4)
    #expect(scene.board.calls["A"]?.currentState == "billing")
    #expect(scene.board.calls["A"]?.emotion == "tense")
    expectAgreement()
  }

  @Test mutating func aReadKnowsMoreThanAnObserverThatDoesNot() {
    scene.hear(.moved(from: "a", to: "billing"))
    scene.observe(.waiting(until: second(9), attempt: 1, reason: "1006"), at: 3)
    scene.read(snapshot(state: "wrap_up", emotion: "calm"), at: 4)
    #expect(scene.facts()?.currentState == "wrap_up")
    #expect(scene.facts()?.dominantEmotion == "calm")
    expectAgreement()
    // What a read leaves out is not forgotten.
    scene.read(snapshot(state: nil), at: 5)
    #expect(scene.board.calls["A"]?.currentState == "wrap_up")
  }

  @Test mutating func aCallIsKnownFromTheMomentItIsFollowed() {
    #expect(scene.facts()?.direction == .inbound && scene.facts()?.serviceID == "billing")
    expectAgreement()
  }

  private func expectAgreement(sourceLocation: SourceLocation = #_sourceLocation) {
    let (call, facts) = (scene.board.calls["A"], scene.facts())
    #expect(call?.direction == facts?.direction, sourceLocation: sourceLocation)
    #expect(call?.serviceID == facts?.serviceID, sourceLocation: sourceLocation)
    #expect(call?.callerID == facts?.callerID, sourceLocation: sourceLocation)
    #expect(call?.startedAt == facts?.startedAt, sourceLocation: sourceLocation)
    #expect(call?.currentState == facts?.currentState, sourceLocation: sourceLocation)
    #expect(call?.emotion == facts?.dominantEmotion, sourceLocation: sourceLocation)
  }
}
