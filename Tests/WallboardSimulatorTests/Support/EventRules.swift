import Foundation
import WallboardSimulator

/// What contract 2.5 says about each event's data, typed off it and not taken from the simulator.
/// A rule is `name:type`, where `?` marks what may be null or absent, and `~` what may be absent.
enum EventRules {
  static let table: [String: [String]] = [
    "call.ended": [
      "call_sid:string", "direction:inbound|outbound|playground|simulated|test",
      "duration_seconds:number",
      "completion_reason:completed|abandoned|escalated|transferred|timeout|error|voicemail|no_answer|caller_hangup|forwarded|terminal_state|warm_transfer_completed|no_inbound_audio|cancelled",
      "escalated:boolean~",
    ],
    "call.escalated": [
      "call_sid:string", "escalation_id:string", "trigger:caller|ai|operator", "reason:string",
    ],
    "call.started": [
      "call_sid:string", "direction:inbound|outbound|playground|simulated|test", "service_id:uuid",
      "caller_id:string?",
    ],
    "channel.email_bounced": [
      "email_id:string", "to_address:string", "from_address:string", "bounce_type:string?",
      "bounce_subtype:string?",
    ],
    "channel.email_clicked": ["email_id:string", "to_address:string"],
    "channel.email_complained": ["email_id:string", "to_address:string", "from_address:string"],
    "channel.email_delayed": ["email_id:string", "to_address:string", "from_address:string"],
    "channel.email_delivered": ["email_id:string", "to_address:string", "from_address:string"],
    "channel.email_opened": ["email_id:string", "to_address:string"],
    "channel.email_received": [
      "inbound_email_id:string", "in_reply_to_email_id:string", "from_address:string",
      "to_address:string", "subject:string",
    ],
    "channel.email_rejected": ["email_id:string", "to_address:string", "from_address:string"],
    "channel.voicemail_status": [
      "voicemail_id:uuid", "status:delivered|skipped|failed|not_delivered",
      "recipient_phone_number:string",
    ],
    "encounter.updated": ["encounter_entity_id:uuid", "session_id:string"],
    "integration.approval_granted": ["conversation_id:string"],
    "integration.approval_rejected": ["conversation_id:string", "reason:string?"],
    "operator.joined_call": ["call_sid:string", "operator_id:uuid", "mode:listen|takeover"],
    "operator.left_call": [
      "call_sid:string", "operator_id:uuid", "human_segment_turn_count:integer?",
    ],
    "operator.mode_changed": ["call_sid:string", "operator_id:uuid", "mode:listen|takeover"],
    "operator.profile_updated": ["operator_id:uuid", "changes:object?"],
    "operator.registered": ["operator_id:uuid", "timestamp:string?"],
    "operator.status_changed": ["operator_id:uuid", "status:online|busy|offline"],
    "operator.wrap_up": ["call_sid:string", "wrap_up_reason:string?"],
    "pipeline.error": ["data_source_id:uuid", "error:string"],
    "pipeline.sync_completed": [
      "data_source_id:uuid", "event_count:integer", "duration_ms:integer",
    ],
    "review.submitted": [
      "action:approve|reject|correct|batch_approve|batch_reject", "item_id:string?",
      "entity_id:uuid?", "entity_type:string?", "count:integer?",
    ],
    "self_image.brief_generated": [
      "target_entity_id:uuid", "target_entity_type:string", "event_id:uuid", "version:string",
      "confidence:number", "event_count:integer",
    ],
    "simulation.turn_stored": [
      "service_id:uuid", "run_id:string", "session_id:string", "turn_index:integer",
      "state_before:string", "state_after:string", "is_terminal:boolean",
    ],
    "surface.archived": ["surface_id:uuid"],
    "surface.created": [
      "surface_id:uuid", "entity_id:uuid", "channel:string?", "fields_count:integer?",
      "source:string?", "form_template_id:uuid?", "review_required:boolean?",
    ],
    "surface.delivered": [
      "surface_id:uuid", "entity_id:uuid", "channel:string", "channel_address:string?",
      "delivery_status:string?", "message_id:string?", "short_url:string?",
    ],
    "surface.field_saved": ["surface_id:uuid", "entity_id:uuid", "field_key:string"],
    "surface.opened": ["surface_id:uuid", "entity_id:uuid"],
    "surface.pending_review": [
      "surface_id:uuid", "entity_id:uuid", "source:string?", "form_template_id:uuid?",
      "review_required:boolean?",
    ],
    "surface.reshaped": ["surface_id:uuid", "original_surface_id:uuid"],
    "surface.review_approved": ["surface_id:uuid"],
    "surface.review_rejected": ["surface_id:uuid", "reason:string?"],
    "surface.submitted": [
      "surface_id:uuid", "entity_id:uuid", "submitted_at:string?", "fields_submitted:array?",
    ],
    "surface.updated": ["surface_id:uuid"],
    "text.agent_message": ["conversation_id:uuid", "text:string", "delivery_id:uuid?"],
    "text.background_result": [
      "conversation_id:uuid", "tool_name:string", "call_id:string", "succeeded:boolean",
      "result:string", "depth:integer", "duration_ms:number?",
    ],
    "text.completed": [
      "session_id:string", "duration_seconds:number", "turn_count:integer",
      "completion_reason:string?", "final_state:string", "channel_kind:string",
    ],
    "text.started": [
      "session_id:string", "service_id:uuid", "channel_kind:string", "entity_id:uuid?",
    ],
    "text.tool_started": [
      "conversation_id:uuid", "tool_name:string", "call_id:string", "depth:integer",
    ],
    "trigger.completed": ["trigger_id:uuid", "trigger_name:string", "status:string"],
    "trigger.failed": ["trigger_id:uuid", "trigger_name:string", "status:string"],
    "trigger.fired": ["trigger_id:uuid", "trigger_name:string", "manual:boolean~"],
    "workspace.invitation_accepted": ["entity_id:uuid", "role:string"],
    "workspace.invitation_sent": ["invitation_id:string", "role:string", "resent:boolean~"],
    "workspace.member_added": ["entity_id:uuid", "role:string"],
    "workspace.member_role_updated": ["entity_id:uuid", "role:string", "previous_role:string"],
  ]

