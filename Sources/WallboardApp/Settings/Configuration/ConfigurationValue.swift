/// A value of `config.toml`, and where it stands.
struct ConfigurationValue: Sendable {
  enum Content: Sendable {
    case text(String)
    case whole(Int)
    case number(Double)
    case flag(Bool)
    case list([ConfigurationValue])
    /// In the order of the file.
    case table([ConfigurationEntry])
    /// A date or a time of day, which nothing is set to.
    case date
  }

  let content: Content
  /// The number of its line, from 1.
  let line: Int
  /// Such as `/home/ada/.config/wallboard/config.toml:3: fps`.
  let place: String

  /// The value as it would be typed on a command line; `nil` for a list or a table.
  var scalar: String? {
    switch content {
    case .text(let text): text
    case .whole(let number): String(number)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list, .table, .date: nil
    }
  }

  /// The keys and values of a table.
  func entries() throws -> [ConfigurationEntry] {
    guard case .table(let entries) = content else { throw error("has to be a table") }
    return entries
  }

  func flag() throws -> Bool {
    guard case .flag(let flag) = content else { throw error(isNot: "true or false") }
    return flag
  }

  /// A string, or each string of a list.
  func words() throws -> [String] {
    switch content {
    case .text(let text): return [text]
    case .list(let list):
      return try list.map { item in
        guard case .text(let text) = item.content else { throw error("has to be strings") }
        return text
      }
    case .whole, .number, .flag, .table, .date: throw error("has to be a string or a list of them")
    }
  }

  func choice<Choice>(of choices: Choice.Type) throws -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    guard case .text(let text) = content, let choice = Choice(rawValue: text) else {
      throw error(isNot: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// What is wrong here, in words that go on from the name of the key.
  func error(_ words: String) -> SettingsError { SettingsError("\(place) \(words).") }

  /// What might stand here instead.
  func error(isNot choices: String) -> SettingsError {
    guard let scalar else { return error("is not \(choices)") }
    return SettingsError(SettingText(text: scalar, source: place), isNot: choices)
  }
}

/// A key of a table, and what it is set to.
struct ConfigurationEntry: Sendable {
  let key: String
  let value: ConfigurationValue

  /// The key as one of the names that a table may hold.
  func name<Name>(_ names: Name.Type) throws -> Name
  where Name: RawRepresentable<String> & CaseIterable {
    guard let name = Name(rawValue: key) else { throw unknown(names.allCases.map(\.rawValue)) }
    return name
  }

  /// That the key is none of those.
  func unknown(_ names: [String]) -> SettingsError {
    value.error("is not a setting; here they are \(names.joined(separator: ", "))")
  }
}
