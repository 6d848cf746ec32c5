extension EventFixture {
  /// The 50 events of contract 2.5.
  package static let all: [EventFixture] = [
    EventFixture(
      "call.ended",
      [
        .required("call_sid", .string),
        .required("direction", .word("inbound")),
        .required("duration_seconds", .number),
        .required("completion_reason", .word("completed")),
        .optional("escalated", .boolean),
      ]),
    EventFixture(
      "call.escalated",
      [
        .required("call_sid", .string),
        .required("escalation_id", .string),
        .required("trigger", .word("caller")),
        .required("reason", .secret),
      ]),
    EventFixture(
      "call.started",
      [
        .required("call_sid", .string),
        .required("direction", .word("inbound")),
        .required("service_id", .string),
        .optional("caller_id", .secret),
      ]),
    EventFixture(
      "channel.email_bounced",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
        .optional("bounce_type", .string),
        .optional("bounce_subtype", .string),
      ]),
    EventFixture(
      "channel.email_clicked",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
      ]),
    EventFixture(
      "channel.email_complained",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.email_delayed",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.email_delivered",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.email_opened",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
      ]),
    EventFixture(
      "channel.email_received",
      [
        .required("inbound_email_id", .string),
        .required("in_reply_to_email_id", .string),
        .required("from_address", .secret),
        .required("to_address", .secret),
        .required("subject", .secret),
      ]),
    EventFixture(
      "channel.email_rejected",
      [
        .required("email_id", .string),
        .required("to_address", .secret),
        .required("from_address", .string),
      ]),
    EventFixture(
      "channel.voicemail_status",
      [
        .required("voicemail_id", .string),
        .required("status", .word("delivered")),
        .required("recipient_phone_number", .secret),
      ]),
    EventFixture(
      "encounter.updated",
      [
        .required("encounter_entity_id", .string),
        .required("session_id", .string),
      ]),
    EventFixture(
      "integration.approval_granted",
      [
        .required("conversation_id", .string)
      ]),
    EventFixture(
      "integration.approval_rejected",
      [
        .required("conversation_id", .string),
        .optional("reason", .secret),
      ]),
    EventFixture(
      "operator.joined_call",
      [
        .required("call_sid", .string),
        .required("operator_id", .string),
        .required("mode", .word("listen")),
      ]),
    EventFixture(
      "operator.left_call",
      [
        .required("call_sid", .string),
        .required("operator_id", .string),
        .optional("human_segment_turn_count", .whole),
      ]),
    EventFixture(
      "operator.mode_changed",
      [
        .required("call_sid", .string),
        .required("operator_id", .string),
        .required("mode", .word("listen")),
      ]),
    EventFixture(
      "operator.profile_updated",
      [
        .required("operator_id", .string),
        .optional("changes", .anything),
      ]),
    EventFixture(
      "operator.registered",
      [
        .required("operator_id", .string),
        .optional("timestamp", .string),
      ]),
    EventFixture(
      "operator.status_changed",
      [
        .required("operator_id", .string),
        .required("status", .word("online")),
      ]),
    EventFixture(
      "operator.wrap_up",
      [
        .required("call_sid", .string),
        .optional("wrap_up_reason", .string),
      ]),
    EventFixture(
      "pipeline.error",
      [
        .required("data_source_id", .string),
        .required("error", .secret),
      ]),
    EventFixture(
      "pipeline.sync_completed",
      [
        .required("data_source_id", .string),
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
        .required("target_entity_id", .string),
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
        .required("session_id", .string),
        .required("turn_index", .whole),
        .required("state_before", .string),
        .required("state_after", .string),
        .required("is_terminal", .boolean),
      ]),
    EventFixture(
      "surface.archived",
      [
        .required("surface_id", .string)
      ]),
    EventFixture(
      "surface.created",
      [
        .required("surface_id", .string),
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
        .required("surface_id", .string),
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
        .required("surface_id", .string),
        .required("entity_id", .string),
        .required("field_key", .string),
      ]),
    EventFixture(
      "surface.opened",
      [
        .required("surface_id", .string),
        .required("entity_id", .string),
      ]),
    EventFixture(
      "surface.pending_review",
      [
        .required("surface_id", .string),
        .required("entity_id", .string),
        .optional("source", .string),
        .optional("form_template_id", .string),
        .optional("review_required", .boolean),
      ]),
    EventFixture(
      "surface.reshaped",
      [
        .required("surface_id", .string),
        .required("original_surface_id", .string),
      ]),
    EventFixture(
      "surface.review_approved",
      [
        .required("surface_id", .string)
      ]),
    EventFixture(
      "surface.review_rejected",
      [
        .required("surface_id", .string),
        .optional("reason", .secret),
      ]),
    EventFixture(
      "surface.submitted",
      [
        .required("surface_id", .string),
        .required("entity_id", .string),
        .optional("submitted_at", .string),
        .optional("fields_submitted", .strings),
      ]),
    EventFixture(
      "surface.updated",
      [
        .required("surface_id", .string)
      ]),
    EventFixture(
      "text.agent_message",
      [
        .required("conversation_id", .string),
        .required("text", .secret),
        .optional("delivery_id", .string),
      ]),
    EventFixture(
      "text.background_result",
      [
        .required("conversation_id", .string),
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
        .required("session_id", .string),
        .required("duration_seconds", .number),
        .required("turn_count", .whole),
        .optional("completion_reason", .string),
        .required("final_state", .string),
        .required("channel_kind", .string),
      ]),
    EventFixture(
      "text.started",
      [
        .required("session_id", .string),
        .required("service_id", .string),
        .required("channel_kind", .string),
        .optional("entity_id", .string),
      ]),
    EventFixture(
      "text.tool_started",
      [
        .required("conversation_id", .string),
        .required("tool_name", .string),
        .required("call_id", .string),
        .required("depth", .whole),
      ]),
    EventFixture(
      "trigger.completed",
      [
        .required("trigger_id", .string),
        .required("trigger_name", .string),
        .required("status", .string),
      ]),
    EventFixture(
      "trigger.failed",
      [
        .required("trigger_id", .string),
        .required("trigger_name", .string),
        .required("status", .string),
      ]),
    EventFixture(
      "trigger.fired",
      [
        .required("trigger_id", .string),
        .required("trigger_name", .string),
        .optional("manual", .boolean),
      ]),
    EventFixture(
      "workspace.invitation_accepted",
      [
        .required("entity_id", .string),
        .required("role", .string),
      ]),
    EventFixture(
      "workspace.invitation_sent",
      [
        .required("invitation_id", .string),
        .required("role", .string),
        .optional("resent", .boolean),
      ]),
    EventFixture(
      "workspace.member_added",
      [
        .required("entity_id", .string),
        .required("role", .string),
      ]),
    EventFixture(
      "workspace.member_role_updated",
      [
        .required("entity_id", .string),
        .required("role", .string),
        .required("previous_role", .string),
      ]),
  ]
}
