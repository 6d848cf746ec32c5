import WallboardSimulator

/// What contract 1.5 says about each message, typed off it and not taken from the simulator; the
/// rules are those of `EventRules`.
enum ObserverRules {
  private static let roles = "caller|agent|operator"

  static let table: [String: [String]] = [
    "actor_allocated": ["gameserver:string", "node:string?", "alloc_latency_ms:number?"],
    "actor_shutdown": ["reason:call_ended|orphan_no_media~", "lifetime_s:number?"],
    "agent_transcript": [
      "transcript:string", "action:string?", "interrupted:boolean~",
      "filler_type:empathy|receipt|working?", "speaker_id:string?", "speaker_role:string?",
      "streaming:boolean?",
    ],
    "agent_transcript_delta": ["delta:string"],
    "barge_in": [
      "interrupted_text:string?", "discarded_texts:array?", "interrupted_speaker_id:string?",
      "interrupting_speaker_id:string?", "total_barge_ins:integer?",
    ],
    "compound_emotion": ["compounds:array", "turn_index:integer"],
    "emotion": [
      "dominant:string", "valence:number", "arousal:number", "barge_in_count:integer~",
      "trend:improving|stable|deteriorating?", "coherence:number?", "segment_dominant:string?",
      "segment_valence:number?", "segment_arousal:number?", "dominance:number?", "scores:array?",
      "language_sentiment:number?", "language_toxicity:object?", "speaker:object?",
      "total_segments:integer?", "emotional_shifts:integer?", "call_duration_s:number?",
      "turn_count:integer?", "verified_speaker_id:string?", "speaker_similarity:number?",
      "provider:string?",
    ],
    "empathy_classified": [
      "tier:integer", "tier_name:FUNCTIONAL|LIGHT_TOUCH|FULL_EMPATHY|HOLD_SPACE",
      "should_pause:boolean", "suppress_filler:boolean", "filler_type:empathy|receipt|working",
      "empathy_baseline:number",
    ],
    "forward_call_resolved": [
      "target_number:string?", "location_name:string?", "result:string?", "error:string?",
    ],
    "latency": [
      "e2e_ttfb_ms:number", "engine_ms:number", "nav_ms:number", "render_ms:number",
      "audio_ttfb_ms:number", "continuation:boolean", "is_greeting:boolean~",
    ],
    "media_attached": ["leg:\(roles)"],
    "nav_timing": [
      "nav_ms:number", "render_ms:number", "total_ms:number", "input_tokens:integer?",
      "output_tokens:integer?", "model:string?", "state:string?", "retry_attempts:integer?",
      "used_fallback:boolean?", "selected_action:string?",
    ],
    "participant_joined": [
      "participant_id:string", "participant_role:\(roles)", "conference_sid:string",
      "participant_name:string?", "display_name:string?", "operator_entity_id:uuid?",
      "phone_number:string?",
    ],
    "participant_left": [
      "participant_id:string", "participant_role:\(roles)", "conference_sid:string",
      "display_name:string?", "operator_entity_id:uuid?", "phone_number:string?",
    ],
    "session_end": [
      "call_sid:string?", "session_id:string?", "duration_s:number~", "turns:integer~",
      "completion_reason:string~", "final_state:string~", "trace_id:string?",
      "has_recording:boolean?", "emotional_summary:object?",
    ],
    "session_info": [
      "call_sid:string", "service_id:string~", "workspace_id:string~", "caller_id:string~",
      "start_time:number~", "current_state:string~",
      "direction:inbound|outbound|playground|simulated|test~", "duration_seconds:number~",
    ],
    "session_start": [
      "call_sid:string?", "session_id:string?", "service_id:uuid?", "workspace_id:uuid?",
      "initial_state:string?", "trace_id:string?", "mode:string?",
    ],
    "speaker_muted": ["muted:boolean"],
    "state_transition": [
      "previous_state:string", "next_state:string", "transition_type:string?", "annotation:string?",
    ],
    "tool_call_completed": [
      "tool_name:string", "call_id:string", "output:string?", "succeeded:boolean~",
      "duration_ms:number?", "error_message:string?", "parent_call_id:string?",
      "integration_name:string?", "endpoint_name:string?", "protocol:string?",
    ],
    "tool_call_started": [
      "tool_name:string", "call_id:string", "input:object|string?", "parent_call_id:string?",
      "integration_name:string?", "endpoint_name:string?", "protocol:string?",
    ],
    "user_transcript": [
      "transcript:string", "state:string~", "speaker_id:string?", "speaker_role:string?",
      "stt_confidence:number?", "eot_confidence:number?", "is_barge_in:boolean?",
    ],
    "voice_context_applied": [
      "tts_emotion:string?", "tts_speed:number?", "tts_volume:number?", "filler_enabled:boolean",
      "emotion_detection_enabled:boolean", "reasoning:string",
    ],
  ]

  private static let rules = table.mapValues { $0.map(FieldRule.init) }

  /// What is wrong with a message, in words; empty when nothing is.
  static func violations(of message: JSON) -> [String] {
    let type = message["type"]?.string ?? "no type"
    guard case .object(let members) = message, let fields = rules[type] else {
      return ["\(type): no rule"]
    }
    let unknown = members.map(\.key).filter { key in
      key != "type" && !fields.contains { $0.name == key }
    }
    let wrong = fields.filter { !$0.accepts(message[$0.name]) }
    return (unknown + wrong.map(\.name)).map { "\(type).\($0)" }
  }
}
