import DequeModule
import OrderedCollections
import Testing
@testable import WallboardBoard
@testable import WallboardEvents

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
