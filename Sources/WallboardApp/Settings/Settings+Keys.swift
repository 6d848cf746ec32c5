import WallboardEvents
import WallboardScreen
package import WallboardViews

extension Settings {
  /// The keys of the board, or of a recording, with those that the file has for some names.
  package func keymap(isReplay: Bool = false) throws -> Keymap {
    try tables.keys.keymap(mode: privacy, isReplay: isReplay)
  }
}

extension KeysTable {
  /// The keys of that mode; throws for what is no key or no name, and where a key would mean two
  /// things in one place.
  func keymap(mode: PrivacyMode, isReplay: Bool = false) throws -> Keymap {
    var keys: [String: [Key]] = [:]
    for choice in choices { keys[choice.name] = try choice.keys.map(choice.key) }
    do {
      return try Keymap(mode: mode, isReplay: isReplay, keys: keys)
    } catch {
      let place = choices.first { $0.name == error.name }?.place
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
