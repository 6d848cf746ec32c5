extension JSON {
  /// Keys whose values the protocol itself goes by.
  private static let kept: Set<String> = [
    "type", "event_type", "code", "continuation_token", "next_continuation_token",
  ]
  /// Keys whose values are words of a vocabulary: what follows from them would be lost.
  private static let vocabulary: Set<String> = [
    "status", "direction", "trigger", "stage", "mode", "completion_reason", "speaker_role", "role",
    "channel", "channel_kind", "risk_level", "participant_role", "action", "filler_type", "trend",
  ]

  /// The value with hostile text in the place of all that is said and named. Of every fourth number
  /// the words of vocabularies, too.
  func hostile(number: Int) -> JSON {
    hostile(number: number, key: "")
  }

  private func hostile(number: Int, key: String) -> JSON {
    switch self {
    case .null, .boolean, .integer, .number: self
    case .string(let text): .string(Self.hostile(text, number: number, key: key))
    case .array(let elements):
      .array(elements.enumerated().map { $1.hostile(number: number &+ $0, key: key) })
    case .object(let members):
      .object(
        members.enumerated().map { index, member in
          let value = member.value.hostile(number: number &+ 4 * index, key: member.key)
          return Member(key: member.key, value: value)
        })
    }
  }

  private static func hostile(_ text: String, number: Int, key: String) -> String {
    if kept.contains(key) || key.hasSuffix("_at") || key.hasSuffix("timestamp") { return text }
    if key.hasSuffix("_id") || key.hasSuffix("_sid") || key == "id" { return Hostility.id(text) }
    if vocabulary.contains(key), !number.isMultiple(of: 4) { return text }
    return Hostility.text(number / 4) + " " + text
  }
}
