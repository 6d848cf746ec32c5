/// The fields that hold what is not for everybody's eyes (contract 7).
enum SpokenField {
  /// The list that a field's strings belong to. Fragments are left to the lines that they become.
  private static let lists: [String: String] = [
    "reason": "reasons", "annotation": "reasons", "reasoning": "reasons",
    "error_message": "reasons", "error": "reasons", "location_name": "reasons",
    "caller_phone": "numbers",
    "transcript": "transcripts", "interrupted_text": "transcripts",
    "discarded_texts": "transcripts",
    "input": "tool_inputs", "output": "tool_outputs",
    "participant_name": "names", "display_name": "names",
    "caller_id": "numbers", "phone_number": "numbers", "target_number": "numbers",
    "recipient_phone_number": "numbers",
    "to_address": "addresses", "from_address": "addresses", "channel_address": "addresses",
    "text": "messages", "result": "messages", "subject": "messages",
    "call_sid": "identifiers", "session_id": "identifiers", "conference_sid": "identifiers",
    "participant_id": "identifiers", "speaker_id": "identifiers",
    "verified_speaker_id": "identifiers", "operator_entity_id": "identifiers",
  ]

  /// Fields of such a name that hold a word of a vocabulary.
  private static let plain: Set = ["actor_shutdown.reason", "forward_call_resolved.result"]

  /// The lists of what people say and write, and of what models do.
  private static let worded: Set = [
    "transcripts", "tool_inputs", "tool_outputs", "messages", "reasons",
  ]

  /// The name of the list that the field's strings belong to, if they belong to one.
  static func list(of field: String, in event: String?) -> String? {
    plain.contains("\(event ?? "").\(field)") ? nil : lists[field]
  }

  /// Whether the field holds words, whole or in fragments.
  static func holdsWords(_ field: String, in event: String?) -> Bool {
    field == "delta" || list(of: field, in: event).map(worded.contains) ?? false
  }
}
