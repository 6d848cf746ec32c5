import WallboardBoard
import WallboardEvents

extension RandomDay {
  /// Whatever may be heard of a followed call.
  mutating func observed() throws -> Input {
    let name = pick(["CA0", "CA1", "CA2", "CA3", "CA4", "CA5"])
    guard let callSID = CallSID(name) else { return .heard(at: now) }
    if chance(0.05) { return .observer(ObserverChange(callSID, pick(observerPhases), at: now)) }
    if chance(0.02) {
      return .observedMalformed(
        callSID,
        MalformedEvent(
          id: nil, name: "?", receivedAt: now, reason: "odd", data: Protected("{")))
    }
    let (event, fields) = pick(Self.messages)
    return .observed(
      ReceivedObserverEvent(
        callSID: callSID, at: now,
        event: try ObserverDecoding.event(named: event, json: "{\(filled(fields))}"), size: 100))
  }

  private var observerPhases: [ObserverPhase] {
    [
      .open, .open, .open, .connecting(attempt: 2),
      .waiting(until: later, attempt: 2, reason: "lost"), .refused(reason: "4403"),
      .notFound(reason: "4004"), .stopped(reason: "odd"), .ended,
    ]
  }

  private static let messages = [
    ("session_info", #""call_sid":"CA#","caller_id":"$","duration_seconds":#"#),
    ("agent_transcript_delta", #""delta":"$ ""#), ("agent_transcript_delta", #""delta":"$ ""#),
    ("agent_transcript_delta", #""delta":"$ ""#), ("agent_transcript", #""transcript":"$ $ $""#),
    ("agent_transcript", #""transcript":"$","filler_type":"receipt""#),
    ("user_transcript", #""transcript":"$ $ $ $ $ $ $ $ $""#),
    ("user_transcript", #""transcript":"$","is_final":false"#),
    ("user_transcript", #""transcript":"$","speaker_role":"operator","is_barge_in":true"#),
    ("barge_in", #""interrupted_text":"$","discarded_texts":["$","$"]"#),
    ("tool_call_started", #""tool_name":"$","call_id":"t#","parent_call_id":"t#","input":["$"]"#),
    ("tool_call_completed", #""tool_name":"$","call_id":"t#","succeeded":true,"output":"[#,#]""#),
    ("tool_call_completed", #""tool_name":"$","call_id":"t#","error_message":"$ $ $""#),
    ("emotion", #""dominant":"$","valence":-0.#,"arousal":0.#,"trend":"stable""#),
    ("state_transition", #""previous_state":"$","next_state":"$""#),
    (
      "participant_joined",
      #""participant_id":"p#","participant_role":"operator","conference_sid":"c","operator_entity_id":"OP#""#
    ),
    ("speaker_muted", #""muted":true"#), ("brand_new", #""words":"$""#),
    (
      "latency",
      #""e2e_ttfb_ms":1#0,"engine_ms":#,"nav_ms":#,"render_ms":#,"audio_ttfb_ms":#,"continuation":false"#
    ),
    ("session_end", #""duration_s":#,"completion_reason":"completed""#),
  ]
}
