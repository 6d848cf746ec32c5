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
