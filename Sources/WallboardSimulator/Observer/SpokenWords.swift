/// What was sent that is not for everybody's eyes, so that a reader's output can be searched for
/// it. Each string is kept once.
struct SpokenWords: Sendable {
  /// How many strings are kept; what comes later is only counted.
  static let limit = 50_000

  private var lists: [String: [String]] = [:]
  private var known: Set<String> = []
  private var omitted = 0

  /// The list that a field's strings belong to. Fragments are left to the lines that they become.
  private static let lists: [String: String] = [
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

  mutating func take(_ data: JSON) {
    for member in data.members {
      guard let list = Self.lists[member.key] else { continue }
      add(member.value, to: list)
    }
  }

  /// Each list by its name, and how many strings are not in any for want of room.
  var json: JSON {
    let members = lists.sorted { $0.key < $1.key }.map {
      JSON.Member(key: $0.key, value: .array($0.value.map(JSON.string)))
    }
    return .object(members).with("omitted", .integer(omitted))
  }

  private mutating func add(_ value: JSON, to list: String) {
    switch value {
    case .string(let text): add(text, to: list)
    case .array(let values): for value in values { add(value, to: list) }
    case .object(let members): for member in members { add(member.value, to: list) }
    case .null, .boolean, .integer, .number: break
    }
  }

  private mutating func add(_ text: String, to list: String) {
    guard !text.isEmpty, !known.contains(text) else { return }
    guard known.count < Self.limit else { return omitted += 1 }
    known.insert(text)
    lists[list, default: []].append(text)
  }
}
