extension EventFixture {
  /// The 50 events of contract 2.5.
  package static let all: [EventFixture] = [
    EventFixture(
      "call.ended",
      [
        .key("call_sid", .string),
        .required("direction", .word("inbound")),
        .required("duration_seconds", .number),
        .required("completion_reason", .word("completed")),
        .optional("escalated", .boolean),
      ]),
    EventFixture(
      "call.escalated",
      [
        .key("call_sid", .string),
        .required("escalation_id", .string),
        .required("trigger", .word("caller")),
        .required("reason", .secret),
      ]),
    EventFixture(
      "call.started",
      [
        .key("call_sid", .string),
        .required("direction", .word("inbound")),
        .required("service_id", .string),
        .optional("caller_id", .secret),
      ]),
    EventFixture(
      "channel.email_bounced",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
        .optional("bounce_type", .string),
        .optional("bounce_subtype", .string),
      ]),
    EventFixture(
      "channel.email_clicked",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
      ]),
    EventFixture(
      "channel.email_complained",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.email_delayed",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.email_delivered",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.email_opened",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
      ]),
    EventFixture(
      "channel.email_received",
      [
        .key("inbound_email_id", .string),
        .required("in_reply_to_email_id", .string),
        .required("from_address", .secret),
        .required("to_address", .secret),
        .required("subject", .secret),
      ]),
    EventFixture(
      "channel.email_rejected",
      [
        .key("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.voicemail_status",
      [
        .key("voicemail_id", .string),
        .required("status", .word("delivered")),
        .required("recipient_phone_number", .secret),
      ]),
    EventFixture(
      "encounter.updated",
      [
        .key("encounter_entity_id", .string),
        .required("session_id", .string),
      ]),
    EventFixture(
      "integration.approval_granted",
      [
        .key("conversation_id", .string)
      ]),
    EventFixture(
      "integration.approval_rejected",
      [
        .key("conversation_id", .string),
        .optional("reason", .secret),
      ]),
    EventFixture(
      "operator.joined_call",
      [
        .key("call_sid", .string),
        .key("operator_id", .string),
        .required("mode", .word("listen")),
      ]),
    EventFixture(
      "operator.left_call",
      [
        .key("call_sid", .string),
        .key("operator_id", .string),
        .optional("human_segment_turn_count", .whole),
      ]),
    EventFixture(
      "operator.mode_changed",
      [
        .key("call_sid", .string),
        .key("operator_id", .string),
        .required("mode", .word("listen")),
      ]),
    EventFixture(
      "operator.profile_updated",
      [
        .key("operator_id", .string),
        .optional("changes", .anything),
      ]),
    EventFixture(
      "operator.registered",
      [
        .key("operator_id", .string),
        .optional("timestamp", .string),
      ]),
    EventFixture(
      "operator.status_changed",
      [
        .key("operator_id", .string),
        .required("status", .word("online")),
      ]),
    EventFixture(
      "operator.wrap_up",
      [
        .key("call_sid", .string),
        .optional("wrap_up_reason", .string),
      ]),
    EventFixture(
      "pipeline.error",
      [
        .key("data_source_id", .string),
        .required("error", .secret),
      ]),
    EventFixture(
      "pipeline.sync_completed",
      [
        .key("data_source_id", .string),
        .required("event_count", .whole),
        .required("duration_ms", .whole),
      ]),
    EventFixture(
      "review.submitted",
      [
        .required("action", .word("approve")),
        .optional("item_id", .string),
        .optional("entity_id", .string),
        .optional("entity_type", .string),
        .optional("count", .whole),
      ]),
    EventFixture(
      "self_image.brief_generated",
      [
        .key("target_entity_id", .string),
        .required("target_entity_type", .string),
        .required("event_id", .string),
        .required("version", .string),
        .required("confidence", .number),
        .required("event_count", .whole),
      ]),
    EventFixture(
      "simulation.turn_stored",
      [
        .required("service_id", .string),
        .required("run_id", .string),
        .key("session_id", .string),
        .required("turn_index", .whole),
        .required("state_before", .string),
        .required("state_after", .string),
        .required("is_terminal", .boolean),
      ]),
    EventFixture(
      "surface.archived",
      [
        .key("surface_id", .string)
      ]),
    EventFixture(
      "surface.created",
      [
        .key("surface_id", .string),
        .required("entity_id", .string),
        .optional("channel", .string),
        .optional("fields_count", .whole),
        .optional("source", .string),
        .optional("form_template_id", .string),
        .optional("review_required", .boolean),
      ]),
    EventFixture(
      "surface.delivered",
      [
        .key("surface_id", .string),
        .required("entity_id", .string),
        .required("channel", .string),
        .optional("channel_address", .secret),
        .optional("delivery_status", .string),
        .optional("message_id", .string),
        .optional("short_url", .secret),
      ]),
    EventFixture(
      "surface.field_saved",
      [
        .key("surface_id", .string),
        .required("entity_id", .string),
        .required("field_key", .string),
      ]),
    EventFixture(
      "surface.opened",
      [
        .key("surface_id", .string),
        .required("entity_id", .string),
      ]),
    EventFixture(
      "surface.pending_review",
      [
        .key("surface_id", .string),
        .required("entity_id", .string),
        .optional("source", .string),
        .optional("form_template_id", .string),
        .optional("review_required", .boolean),
      ]),
    EventFixture(
      "surface.reshaped",
      [
        .key("surface_id", .string),
        .required("original_surface_id", .string),
      ]),
    EventFixture(
      "surface.review_approved",
      [
        .key("surface_id", .string)
      ]),
    EventFixture(
      "surface.review_rejected",
      [
        .key("surface_id", .string),
        .optional("reason", .secret),
      ]),
    EventFixture(
      "surface.submitted",
      [
        .key("surface_id", .string),
        .required("entity_id", .string),
        .optional("submitted_at", .string),
        .optional("fields_submitted", .strings),
      ]),
    EventFixture(
      "surface.updated",
      [
        .key("surface_id", .string)
      ]),
    EventFixture(
      "text.agent_message",
      [
        .key("conversation_id", .string),
        .required("text", .secret),
        .optional("delivery_id", .string),
      ]),
    EventFixture(
      "text.background_result",
      [
        .key("conversation_id", .string),
        .required("tool_name", .string),
        .required("call_id", .string),
        .required("succeeded", .boolean),
        .required("result", .secret),
        .required("depth", .whole),
        .optional("duration_ms", .number),
      ]),
    EventFixture(
      "text.completed",
      [
        .key("session_id", .string),
        .required("duration_seconds", .number),
        .required("turn_count", .whole),
        .optional("completion_reason", .string),
        .required("final_state", .string),
        .required("channel_kind", .string),
      ]),
    EventFixture(
      "text.started",
      [
        .key("session_id", .string),
        .required("service_id", .string),
        .required("channel_kind", .string),
        .optional("entity_id", .string),
      ]),
    EventFixture(
      "text.tool_started",
      [
        .key("conversation_id", .string),
        .required("tool_name", .string),
        .required("call_id", .string),
        .required("depth", .whole),
      ]),
    EventFixture(
      "trigger.completed",
      [
        .key("trigger_id", .string),
        .required("trigger_name", .string),
        .required("status", .string),
      ]),
    EventFixture(
      "trigger.failed",
      [
        .key("trigger_id", .string),
        .required("trigger_name", .string),
        .required("status", .string),
      ]),
    EventFixture(
      "trigger.fired",
      [
        .key("trigger_id", .string),
        .required("trigger_name", .string),
        .optional("manual", .boolean),
      ]),
    EventFixture(
      "workspace.invitation_accepted",
      [
        .key("entity_id", .string),
        .required("role", .string),
      ]),
    EventFixture(
      "workspace.invitation_sent",
      [
        .key("invitation_id", .string),
        .required("role", .string),
        .optional("resent", .boolean),
      ]),
    EventFixture(
      "workspace.member_added",
      [
        .key("entity_id", .string),
        .required("role", .string),
      ]),
    EventFixture(
      "workspace.member_role_updated",
      [
        .key("entity_id", .string),
        .required("role", .string),
        .required("previous_role", .string),
      ]),
  ]
}
