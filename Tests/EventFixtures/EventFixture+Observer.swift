extension EventFixture {
  /// The 23 observer events of contract 1.5. What an older page lacks counts as optional: a tool's
  /// `call_id` and whether a speaker is `muted` (contract 8, C7 and C9).
  package static let observer: [EventFixture] = [
    EventFixture(
      "actor_allocated",
      [
        .required("gameserver", .string),
        .optional("node", .string),
        .optional("alloc_latency_ms", .number),
      ]),
    EventFixture(
      "actor_shutdown",
      [
        .optional("reason", .word("call_ended")),
        .optional("lifetime_s", .number),
      ]),
    EventFixture(
      "agent_transcript",
      [
        .required("transcript", .secret),
        .optional("action", .string),
        .optional("interrupted", .boolean),
        .optional("filler_type", .word("working")),
        .optional("speaker_id", .string),
        .optional("speaker_role", .word("agent")),
        .optional("streaming", .boolean),
      ]),
    EventFixture(
      "agent_transcript_delta",
      [
        .required("delta", .secret)
      ]),
    EventFixture(
      "barge_in",
      [
        .optional("interrupted_text", .secret),
        .optional("discarded_texts", .secrets),
        .optional("interrupted_speaker_id", .string),
        .optional("interrupting_speaker_id", .string),
        .optional("total_barge_ins", .whole),
      ]),
    EventFixture(
      "compound_emotion",
      [
        .required("compounds", .scores),
        .required("turn_index", .whole),
      ]),
    EventFixture(
      "emotion",
      [
        .required("dominant", .string),
        .required("valence", .number),
        .required("arousal", .number),
        .optional("barge_in_count", .whole),
        .optional("trend", .word("stable")),
        .optional("coherence", .number),
        .optional("segment_dominant", .string),
        .optional("segment_valence", .number),
        .optional("segment_arousal", .number),
        .optional("dominance", .number),
        .optional("scores", .scores),
        .optional("language_sentiment", .number),
        .optional("language_toxicity", .numbers),
        .optional("speaker", .acoustics),
        .optional("total_segments", .whole),
        .optional("emotional_shifts", .whole),
        .optional("call_duration_s", .number),
        .optional("turn_count", .whole),
        .optional("verified_speaker_id", .secret),
        .optional("speaker_similarity", .number),
        .optional("provider", .string),
      ]),
    EventFixture(
      "empathy_classified",
      [
        .required("tier", .whole),
        .required("tier_name", .word("LIGHT_TOUCH")),
        .required("should_pause", .boolean),
        .required("suppress_filler", .boolean),
        .required("filler_type", .word("empathy")),
        .required("empathy_baseline", .number),
      ]),
    EventFixture(
      "forward_call_resolved",
      [
        .optional("target_number", .secret),
        .optional("location_name", .secret),
        .optional("result", .string),
        .optional("error", .secret),
      ]),
    EventFixture(
      "latency",
      [
        .required("e2e_ttfb_ms", .number),
        .required("engine_ms", .number),
        .required("nav_ms", .number),
        .required("render_ms", .number),
        .required("audio_ttfb_ms", .number),
        .required("continuation", .boolean),
        .optional("is_greeting", .boolean),
      ]),
    EventFixture(
      "media_attached",
      [
        .required("leg", .word("caller"))
      ]),
    EventFixture(
      "nav_timing",
      [
        .required("nav_ms", .number),
        .required("render_ms", .number),
        .required("total_ms", .number),
        .optional("input_tokens", .whole),
        .optional("output_tokens", .whole),
        .optional("model", .string),
        .optional("state", .string),
        .optional("retry_attempts", .whole),
        .optional("used_fallback", .boolean),
        .optional("selected_action", .string),
      ]),
    EventFixture(
      "participant_joined",
      [
        .key("participant_id", .string),
        .required("participant_role", .word("operator")),
        .required("conference_sid", .string),
        .optional("participant_name", .secret),
        .optional("display_name", .secret),
        .optional("operator_entity_id", .string),
        .optional("phone_number", .secret),
      ]),
    EventFixture(
      "participant_left",
      [
        .key("participant_id", .string),
        .required("participant_role", .word("operator")),
        .required("conference_sid", .string),
        .optional("display_name", .secret),
        .optional("operator_entity_id", .string),
        .optional("phone_number", .secret),
      ]),
    EventFixture(
      "session_end",
      [
        .optional("call_sid", .string),
        .optional("session_id", .string),
        .optional("duration_s", .number),
        .optional("turns", .whole),
        .optional("completion_reason", .string),
        .optional("final_state", .string),
        .optional("trace_id", .string),
        .optional("has_recording", .boolean),
        .optional("emotional_summary", .anything),
      ]),
    EventFixture(
      "session_info",
      [
        .key("call_sid", .string),
        .optional("service_id", .string),
        .optional("workspace_id", .string),
        .optional("caller_id", .secret),
        .optional("start_time", .number),
        .optional("current_state", .string),
        .optional("direction", .word("outbound")),
        .optional("duration_seconds", .number),
      ]),
    EventFixture(
      "session_start",
      [
        .optional("call_sid", .string),
        .optional("session_id", .string),
        .optional("service_id", .string),
        .optional("workspace_id", .string),
        .optional("initial_state", .string),
        .optional("trace_id", .string),
        .optional("mode", .string),
      ]),
    EventFixture(
      "speaker_muted",
      [
        .optional("muted", .boolean)
      ]),
    EventFixture(
      "state_transition",
      [
        .required("previous_state", .string),
        .required("next_state", .string),
        .optional("transition_type", .string),
        .optional("annotation", .secret),
      ]),
    EventFixture(
      "tool_call_completed",
      [
        .required("tool_name", .string),
        .optional("call_id", .string),
        .optional("output", .secret),
        .optional("succeeded", .boolean),
        .optional("duration_ms", .number),
        .optional("error_message", .secret),
        .optional("parent_call_id", .string),
        .optional("integration_name", .string),
        .optional("endpoint_name", .string),
        .optional("protocol", .string),
      ]),
    EventFixture(
      "tool_call_started",
      [
        .required("tool_name", .string),
        .optional("call_id", .string),
        .optional("input", .anything),
        .optional("parent_call_id", .string),
        .optional("integration_name", .string),
        .optional("endpoint_name", .string),
        .optional("protocol", .string),
      ]),
    EventFixture(
      "user_transcript",
      [
        .required("transcript", .secret),
        .optional("state", .string),
        .optional("speaker_id", .string),
        .optional("speaker_role", .word("caller")),
        .optional("stt_confidence", .number),
        .optional("eot_confidence", .number),
        .optional("is_barge_in", .boolean),
      ]),
    EventFixture(
      "voice_context_applied",
      [
        .optional("tts_emotion", .string),
        .optional("tts_speed", .number),
        .optional("tts_volume", .number),
        .required("filler_enabled", .boolean),
        .required("emotion_detection_enabled", .boolean),
        .required("reasoning", .secret),
      ]),
  ]

  /// The older shapes of observer events (contract 8, C7 to C9).
  package static let olderObserver: [EventFixture] = [
    EventFixture(
      "speaker_muted",
      [
        .optional("speaker_id", .string),
        .optional("speaker_role", .word("caller")),
      ]),
    EventFixture(
      "tool_call_completed",
      [
        .required("tool_name", .string),
        .optional("output", .secret),
        .optional("succeeded", .boolean),
        .optional("error", .secret),
      ]),
    EventFixture(
      "tool_call_started",
      [
        .required("tool_name", .string),
        .optional("tool_input", .anything),
      ]),
    EventFixture(
      "user_transcript",
      [
        .required("transcript", .secret),
        .optional("state", .string),
        .optional("speaker_id", .string),
        .optional("speaker_role", .word("caller")),
        .optional("is_final", .boolean),
      ]),
  ]

  /// The message of these fields, and of others given as JSON: flat, with the name inside.
  package func message(_ fields: [Field], _ others: [(String, String)] = []) -> String {
    Self.json(fields, [("type", "\"\(name)\"")] + others)
  }

  /// The whole message.
  package var message: String { message(fields) }
}
