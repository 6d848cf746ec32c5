/// `[keys]`: the keys of what can be asked for, by its name in the table of keys.
package struct KeysTable: Sendable {
  /// The keys of one name.
  package struct Choice: Equatable, Sendable {
    /// What the table of keys calls it.
    package let name: String
    /// As they were written, such as `Ctrl-F`.
    package let keys: [String]
    /// Such as `config.toml:3: keys.filter`.
    package let place: String
  }

  /// In the order of the file.
  package private(set) var choices: [Choice] = []

  init(_ table: ConfigurationValue?) throws {
    choices = try (table?.entries() ?? []).map { entry in
      Choice(name: entry.key, keys: try entry.value.words(), place: entry.value.place)
    }
  }
}
