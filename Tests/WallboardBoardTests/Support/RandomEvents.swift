import TestSupport

@testable import WallboardEvents

/// Events over so few ids that plausible and implausible sequences both come often.
struct RandomEvents {
  var random: SplitMix64
  /// Not-a-number equals nothing, so that no two boards that hold it can be compared.
  private let hasNaN: Bool

  init(seed: UInt64, hasNaN: Bool = false) {
    random = SplitMix64(seed: seed)
    self.hasNaN = hasNaN
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  mutating func identifier<Thing>(_ prefix: String, of count: Int) -> Identifier<Thing> {
    Identifier(stringLiteral: "\(prefix)\(Int.random(in: 0..<count, using: &random))")
  }

  mutating func call() -> CallSID { identifier("CA", of: 9) }
  mutating func person() -> OperatorID { identifier("OP", of: 6) }
  mutating func surface() -> SurfaceID { identifier("SF", of: 8) }

  mutating func seconds() -> Double {
    pick([0, 12.5, 600, -1, .infinity, -.infinity, hasNaN ? .nan : 1, .greatestFiniteMagnitude])
  }

  mutating func count() -> Int { pick([0, 1, 7, -1, .max, .min]) }

  mutating func event() -> WorkspaceEvent {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: callEvent()
    case 3...5: operatorEvent()
    case 6...7: surfaceEvent()
    case 8: textEvent()
    default: otherEvent()
    }
  }

  private mutating func callEvent() -> WorkspaceEvent {
    let call = call()
    // Ended calls do not come back: a second generation keeps the board alive.
    let young: CallSID = identifier("CB", of: 400)
    return pick([
      .started(call), .started(young), .started(young), .ended(young, after: seconds()),
      chance(0.1) ? .ended(call, because: pick(CompletionReason.allCases)) : .started(call),
      .escalated(call, identifier("E", of: 5)), .escalated(young), .wrappedUp(call),
    ])
  }

  private mutating func operatorEvent() -> WorkspaceEvent {
    let (call, person, mode) = (call(), person(), pick(OperatorMode.allCases))
    return pick([
      .joined(person, call, mode), .joined(person, call, mode), .mode(person, call, mode),
      .left(person, call), .status(person, pick(OperatorStatus.allCases)),
      .operatorRegistered(OperatorRegistered(operatorID: person, name: "Kim")),
      .operatorProfileUpdated(OperatorProfileUpdated(operatorID: person)),
      .operatorJoinedCall(
        OperatorJoinedCall(callSID: call, operatorID: person, mode: OpenEnum("whisper"))),
    ])
  }

  private mutating func surfaceEvent() -> WorkspaceEvent {
    let surface = surface()
    return pick([
      .created(surface, fields: count(), review: chance(0.5)), .delivered(surface),
      .opened(surface), .saved(pick(["a", "b", "c"]), surface), .submitted(surface),
      .pendingReview(surface), .approved(surface), .rejected(surface), .archived(surface),
      .updated(surface), .reshaped(surface, from: self.surface()),
    ])
  }

  private mutating func textEvent() -> WorkspaceEvent {
    let session: SessionID = identifier("TX", of: 5)
    return pick([
      .textStarted(session), .textCompleted(session, after: seconds(), turns: count()),
    ])
  }

  private mutating func otherEvent() -> WorkspaceEvent {
    pick([
      .triggerFailed(), .triggerCompleted(), .pipelineError("D"), .bounced(),
      .unknown(pick(["a.b", "", ".", "ü.x"])),
      .pipelineSyncCompleted(
        PipelineSyncCompleted(dataSourceID: "D", eventCount: count(), durationMs: count())),
    ])
  }
}

