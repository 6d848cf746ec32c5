import TOMLKit
import WallboardScreen

/// A theme file, read key by key so that every error names its line.
struct ThemeFile {
  private enum Key: String, CaseIterable {
    case description, background, inherits, palette, roles
    /// For terminals of sixteen colours or eight.
    case fewColors = "roles-16"
  }

  private let path: String
  private let toml: String
  private let table: TOMLTable

  /// `path` is for errors.
  init(path: String, toml: String) throws {
    self.path = path
    self.toml = toml
    table = try TOMLTable(path: path, toml: toml)
    try checkKeys()
  }

  /// The name or path of the theme that it inherits, if any.
  func inherits() throws -> String? { try string(.inherits) }

  func wrongInheritance(_ words: String) -> SettingsError {
    error(at: Key.inherits.rawValue, "inherits: " + words)
  }

  func definition(over parent: ThemeDefinition) throws -> ThemeDefinition {
    var definition = parent
    definition.summary = try string(.description) ?? ""
    if let background = try background() { definition.background = background }
    for (name, color) in try words(of: .palette) {
      try place(.palette, name) { () throws(ThemeError) in try definition.define(name, as: color) }
    }
    for (role, style) in try words(of: .roles) {
      try place(.roles, role) { () throws(ThemeError) in try definition.describe(role, as: style) }
    }
    for (role, style) in try words(of: .fewColors) {
      try place(.fewColors, role) { () throws(ThemeError) in
        try definition.describeForFewColors(role, as: style)
      }
    }
    return definition
  }

  private func checkKeys() throws {
    for key in table.keys where Key(rawValue: key) == nil {
      let names = Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(at: key, "“\(key)” is not a key of a theme; the keys are \(names)")
    }
    // A theme may consist of nothing but a palette for the one that it inherits.
    let hasColors = table.contains(key: Key.palette.rawValue)
    guard !table.contains(key: Key.roles.rawValue) else { return }
    guard hasColors, table.contains(key: Key.inherits.rawValue) else {
      let example = StyleRole.allCases.prefix(3).map(\.rawValue).joined(separator: ", ")
      throw SettingsError(
        "\(path):1: there is no [roles] table, which says what each role looks like: \(example) …")
    }
  }

  private func background() throws -> ThemeBackground? {
    guard let word = try string(.background) else { return nil }
    guard let background = ThemeBackground(rawValue: word) else {
      let choices = ThemeBackground.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(at: Key.background.rawValue, "background: “\(word)” is not one of \(choices)")
    }
    return background
  }

  private func string(_ key: Key) throws -> String? {
    guard let value = table[key.rawValue] else { return nil }
    guard let string = value.string else {
      throw error(at: key.rawValue, "\(key.rawValue) has to be text in quotation marks")
    }
    return string
  }

  /// The entries of a table, sorted so that the same file always gives the same error. A number is
  /// one of the 256 colours.
  private func words(of key: Key) throws -> [(String, String)] {
    guard let value = table[key.rawValue] else { return [] }
    guard let lines = value.table else {
      throw error(at: key.rawValue, "\(key.rawValue) has to be a table: [\(key.rawValue)]")
    }
    return try lines.keys.sorted().map { name in
      if let string = lines[name]?.string { return (name, string) }
      if let number = lines[name]?.int { return (name, String(number)) }
      throw error(
        at: name, in: key,
        "\(name) has to be text in quotation marks, such as \"bright-white on red bold\"")
    }
  }

  private func place(
    _ key: Key, _ name: String, _ body: () throws(ThemeError) -> Void
  ) throws {
    do {
      try body()
    } catch {
      throw self.error(at: name, in: key, error.description)
    }
  }

  private func error(at name: String, in table: Key? = nil, _ words: String) -> SettingsError {
    let line = TOMLLines.line(of: name, in: toml, table: table?.rawValue)
    return SettingsError("\(path):\(line): \(words).")
  }
}
