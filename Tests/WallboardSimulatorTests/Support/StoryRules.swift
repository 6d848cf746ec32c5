import WallboardSimulator

/// What the specification says about a call's story, typed off it and not taken from the simulator;
/// the rules are those of `EventRules`.
enum StoryRules {
  private static let directions = "inbound|outbound|playground|simulated|test"
  private static let reasons =
    "completed|abandoned|escalated|transferred|timeout|error|voicemail|no_answer|caller_hangup|forwarded|terminal_state|warm_transfer_completed|no_inbound_audio|cancelled"

  static let call = [
    "id:uuid", "call_sid:string?", "workspace_id:uuid?", "service_id:uuid?", "caller_id:string?",
    "phone_number:string?", "direction:\(directions)?", "status:string~", "error:string?",
    "call_start_time:string?", "call_end_time:string?", "call_duration_seconds:number~",
    "media_start_time:string?", "config:object?", "turns:array~", "states_visited:array~",
    "final_state:string?", "triggered_behaviors:array~", "completion_reason:\(reasons)?",
    "emotional_summary:object?", "forwarding:object?", "conference_sid:string?",
    "participants:array~", "barge_in_events:array~", "recording_path:string?",
    "twilio_recording_sid:string?", "twilio_recording_duration:number?", "has_recording:boolean~",
    "timeline:object?", "verified_transcript:string?", "verified_words:array?",
    "transcript_accuracy:number?", "per_turn_accuracy:array?", "call_analysis:object?",
    "source:real|simulation|playground?", "run_id:string?", "score:number?",
    "score_rationale:string?", "parent_session_id:string?", "fork_turn_index:integer?",
    "escalation:object?", "safety:object?", "human_segments:array~", "audit:object?",
    "quality_score:number?", "conversation_summary:object?", "safety_summary:object?",
  ]

  /// An item of the list of calls.
  static let summary = [
    "entity_id:uuid", "call_sid:string?", "direction:\(directions)?", "phone_number:string?",
    "caller_id:string?", "started_at:string?", "duration_seconds:number?",
    "status:initiated|ringing|in-progress|completed|busy|no-answer|canceled|failed|unknown?",
    "escalation_status:string?", "turns:integer?", "has_recording:boolean?",
    "quality_score:number?", "final_state:string?", "completion_reason:\(reasons)?",
    "service_id:uuid?", "source:real|simulation|playground?", "run_id:string?",
    "parent_session_id:string?", "fork_turn_index:integer?",
  ]

  static let turn = [
    "id:string?", "trigger:string~", "user_transcript:string?", "agent_transcript:string?",
    "agent_action:string?", "interrupted:boolean~", "filler_type:string?", "speaker_id:string?",
    "speaker_role:string?", "emotion_label:string?", "emotion_valence:number?",
    "compound_emotions:array?", "stt_confidence:number?", "eot_confidence:number?",
    "state:string~", "tool_calls:array~", "state_transitions:array~", "inner_thoughts:array~",
    "timestamp:string?", "engine_ms:number?", "user_speech_start_ms:number?",
    "user_speech_end_ms:number?", "agent_speech_start_ms:number?", "agent_speech_end_ms:number?",
    "audio_window_start_ms:number?", "audio_window_end_ms:number?", "nav_ms:number?",
    "render_ms:number?", "audio_ttfb_ms:number?", "signal_kind:string?", "signal_source:string?",
    "state_before:string?", "state_after:string?", "primary_effect_kind:string?",
    "tool_name:string?", "tool_succeeded:boolean?", "tool_ms:number?", "modality:string?",
    "empathy_tier:integer?", "decision_bearing:boolean?",
  ]

  private static let tool = [
    "tool_name:string", "call_id:string?", "input:object?", "output:string?",
    "output_truncated:boolean~", "output_original_length:integer?",
    "output_truncated_to:integer?", "duration_ms:number?", "succeeded:boolean~",
    "error_message:string?", "integration_name:string?", "endpoint_name:string?",
    "protocol:string?",
  ]

  private static let transition = [
    "type:string?", "previous_state:string~", "next_state:string~", "annotation:string?",
    "nav_ms:number?", "from_state:string", "to_state:string",
  ]

  /// The rules of what stands in a call, by its key.
  private static let parts: [String: [String]] = [
    "turns": turn,
    "participants": [
      "participant_id:string", "role:caller|agent|operator", "display_name:string?",
      "phone_number:string?", "joined_at:string", "left_at:string?",
    ],
    "barge_in_events": [
      "type:barge_in", "interrupted_text:string?", "discarded_texts:array?",
      "interrupted_speaker_id:string?", "interrupting_speaker_id:string?",
      "total_barge_ins:integer?",
    ],
    "human_segments": ["speaker_role:string", "transcript:string", "timestamp:string?"],
    "emotional_summary": [
      "dominant_emotion:string?", "average_valence:number?", "average_arousal:number?",
      "peak_negative_valence:number?", "peak_negative_emotion:string?",
      "emotional_shifts:integer?", "final_trend:string?", "segment_count:integer?",
      "barge_in_count:integer?", "compound_emotions:array?",
    ],
    "forwarding": [
      "forward_to:string", "should_disconnect:boolean", "warm_transfer:boolean~",
      "forwarded_at:string?",
    ],
    "escalation": [
      "status:string~", "escalation_id:string?", "requested_at:string?", "connected_at:string?",
      "completed_at:string?", "trigger:string?", "trigger_source:string?", "concept:string?",
      "similarity:number?", "agent_confidence:number?", "operator_type:string?",
      "regulatory_basis:string?", "immediate:boolean~", "risk_score:number?",
      "operator_entity_id:string?", "wait_seconds:number?", "handle_time_seconds:number?",
      "human_segment_turn_count:integer?",
    ],
    "safety": [
      "peak_concern_level:integer~", "concern_turn_count:integer~", "trajectory:string?",
      "triage_history:array~", "concept_matches:array~",
    ],
  ]

  /// What is wrong with a story, in words; empty when nothing is.
  static func violations(of story: JSON) -> [String] {
    let turns = story["turns"]?.elements ?? []
    return violations(of: story, by: call, "call")
      + parts.flatMap { key, rules in
        things(in: story[key]).flatMap { violations(of: $0, by: rules, key) }
      }
      + turns.flatMap { things(in: $0["tool_calls"]) }.flatMap {
        violations(of: $0, by: tool, "tool")
      }
      + turns.flatMap { things(in: $0["state_transitions"]) }
      .flatMap { violations(of: $0, by: transition, "transition") }
  }

  static func violations(of thing: JSON, by rules: [String], _ name: String) -> [String] {
    guard case .object(let members) = thing else { return ["\(name): no object"] }
    let fields = rules.map(FieldRule.init)
    let unknown = members.map(\.key).filter { key in !fields.contains { $0.name == key } }
    let wrong = fields.filter { !$0.accepts(thing[$0.name]) }
    return (unknown + wrong.map(\.name)).map { "\(name).\($0)" }
  }

  private static func things(in part: JSON?) -> [JSON] {
    guard let part, part != .null else { return [] }
    return if case .array(let elements) = part { elements } else { [part] }
  }
}
