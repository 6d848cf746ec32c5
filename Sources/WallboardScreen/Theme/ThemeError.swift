/// Why a theme file cannot be used; the description names the valid choices.
package enum ThemeError: Error, Hashable, CustomStringConvertible {
  case unknownRole(String)

  /// A word that is neither a colour nor an attribute.
  case unknownWord(String, role: StyleRole)

  /// `on` without a colour after it.
  case missingBackground(role: StyleRole)

  /// A second foreground or background.
  case repeatedColor(String, role: StyleRole)

  package var description: String {
    switch self {
    case .unknownRole(let name):
      "unknown role '\(name)'; the roles are \(Self.roles)"
    case .unknownWord(let word, let role):
      "\(role.rawValue): unknown colour or attribute '\(word)'; colours are \(Color.choices), "
        + "attributes are \(Self.attributes)"
    case .missingBackground(let role):
      "\(role.rawValue): 'on' needs a colour after it; colours are \(Color.choices)"
    case .repeatedColor(let word, let role):
      "\(role.rawValue): '\(word)' is one colour too many; write 'FOREGROUND on BACKGROUND'"
    }
  }

  private static var roles: String {
    StyleRole.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static var attributes: String {
    TextAttributes.names.map(\.name).joined(separator: ", ")
  }
}
