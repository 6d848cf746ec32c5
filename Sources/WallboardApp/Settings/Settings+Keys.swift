import WallboardScreen
package import WallboardViews

extension Settings {
  /// The keys of the program, with those that the file has for some names.
  package func keymap() throws -> Keymap {
    var keys: [String: [Key]] = [:]
    for choice in tables.keys.choices { keys[choice.name] = try choice.keys.map(choice.key) }
    do {
      return try Keymap(mode: privacy, keys: keys)
    } catch {
      let place = tables.keys.choices.first { $0.name == error.name }?.place
      throw SettingsError("\(place ?? "keys"): \(error).")
    }
  }
}

extension KeysTable.Choice {
  fileprivate func key(_ name: String) throws -> Key {
    guard let key = Key(name: name) else {
      throw SettingsError(
        SettingText(text: name, source: place),
        isNot: "a key, such as f, F5, Ctrl-F, Alt-f, Enter, Space, PgDn or Up")
    }
    return key
  }
}
