import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// Issue 3, point 3: who says what.
struct SpeechTests {
  private var scene = Scene.following()

  @Test mutating func deltasGrowIntoOneLineThatTheFullLineReplaces() {
    scene.hear(.delta("Hel"), .delta("lo "), .delta("there"))
    #expect(scene.story() == ["agent: Hello there | speaking"])
    let number = scene.entries().first?.number
    scene.hear(.agent("Hello there!", by: "bot", streaming: true), from: 4)
    #expect(scene.story() == ["agent: Hello there!"])
    #expect(scene.entries().first?.number == number)
    #expect(scene.entries().first?.at == second(1))
    #expect(scene.entries().first?.revision == 3)
    scene.hear(.delta("Next"), .agent("Next one."), .agent("And one more."), from: 5)
    #expect(scene.story() == ["agent: Hello there!", "agent: Next one.", "agent: And one more."])
    #expect(scene.facts()?.turns == 3)
  }

  @Test mutating func anEmptyDeltaOpensNoLine() {
    scene.hear(.delta(""), .user("Yes"), .delta("Go"), .delta(""))
    #expect(scene.story() == ["caller: Yes", "agent: Go | speaking"])
  }

  @Test mutating func aFillerDoesNotTakeThePlaceOfTheOpenLine() {
    scene.hear(
      .delta("Your app"), .agent("One moment", filler: .working, streaming: false),
      .delta("ointment"), .agent("Your appointment is set."))
    #expect(
      scene.story() == ["agent: Your appointment is set.", "agent: One moment | filler working"])
    #expect(scene.facts()?.turns == 1)
  }

  @Test mutating func aFillerThatWasStreamedDoes() {
    scene.hear(.delta("One mo"), .agent("One moment", filler: .working, streaming: true))
    #expect(scene.story() == ["agent: One moment | filler working"])
    // Without a word about it, what it begins with tells.
    scene.hear(.delta("Let me"), .agent("Let me see", filler: .receipt), from: 3)
    #expect(scene.story().last == "agent: Let me see | filler receipt")
    #expect(scene.story().count == 2)
  }

  @Test mutating func anotherPersonsLineDoesNotTakeThePlaceOfTheOpenLine() {
    scene.hear(
      .delta("I can"), .agent("Kim here", role: .known(.operator)), .delta(" help"),
      .agent("I can help.", role: OpenEnum("assistant")))
    #expect(scene.story() == ["assistant: I can help.", "operator: Kim here"])
  }

  @Test mutating func anInterruptionIsSeenHoweverItIsTold() {
    scene.hear(
      .delta("Your appoint"), .bargeIn(discarding: ["ment is", ""], total: 1), .delta("me"))
    #expect(
      scene.story() == ["agent: Your appointme | speaking | interrupted | not said: ment is"])
    scene.hear(.agent("Your appoint", interrupted: nil), .user("Wait", bargeIn: true), from: 4)
    #expect(
      scene.story() == [
        "agent: Your appoint | interrupted | not said: ment is", "caller: Wait | bargeIn",
      ])
    scene.hear(
      .agent("It is at nine", interrupted: true), .bargeIn(discarding: ["o'clock"]), from: 6)
    #expect(scene.story().last == "agent: It is at nine | interrupted | not said: o'clock")
    #expect(scene.facts()?.bargeIns == 2)
  }

  @Test mutating func aBargeInMayComeAfterTheWordsThatBargedIn() {
    scene.hear(.agent("One"), .user("Stop", bargeIn: true), .bargeIn())
    #expect(scene.story() == ["agent: One | interrupted", "caller: Stop | bargeIn"])
  }

  @Test mutating func aLineThatWasAnsweredInTurnWasHeardToItsEnd() {
    scene.hear(
      .agent("One"), .user("Fine"), .bargeIn(discarding: ["two"]),
      .agent("Two", interrupted: true))
    #expect(
      scene.story() == ["agent: One", "caller: Fine", "barge_in", "agent: Two | interrupted"])
  }

  @Test mutating func whatInterruptsAnotherIsNotTheAgents() {
    scene.hear(.agent("One", by: "bot"), .bargeIn(of: "someone"), .bargeIn(of: "bot"))
    #expect(scene.story() == ["agent: One | interrupted", "barge_in"])
    #expect(scene.facts()?.bargeIns == 2)
  }

  @Test mutating func anInterruptedLineWhoseEndDoesNotComeIsLeft() {
    scene.hear(
      .delta("Your app"), .bargeIn(), .user("Wait", bargeIn: true), .delta("Of course"),
      .agent("Of course."))
    #expect(
      scene.story() == [
        "agent: Your app | cut off | interrupted", "caller: Wait | bargeIn", "agent: Of course.",
      ])
  }

  @Test mutating func unspokenTextsAreBounded() {
    let texts = (0..<50).map { BoundedString("\($0)") }
    scene.hear(.agent("One"), .bargeIn(discarding: texts), .bargeIn(discarding: texts))
    guard case .utterance(let line) = scene.entries().first?.content else {
      Issue.record("no line")
      return
    }
    #expect(line.unspoken.count == Limits.unspokenTexts)
    #expect(scene.entries().first?.size == 200)
  }

  @Test mutating func guessesAreReplacedByWhatTheirSpeakerSaid() {
    scene.hear(
      .user("I wo", by: "c", final: false), .user("Hel", by: "o", role: .operator, final: false),
      .user("I would", by: "c", final: false))
    #expect(scene.story() == ["caller: I would | partial", "operator: Hel | partial"])
    #expect(scene.facts()?.turns == 0)
    scene.hear(
      .user("I would like", by: "c", final: true), .user("Hello", by: "o", role: .operator),
      .user("Next", by: "c"), from: 4)
    #expect(scene.story() == ["caller: I would like", "operator: Hello", "caller: Next"])
    #expect(scene.facts()?.turns == 3)
    #expect(scene.entries().first?.at == second(1) && scene.entries().first?.size == 100)
  }

  @Test mutating func aSpeakerNeedNotBeNamedEveryTime() {
    scene.hear(.user("I wo", by: "c", final: false, bargeIn: true), .user("I would"))
    #expect(scene.story() == ["caller: I would | bargeIn"])
    scene.hear(.user("a", by: "c", final: false), .user("b", by: "d"), from: 3)
    #expect(scene.story().suffix(2) == ["caller: a | partial", "caller: b"])
  }

  @Test mutating func guessesOfManySpeakersAreBounded() {
    for number in 0...Limits.participants {
      scene.hear(.user("um", by: BoundedString("\(number)"), final: false))
    }
    #expect(scene.observation()?.partialLines.count == Limits.participants)
    #expect(scene.story().first == "caller: um | cut off")
  }

  @Test mutating func aLineIsCutOnceAndSaysSo() {
    let piece = BoundedString(String(repeating: "x", count: Limits.textLength - 10))
    scene.hear(.delta(piece), .delta("12345"))
    #expect(scene.story() == ["agent: \(piece)12345 | speaking"])
    scene.hear(.delta("1234567890"), .delta("more"), from: 3)
    #expect(scene.story().first?.hasSuffix("…(+34) | speaking") == true)
    #expect(scene.entries().first?.size ?? 0 < 200)
  }
}

