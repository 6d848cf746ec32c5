@testable import WallboardEvents

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

  mutating func words() -> Text {
    pick(["", "a", "yes ", "ä\u{301}\u{202E}", Text(String(repeating: "word ", count: 399))])
  }

  private mutating func callerEvent() -> ObserverEvent {
    .userTranscript(
      UserTranscript(
        transcript: Protected(words()), state: pick([nil, "", "s"]),
        speakerID: pick([nil, "c", "d", Text("\(Int.random(in: 0..<99, using: &random))")]),
        speakerRole: pick([nil, .known(.caller), .known(.operator), Open("guest")]),
        isBargeIn: pick([nil, true, false]), isFinal: pick([nil, true, false, false])))
  }

  private mutating func agentEvent() -> ObserverEvent {
    var line = AgentTranscript(transcript: Protected(words()))
    line.interrupted = pick([nil, true, false])
    line.fillerType = pick([nil, nil, .known(.working), Open("hum")])
    line.speakerID = pick([nil, "bot"])
    line.speakerRole = pick([nil, .known(.agent), .known(.operator), Open("assistant")])
    line.streaming = pick([nil, true, false])
    let discarded = [words(), words()]
    return pick([
      .delta(words()), .delta(words()), .delta("x"), .agentTranscript(line),
      .bargeIn(discarding: pick([nil, discarded]), of: pick([nil, "bot", "c"]), total: count()),
    ])
  }

  private mutating func toolEvent() -> ObserverEvent {
    let id: Text? = pick([nil, "1", "2", "3", Text("\(Int.random(in: 0..<999, using: &random))")])
    let (name, parent): (Text, Text?) = (pick(["find", "book"]), pick([nil, "1", "2", "gone"]))
    let start = ObserverEvent.toolStarted(name, id, below: parent)
    return pick([
      start, start, start,
      .toolCompleted(
        name, id, succeeded: pick([nil, true, false]), error: pick([nil, words()]),
        after: pick([nil, seconds()]), below: parent),
    ])
  }

  private mutating func factEvent() -> ObserverEvent {
    let person = Text("p\(Int.random(in: 0..<80, using: &random))")
    return pick([
      .joined(person), .joined(person, .caller), .left(person), .moved(from: "a", to: words()),
      .emotion(pick(["calm", "tense"]), pick([nil, .stable]), bargeIns: count()),
      .latency(seconds()), .speakerMuted(SpeakerMuted(muted: pick([nil, true]))),
      .mediaAttached(MediaAttached(leg: Open(person.string))),
      .actorAllocated(ActorAllocated(gameserver: person)), .actorShutdown(ActorShutdown()),
      .forwardCallResolved(ForwardCallResolved(error: Protected(words()))),
      .navigationTiming(
        NavigationTiming(
          navMilliseconds: seconds(), renderMilliseconds: 1, totalMilliseconds: seconds())),
      .compoundEmotion(
        CompoundEmotion(compounds: [EmotionScore(name: person, score: 1)], turnIndex: count())),
      .empathyClassified(
        EmpathyClassified(
          tier: count(), tierName: Open("HIGH"), shouldPause: true, suppressFiller: true,
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
