/// The words that a topic's sentences leave open, `{day}` or `{day2}`. Within a topic each keeps
/// its word.
struct Slots: Sendable {
  private var words: [String: String] = [:]

  mutating func fill(_ template: String, using random: inout SeededGenerator) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += word(for: String(rest[rest.index(after: open)..<close]), using: &random)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  mutating func set(_ slot: String, to word: String) {
    words[slot] = word
  }

  /// Forgets the topic's words.
  mutating func clear() {
    words.removeAll()
  }

  private mutating func word(for slot: String, using random: inout SeededGenerator) -> String {
    if let word = words[slot] { return word }
    let kind = slot.prefix { !$0.isNumber }
    let taken = Set(words.filter { $0.key.hasPrefix(kind) }.map(\.value))
    let choice = Vocabulary.slots[String(kind)] ?? []
    let free = choice.filter { !taken.contains($0) }
    let word = choice.isEmpty ? slot : random.element(of: free.isEmpty ? choice : free)
    words[slot] = word
    return word
  }
}