/// Observer events over so few speakers, tools and ids that they often meet.
extension RandomEvents {
  mutating func observerEvent(of call: CallSID) -> ObserverEvent {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: callerEvent()
    case 3...5: agentEvent()
    case 6...7: toolEvent()
    case 8: factEvent()
    default: sessionEvent(of: call)
    }
  }

  mutating func words() -> BoundedString {
    pick([
      "", "a", "yes ", "ä\u{301}\u{202E}", BoundedString(String(repeating: "word ", count: 399)),
    ])
  }

  private mutating func callerEvent() -> ObserverEvent {
    .userTranscript(
      UserTranscript(
        transcript: Protected(words()), state: pick([nil, "", "s"]),
        speakerID: pick([nil, "c", "d", BoundedString("\(Int.random(in: 0..<99, using: &random))")]
        ),
        speakerRole: pick([nil, .known(.caller), .known(.operator), OpenEnum("guest")]),
        isBargeIn: pick([nil, true, false]), isFinal: pick([nil, true, false, false])))
  }

  private mutating func agentEvent() -> ObserverEvent {
    var line = AgentTranscript(transcript: Protected(words()))
    line.interrupted = pick([nil, true, false])
    line.fillerType = pick([nil, nil, .known(.working), OpenEnum("hum")])
    line.speakerID = pick([nil, "bot"])
    line.speakerRole = pick([nil, .known(.agent), .known(.operator), OpenEnum("assistant")])
    line.streaming = pick([nil, true, false])
    let discarded = [words(), words()]
    return pick([
      .delta(words()), .delta(words()), .delta("x"), .agentTranscript(line),
      .bargeIn(discarding: pick([nil, discarded]), of: pick([nil, "bot", "c"]), total: count()),
    ])
  }

  private mutating func toolEvent() -> ObserverEvent {
    let id: BoundedString? = pick([
      nil, "1", "2", "3", BoundedString("\(Int.random(in: 0..<999, using: &random))"),
    ])
    let (name, parent): (BoundedString, BoundedString?) = (
      pick(["find", "book"]), pick([nil, "1", "2", "gone"])
    )
    let start = ObserverEvent.toolStarted(name, id, below: parent)
    return pick([
      start, start, start,
      .toolCompleted(
        name, id, succeeded: pick([nil, true, false]), error: pick([nil, words()]),
        after: pick([nil, seconds()]), below: parent),
    ])
  }

  private mutating func factEvent() -> ObserverEvent {
    let person = BoundedString("p\(Int.random(in: 0..<80, using: &random))")
    return pick([
      .joined(person), .joined(person, .caller), .left(person), .moved(from: "a", to: words()),
      .emotion(pick(["calm", "tense"]), pick([nil, .stable]), bargeIns: count()),
      .latency(seconds()), .speakerMuted(SpeakerMuted(muted: pick([nil, true]))),
      .mediaAttached(MediaAttached(leg: OpenEnum(person.string))),
      .actorAllocated(ActorAllocated(gameserver: person)), .actorShutdown(ActorShutdown()),
      .forwardCallResolved(ForwardCallResolved(error: Protected(words()))),
      .navigationTiming(
        NavigationTiming(
          navMilliseconds: seconds(), renderMilliseconds: 1, totalMilliseconds: seconds())),
      .compoundEmotion(
        CompoundEmotion(compounds: [EmotionScore(name: person, score: 1)], turnIndex: count())),
      .empathyClassified(
        EmpathyClassified(
          tier: count(), tierName: OpenEnum("HIGH"), shouldPause: true, suppressFiller: true,
          fillerType: .known(.empathy), empathyBaseline: 0)),
      .voiceContextApplied(
        VoiceContextApplied(
          ttsEmotion: person, fillerEnabled: true, emotionDetectionEnabled: true,
          reasoning: Protected(words()))),
      .unknown(UnknownEvent(name: person, data: Protected(.string(words())))),
    ])
  }

  private mutating func sessionEvent(of call: CallSID) -> ObserverEvent {
    let info = ObserverEvent.info(
      call, state: pick([nil, "", "s"]), start: pick([nil, seconds(), 1_766_000_000]),
      age: pick([nil, seconds()]), caller: pick([nil, "", "+1"]),
      direction: pick([nil, .outbound]), service: pick([nil, "", "sales"]))
    return pick([
      info, info, info, .sessionStart(SessionStart(initialState: pick([nil, words()]))),
      chance(0.05) ? .sessionEnd(because: words(), after: seconds()) : info,
    ])
  }
}
