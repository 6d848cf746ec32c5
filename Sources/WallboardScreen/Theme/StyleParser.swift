/// Reads the description of one role's style: at most one colour, `on` and a colour, and any
/// attributes, in any order.
struct StyleParser {
  private let role: StyleRole
  private var foreground: Color?
  private var background: Color?
  private var attributes: TextAttributes = []

  init(role: StyleRole) {
    self.role = role
  }

  consuming func parse(_ description: String) throws(ThemeError) -> Style {
    var words = description.split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      if word == "on" {
        try readBackground(words.popFirst())
      } else {
        try read(word)
      }
    }
    return Style(
      foreground ?? .terminalDefault, on: background ?? .terminalDefault, attributes)
  }

  private mutating func readBackground(_ word: String?) throws(ThemeError) {
    guard let word, let color = Color(name: word) else {
      throw .missingBackground(role: role)
    }
    guard background == nil else { throw .repeatedColor(word, role: role) }
    background = color
  }

  private mutating func read(_ word: String) throws(ThemeError) {
    if let attribute = TextAttributes.names.first(where: { $0.name == word }) {
      attributes.insert(attribute.attribute)
    } else if let color = Color(name: word) {
      guard foreground == nil else { throw .repeatedColor(word, role: role) }
      foreground = color
    } else {
      throw .unknownWord(word, role: role)
    }
  }
}
