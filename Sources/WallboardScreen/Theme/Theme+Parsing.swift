extension Theme {
  /// Reads a theme from the `[roles]` table of its file: role names and descriptions of styles,
  /// such as `critical = "bright-red on black bold"`.
  package init(name: String, roles: [String: String]) throws(ThemeError) {
    var styles: [StyleRole: Style] = [:]
    // In order of name, so that the same file always gives the same error.
    for (roleName, description) in roles.sorted(by: { $0.key < $1.key }) {
      guard let role = StyleRole(rawValue: roleName) else {
        throw ThemeError.unknownRole(roleName)
      }
      styles[role] = try StyleParser(role: role).parse(description)
    }
    self.init(name: name, styles: styles)
  }
}
