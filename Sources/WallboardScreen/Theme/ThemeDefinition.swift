/// What a theme's file says, over what it inherits. Colours stand in it by their names until all is
/// known: a theme that changes one colour of the palette changes it wherever it is used.
package struct ThemeDefinition: Sendable {
  /// What it is like, in a line.
  package var summary = ""
  /// Which terminals it is made for.
  package var background = ThemeBackground.any
  private(set) var palette: [String: Color] = [:]
  private var roles: [StyleRole: StyleDescription] = [:]

  /// A theme that changes nothing.
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
    guard let role = StyleRole(rawValue: role) else { throw .unknownRole(role) }
    roles[role] = try StyleParser(role: role, palette: palette).parse(style)
  }

  /// The theme that it comes to.
  package func theme(named name: String) -> Theme {
    Theme(
      name: name, summary: summary, background: background,
      styles: roles.mapValues { $0.style(palette) })
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
