extension JSON {
  /// The data of an event, or the answer to a read, with what people and models say in letters that
  /// no program would use by itself: each is replaced by the one thirteen letters on.
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
