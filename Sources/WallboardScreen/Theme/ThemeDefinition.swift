/// What a theme file says, on top of what it inherits. Colours stay names until everything is read,
/// so that a theme that changes one colour of the palette changes it wherever it is used.
package struct ThemeDefinition: Sendable {
  /// What it is like, in a line.
  package var summary = ""
  /// Which terminals it is made for.
  package var background = ThemeBackground.any {
    didSet {
      // What is chosen for sixteen colours is chosen for one ground.
      if background != oldValue { fewColors = [:] }
    }
  }
  private(set) var palette: [String: Color] = [:]
  private var roles: [StyleRole: StyleDescription] = [:]
  /// For terminals of sixteen colours or eight.
  private var fewColors: [StyleRole: StyleDescription] = [:]

  /// Changes nothing yet.
  package init() {}

  /// Names a colour, or changes one that is inherited.
  package mutating func define(_ name: String, as color: String) throws(ThemeError) {
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else {
      throw .unusableName(name, because: "is not a word of letters, digits, - and _")
    }
    guard name != "on", Color(name: name) == nil, TextAttributes(name: name) == nil else {
      throw .unusableName(name, because: "means something already")
    }
    guard let color = Color(name: color) else { throw .unknownColor(color, name: name) }
    palette[name] = color
  }

  /// Says how a role looks, such as `accent on #101418 bold`.
  package mutating func describe(_ role: String, as style: String) throws(ThemeError) {
    guard let (role, description) = try description(of: role, style) else { return }
    roles[role] = description
    // What was inherited for few colours stands on the ground that it had.
    if role == .text { fewColors = [:] } else { fewColors[role] = nil }
  }

  /// Says how a role looks where there are sixteen colours or eight, if that shall not be the nearest
  /// ones.
  package mutating func describeForFewColors(
    _ role: String, as style: String
  ) throws(ThemeError) {
    guard let (role, description) = try description(of: role, style) else { return }
    fewColors[role] = description
  }

  /// `nil` for a role that nothing is drawn in any more.
  private func description(
    of role: String, _ style: String
  ) throws(ThemeError) -> (StyleRole, StyleDescription)? {
    guard !StyleRole.retired.contains(role) else { return nil }
    guard let role = StyleRole(rawValue: role) else { throw .unknownRole(role) }
    return (role, try StyleParser(role: role, palette: palette).parse(style))
  }

  package func theme(named name: String) -> Theme {
    Theme(
      name: name, summary: summary, background: background,
      styles: roles.mapValues { $0.style(palette) },
      fewColors: fewColors.mapValues { $0.style(palette) })
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    case _: false
    }
  }
}

/// A role's style as it is written: colours may be names of the palette.
private struct StyleDescription: Sendable {
  /// A colour, or the name of one.
  enum ColorWord: Sendable {
    case color(Color)
    case named(String)

    /// The colour itself; a name that the palette lacks is the terminal's own.
    func color(_ palette: [String: Color]) -> Color {
      switch self {
      case .color(let color): color
      case .named(let name): palette[name] ?? .terminalDefault
      }
    }
  }

  var foreground: ColorWord?
  var background: ColorWord?
  var attributes: TextAttributes = []

  func style(_ palette: [String: Color]) -> Style {
    Style(
      foreground?.color(palette) ?? .terminalDefault,
      on: background?.color(palette) ?? .terminalDefault, attributes)
  }
}

/// Reads the description of one role's style: at most one colour, `on` and a colour, and any
/// attributes, in any order.
private struct StyleParser {
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

/// Why a line of a theme's file cannot be used; the description names the valid choices.
package enum ThemeError: Error, Hashable, CustomStringConvertible {
  case unknownRole(String)

  /// A word that is neither a colour nor of the palette nor an attribute.
  case unknownWord(String, role: StyleRole, palette: [String])

  /// `on` without a colour after it.
  case missingBackground(role: StyleRole, palette: [String])

  /// A second foreground or background.
  case repeatedColor(String, role: StyleRole)

  /// What a name of the palette stands for is no colour.
  case unknownColor(String, name: String)

  /// A name that the palette cannot have.
  case unusableName(String, because: String)

  package var description: String {
    switch self {
    case .unknownRole(let name):
      "unknown role '\(name)'; the roles are \(Self.roles)"
    case .unknownWord(let word, let role, let palette):
      "\(role.rawValue): unknown colour or attribute '\(word)'; \(Self.colors(palette)), "
        + "attributes are \(Self.attributes)"
    case .missingBackground(let role, let palette):
      "\(role.rawValue): 'on' needs a colour after it; \(Self.colors(palette))"
    case .repeatedColor(let word, let role):
      "\(role.rawValue): '\(word)' is one colour too many; write 'FOREGROUND on BACKGROUND'"
    case .unknownColor(let word, let name):
      "\(name): unknown colour '\(word)'; colours are \(Color.choices)"
    case .unusableName(let name, let reason):
      "the palette cannot have the name '\(name)', which \(reason)"
    }
  }

  private static var roles: String {
    StyleRole.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func colors(_ palette: [String]) -> String {
    guard !palette.isEmpty else { return "colours are \(Color.choices)" }
    return "the palette has \(palette.joined(separator: ", ")), colours are \(Color.choices)"
  }

  private static var attributes: String {
    TextAttributes.names.map(\.name).joined(separator: ", ")
  }
}
