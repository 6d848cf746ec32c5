/// What was sent that is to be protected, so that a client's output can be searched for it. Each
/// string is kept once in a list.
struct SpokenWords: Sendable {
  /// How many strings are kept, and how long they are in all; others are only counted.
  static let limit = 50_000
  static let byteLimit = 64 << 20

  private var lists: [String: [String]] = [:]
  private var known: [String: Set<String>] = [:]
  private var count = 0
  private var byteCount = 0
  private var omitted = 0

  /// Takes an event's data or the answer to a read. An operator's or an agent's name or number has
  /// a list of its own, `operator_names`.
  mutating func take(_ data: JSON, of event: String? = nil) {
    switch data {
    case .object(let members):
      let role = Self.prefix(for: data)
      for member in members {
        guard let list = SpokenField.list(of: member.key, in: event) else {
          // What stands on a page is of the same read.
          take(member.value, of: member.key == "items" ? event : nil)
          continue
        }
        add(member.value, to: role + list)
      }
    case .array(let elements): for element in elements { take(element, of: event) }
    case .null, .boolean, .integer, .number, .string: break
    }
  }

  private static func prefix(for person: JSON) -> String {
    // In the reads, only an operator has this key.
    if person["connection_method"] != nil { return Cast.Role.operator.rawValue + "_" }
    // A story's participants have a shorter key for it.
    let shorter = person["participant_id"].flatMap { _ in person["role"] }
    let role = person["participant_role"] ?? shorter
    guard case .string(let role)? = role, role != Cast.Role.caller.rawValue else { return "" }
    return role + "_"
  }

  /// Each list by its name, and how many strings were left out.
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
    guard !text.isEmpty, known[list]?.contains(text) != true else { return }
    guard count < Self.limit, text.utf8.count <= Self.byteLimit - byteCount else {
      return omitted += 1
    }
    count += 1
    byteCount += text.utf8.count
    known[list, default: []].insert(text)
    lists[list, default: []].append(text)
  }
}

/// The fields that hold what is to be protected (contract 7).
private enum SpokenField {
  /// The list that a field's strings belong to. Fragments of a line are in none: the line is.
  private static let lists: [String: String] = [
    "reason": "reasons", "annotation": "reasons", "reasoning": "reasons",
    "error_message": "reasons", "error": "reasons", "location_name": "reasons",
    "caller_phone": "numbers",
    "transcript": "transcripts", "interrupted_text": "transcripts",
    "user_transcript": "transcripts", "agent_transcript": "transcripts",
    "agent_reasoning": "reasons", "forward_to": "numbers", "story.id": "identifiers",
    "calls.entity_id": "identifiers",
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

  /// Fields of the same name that hold a word of a vocabulary.
  private static let plain: Set = ["actor_shutdown.reason", "forward_call_resolved.result"]

  /// The lists of what people say and write, and of what models do.
  private static let worded: Set = [
    "transcripts", "tool_inputs", "tool_outputs", "messages", "reasons",
  ]

  /// The name of the list that the field's strings belong to, if they belong to one.
  static func list(of field: String, in event: String?) -> String? {
    let full = "\(event ?? "").\(field)"
    return plain.contains(full) ? nil : lists[full] ?? lists[field]
  }

  /// Whether the field holds words, whole or in fragments.
  static func holdsWords(_ field: String, in event: String?) -> Bool {
    field == "delta" || list(of: field, in: event).map(worded.contains) ?? false
  }
}

extension JSON {
  /// The data of an event, or the answer to a read, with what people and models say in ROT13: words
  /// that no program would use by itself.
  func ciphered(of event: String? = nil) -> JSON {
    switch self {
    case .object(let members):
      .object(
        members.map { member in
          let isWords = SpokenField.holdsWords(member.key, in: event)
          let value = isWords ? member.value.rotated : member.value.ciphered(of: event)
          return Member(key: member.key, value: value)
        })
    case .array(let elements): .array(elements.map { $0.ciphered(of: event) })
    case .null, .boolean, .integer, .number, .string: self
    }
  }

  private var rotated: JSON {
    switch self {
    case .string(let text): .string(String(text.unicodeScalars.map(\.rotated)))
    case .array(let elements): .array(elements.map(\.rotated))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.rotated) })
    case .null, .boolean, .integer, .number: self
    }
  }
}

extension Unicode.Scalar {
  fileprivate var rotated: Character {
    let first: UInt32
    switch self {
    case "a"..."z": first = 97
    case "A"..."Z": first = 65
    default: return Character(self)
    }
    return Unicode.Scalar((value - first + 13) % 26 + first).map(Character.init) ?? Character(self)
  }
}