  /// What is wrong with an event, in words; empty when nothing is.
  static func violations(of event: SimulatedEvent) -> [String] {
    guard case .object(let members) = event.data, let rules = table[event.name.rawValue] else {
      return ["\(event.name.rawValue): no object or no rule"]
    }
    let fields = rules.map(FieldRule.init)
    let unknown = members.filter { member in !fields.contains { $0.name == member.key } }
    let wrong = fields.filter { !$0.accepts(event.data[$0.name]) }
    return (unknown.map(\.key) + wrong.map(\.name)).map { "\(event.name.rawValue).\($0)" }
  }
}

/// The rule of one field, read from its line in the table.
struct FieldRule {
  let name: String
  let type: String
  let mayBeNull: Bool
  let mayBeAbsent: Bool

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    name = String(parts[0])
    mayBeNull = text.hasSuffix("?")
    mayBeAbsent = mayBeNull || text.hasSuffix("~")
    type = String(parts[1].filter { $0 != "?" && $0 != "~" })
  }

  func accepts(_ value: JSON?) -> Bool {
    switch value {
    case nil: mayBeAbsent
    case .null: mayBeNull
    case .boolean: type == "boolean"
    case .integer: type == "integer" || type == "number"
    case .number: type == "number"
    case .array: type == "array"
    case .object: type == "object" || type == "object|string"
    case .string(let text): accepts(text)
    }
  }

  private func accepts(_ text: String) -> Bool {
    switch type {
    case "string", "object|string": true
    case "uuid": UUID(uuidString: text) != nil
    default: type.split(separator: "|").contains { $0 == text }
    }
  }
}
