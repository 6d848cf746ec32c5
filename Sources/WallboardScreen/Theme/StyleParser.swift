/// Reads the description of one role's style: at most one colour, `on` and a colour, and any
/// attributes, in any order.
struct StyleParser {
  private let role: StyleRole
  private let palette: [String: Color]
  private var style = StyleDescription()

  init(role: StyleRole, palette: [String: Color]) {
    self.role = role
    self.palette = palette
  }

  consuming func parse(_ description: String) throws(ThemeError) -> StyleDescription {
    var words = description.split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      if word == "on" {
        try readBackground(words.popFirst())
      } else {
        try read(word)
      }
    }
    return style
  }

  private mutating func readBackground(_ word: String?) throws(ThemeError) {
    guard let word, TextAttributes(name: word) == nil else {
      throw .missingBackground(role: role, palette: names)
    }
    guard let color = color(word) else { throw .unknownWord(word, role: role, palette: names) }
    guard style.background == nil else { throw .repeatedColor(word, role: role) }
    style.background = color
  }

  private mutating func read(_ word: String) throws(ThemeError) {
    if let attribute = TextAttributes(name: word) {
      style.attributes.insert(attribute)
    } else if let color = color(word) {
      guard style.foreground == nil else { throw .repeatedColor(word, role: role) }
      style.foreground = color
    } else {
      throw .unknownWord(word, role: role, palette: names)
    }
  }

  private func color(_ word: String) -> StyleDescription.ColorWord? {
    palette[word] == nil ? Color(name: word).map { .color($0) } : .named(word)
  }

  private var names: [String] { palette.keys.sorted() }
}
