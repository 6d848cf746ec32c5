import Testing
import WallboardEvents

/// An object of the platform's answers about calls of the past: an example of each field, as JSON, and
/// where the object stands in an answer.
struct StorySample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let fields: [(name: String, example: String)]
  /// Fields whose absence is a fault.
  var required: Set<String> = []
  /// What stands before it and behind it in the answer.
  var around: (String, String) = ("", "")

  static let secret = "SECRET"

  func answer(_ members: [(name: String, example: String)]) -> String {
    let object = members.map { "\"\($0.name)\":\($0.example)" }.joined(separator: ",")
    return around.0 + "{" + object + "}" + around.1
  }

  var whole: String { answer(fields) }

  func without(_ name: String, _ replacement: String? = nil) -> String {
    answer(
      fields.filter { $0.name != name } + (replacement.map { [(name, $0)] } ?? []))
  }

  static let moment = #""2026-08-03T10:00:00.250Z""#
  private static let words = #""SECRET words""#
  private static let number = #""+1555SECRET""#

  static let pastCall = StorySample(
    testDescription: "CallSummary",
    fields: [
      ("entity_id", #""e-1""#), ("call_sid", #""CA1""#), ("direction", #""inbound""#),
      ("phone_number", number), ("caller_id", number), ("started_at", moment),
      ("duration_seconds", "61.5"), ("status", #""no-answer""#),
      ("escalation_status", #""completed""#), ("turns", "7"), ("has_recording", "true"),
      ("quality_score", "0.5"), ("final_state", #""done""#),
      ("completion_reason", #""caller_hangup""#), ("service_id", #""s-1""#), ("source", #""real""#),
    ])

  static let story = StorySample(
    testDescription: "CallDetailResponse",
    fields: [
      ("id", #""e-1""#), ("call_sid", #""CA1""#), ("service_id", #""s-1""#), ("caller_id", number),
      ("phone_number", number), ("direction", #""outbound""#), ("status", #""completed""#),
      ("error", words), ("call_start_time", moment), ("call_end_time", moment),
      ("call_duration_seconds", "61.5"), ("turns", "[{}]"), ("states_visited", #"["greeting"]"#),
      ("final_state", #""done""#), ("completion_reason", #""completed""#),
      ("emotional_summary", #"{"dominant_emotion":"SECRET"}"#),
      ("forwarding", #"{"forward_to":\#(number)}"#), ("participants", "[{}]"),
      ("has_recording", "false"), ("escalation", "{}"), ("safety", "{}"),
      ("human_segments", "[{}]"),
      ("quality_score", "1"), ("source", #""simulation""#),
    ])

  private static let turn = StorySample(
    testDescription: "Turn",
    fields: [
      ("id", #""t-1""#), ("trigger", #""speech""#), ("user_transcript", words),
      ("agent_transcript", words), ("agent_action", words), ("interrupted", "true"),
      ("filler_type", #""empathy""#), ("speaker_id", number), ("speaker_role", #""caller""#),
      ("emotion_label", #""calm""#), ("emotion_valence", "-0.5"), ("stt_confidence", "0.75"),
      ("state", #""greeting""#), ("tool_calls", #"[{"tool_name":"find"}]"#),
      ("state_transitions", "[{}]"), ("timestamp", moment), ("user_speech_start_ms", "0"),
      ("user_speech_end_ms", "1200.5"), ("agent_speech_start_ms", "2000"),
      ("agent_speech_end_ms", "4000"), ("engine_ms", "300"), ("nav_ms", "50"), ("render_ms", "10"),
      ("audio_ttfb_ms", "120"), ("tool_ms", "90"),
    ], around: (#"{"turns":["#, "]}"))

  private static let tool = StorySample(
    testDescription: "ToolCall",
    fields: [
      ("tool_name", #""find""#), ("call_id", #""c-1""#), ("input", #"{"name":"SECRET"}"#),
      ("output", words), ("output_truncated", "true"), ("output_original_length", "99"),
      ("duration_ms", "320"), ("succeeded", "false"), ("error_message", words),
      ("integration_name", #""records""#), ("endpoint_name", #""search""#),
      ("protocol", #""http""#),
    ], required: ["tool_name"], around: (#"{"turns":[{"tool_calls":["#, "]}]}"))

  private static let others = [
    StorySample(
      testDescription: "StateTransition",
      fields: [
        ("type", #""next""#), ("from_state", #""a""#), ("to_state", #""b""#), ("annotation", words),
        ("nav_ms", "5"),
      ], around: (#"{"turns":[{"state_transitions":["#, "]}]}")),
    StorySample(
      testDescription: "Participant",
      fields: [
        ("participant_id", number), ("role", #""operator""#), ("display_name", words),
        ("phone_number", number), ("joined_at", moment), ("left_at", moment),
      ], around: (#"{"participants":["#, "]}")),
    StorySample(
      testDescription: "HumanSegment",
      fields: [
        ("speaker_role", #""operator""#), ("transcript", words), ("timestamp", moment),
      ], around: (#"{"human_segments":["#, "]}")),
    StorySample(
      testDescription: "EscalationState",
      fields: [
        ("status", #""connected""#), ("escalation_id", #""x-1""#), ("requested_at", moment),
        ("connected_at", moment), ("completed_at", moment), ("trigger", #""ai""#),
        ("trigger_source", words), ("concept", words), ("operator_type", #""clinical""#),
        ("regulatory_basis", words), ("immediate", "true"), ("risk_score", "0.25"),
        ("operator_entity_id", #""o-1""#), ("wait_seconds", "30"), ("handle_time_seconds", "90"),
      ], around: (#"{"escalation":"#, "}")),
    StorySample(
      testDescription: "ForwardingDetails",
      fields: [
        ("forward_to", number), ("should_disconnect", "true"), ("warm_transfer", "false"),
        ("forwarded_at", moment),
      ], around: (#"{"forwarding":"#, "}")),
    StorySample(
      testDescription: "SafetyState",
      fields: [
        ("peak_concern_level", "2"), ("concern_turn_count", "3"), ("trajectory", #""rising""#),
        ("concept_matches", "[{}]"),
      ], around: (#"{"safety":"#, "}")),
    StorySample(
      testDescription: "ConceptMatch",
      fields: [
        ("concept", words), ("similarity", "0.5"), ("agent_action", words), ("at", moment),
      ], around: (#"{"safety":{"concept_matches":["#, "]}}")),
    StorySample(
      testDescription: "EmotionalSummary",
      fields: [
        ("dominant_emotion", words), ("average_valence", "-0.5"), ("peak_negative_valence", "-1"),
        ("peak_negative_emotion", words), ("emotional_shifts", "2"), ("final_trend", #""stable""#),
      ], around: (#"{"emotional_summary":"#, "}")),
  ]

  static let stories = [story, turn, tool] + others
}

/// What of an answer was understood: the line of JSON in which all is shown, and the faults.
struct Understood {
  let line: String
  let masked: String
  let faults: FieldFaults

  init<Value: FieldReadable & Encodable>(_ type: Value.Type, _ answer: String) throws {
    var faults = FieldFaults()
    let value = try Value(
      json: answer.utf8.span, deepest: FieldReader.deepestAround, addingFaultsTo: &faults)
    self.faults = faults
    line = try JSONLineEncoder(disclosure(.open)).line(value)
    masked = try JSONLineEncoder(disclosure(.desk)).line(value)
  }

  func has(_ name: String) -> Bool {
    line.contains("\"\(name)\":") && !line.contains("\"\(name)\":null")
  }
}

/// A story's answer as it is understood.
func story(_ answer: String) throws -> (story: CallStory, faults: FieldFaults) {
  var faults = FieldFaults()
  let story = try CallStory(
    json: answer.utf8.span, deepest: FieldReader.deepestAround, addingFaultsTo: &faults)
  return (story, faults)
}