/// What a followed call makes of events of which it does not know everything.
struct UnknownObserverFieldTests {
  private var scene = Scene.following()

  private mutating func hear(_ messages: String...) throws {
    for message in messages {
      let outcome = ObserverEventDecoder().decode(message, of: "A", at: second(5))
      guard case .event(let event) = outcome else { throw NotUnderstood(what: "\(outcome)") }
      scene.act(.observed(event))
    }
  }

  private struct NotUnderstood: Error {
    let what: String
  }

  @Test mutating func whatWasNotUnderstoodStandsBelow() throws {
    try hear(
      #"{"type":"user_transcript","transcript":"Hello","speaker_role":[]}"#,
      #"{"type":"tool_call_started","call_id":"1"}"#)
    #expect(
      scene.story() == [
        "caller: Hello", "user_transcript: 1 field not understood", "? | running",
        "tool_call_started: 1 field not understood",
      ])
    #expect(scene.observation()?.counts.degraded == 2 && scene.observation()?.counts.events == 2)
    #expect(scene.observation()?.counts.malformed == 0)
  }

  @Test mutating func theSameAgainAndAgainStandsOnce() throws {
    let delta = #"{"type":"agent_transcript_delta","delta":7}"#
    try hear(delta, delta, delta)
    #expect(
      scene.story() == [
        "agent: 777 | speaking", "agent_transcript_delta: 1 field not understood",
      ])
    #expect(scene.observation()?.counts.degraded == 3)
  }

  @Test mutating func theSameOfEachLineStandsOnce() throws {
    let lines = (0..<5).map {
      #"{"type":"user_transcript","transcript":"line \#($0)","final":true,"speaker_role":[]}"#
    }
    for line in lines { try hear(line) }
    let told = "user_transcript: 1 field not understood"
    #expect(scene.story() == ["caller: line 0", told] + (1..<5).map { "caller: line \($0)" })
    #expect(scene.observation()?.counts.degraded == 5)
  }

  /// A whole line of which the words are not known leaves those that were heard.
  @Test mutating func wordsThatWereHeardStay() throws {
    scene.hear(.delta("Your appointment"), .user("I wo", by: "c", final: false))
    try hear(
      #"{"type":"agent_transcript","transcript":{}}"#,
      #"{"type":"user_transcript","speaker_id":"c"}"#)
    #expect(scene.story().prefix(2) == ["agent: Your appointment", "caller: I wo"])
    try hear(#"{"type":"user_transcript","speaker_id":"d"}"#)
    #expect(scene.story().contains("caller: ?"))
  }

  @Test mutating func aToolIsFoundByItsIDOrItsName() throws {
    try hear(
      #"{"type":"tool_call_started","tool_name":"find"}"#,
      #"{"type":"tool_call_started","call_id":"1"}"#,
      #"{"type":"tool_call_completed","tool_name":"look","call_id":"1","succeeded":"true"}"#)
    let tools = scene.story().filter { $0.contains(" | ") }
    #expect(tools.first == "find | running" && tools.last?.hasPrefix("look | succeeded") == true)
  }

  @Test mutating func factsStayAsTheyWere() throws {
    try hear(
      #"{"type":"state_transition","previous_state":"a","next_state":"billing"}"#,
      #"{"type":"emotion","dominant":"joy","valence":0.5,"arousal":0}"#,
      #"{"type":"empathy_classified","tier":1,"tier_name":"HOLD_SPACE","should_pause":true,"#
        + #""suppress_filler":true,"filler_type":"empathy","empathy_baseline":0.5}"#,
      #"{"type":"compound_emotion","compounds":[{"name":"awe","score":1}],"turn_index":1}"#,
      #"{"type":"latency","e2e_ttfb_ms":700,"engine_ms":1,"nav_ms":1,"render_ms":1,"#
        + #""audio_ttfb_ms":1,"continuation":false}"#,
      #"{"type":"actor_allocated","gameserver":"g"}"#)
    let before = scene.facts()
    try hear(
      #"{"type":"state_transition","next_state":[]}"#, #"{"type":"emotion","valence":"high"}"#,
      #"{"type":"empathy_classified","tier_name":{}}"#, #"{"type":"compound_emotion"}"#,
      #"{"type":"latency","e2e_ttfb_ms":"soon"}"#, #"{"type":"actor_allocated"}"#,
      #"{"type":"media_attached","leg":null}"#)
    #expect(scene.facts() == before)
    #expect(scene.board.calls["A"]?.emotion == "joy" && before?.currentState == "billing")
    #expect(scene.observation()?.counts.degraded == 7)
  }

  @Test mutating func somebodyIsOnTheCall() throws {
    try hear(#"{"type":"participant_joined","participant_id":"p","conference_sid":"c"}"#)
    #expect(scene.facts()?.participants["p"]?.role == nil)
    #expect(scene.facts()?.participants.count == 1)
  }
}
