import WallboardBoard
import WallboardEvents
import WallboardPlatform

/// Finds a setting where it has precedence, and reads it as what it has to be.
struct SettingReader {
  let flags: [Setting: String]
  let environment: [String: String]
  let file: ConfigurationFile

  func text(_ setting: Setting) -> SettingText? {
    if let flag = setting.flag, let text = flags[setting] {
      return SettingText(text: text, source: flag)
    }
    // A variable that is set to nothing is not set.
    if let variable = setting.variable, let text = environment[variable], !text.isEmpty {
      return SettingText(text: text, source: variable)
    }
    return file[setting]
  }

  /// A path; `~/` is the home directory also where no shell has seen it, as in the file.
  func path(_ setting: Setting) -> String? {
    guard let path = text(setting)?.text else { return nil }
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// Whose certificates are trusted. Where nobody says so to this program, the variables count that
  /// OpenSSL and curl's own tool know.
  func authorities() -> (file: String?, folder: String?) {
    if let file = path(.caFile) { return (file, nil) }
    let value = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    return (value("SSL_CERT_FILE"), value("SSL_CERT_DIR"))
  }

  func number(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = text(setting) else { return nil }
    guard let number = Int(text.text), range.contains(number) else {
      throw SettingsError(
        text, isNot: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A length of time in whole seconds; a number alone is seconds.
  func seconds(_ setting: Setting) throws -> Int64? {
    guard let text = text(setting) else { return nil }
    guard let length = TimeLength(text.text) ?? TimeLength(text.text + "s") else {
      throw SettingsError(text, isNot: AmountUnit.seconds.choices)
    }
    return length.seconds
  }

  func flag(_ setting: Setting) throws -> Bool? {
    guard let text = text(setting) else { return nil }
    switch text.text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw SettingsError(text, isNot: "true or false")
    }
  }

  func choice<Choice>(_ setting: Setting, of choices: Choice.Type) throws -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = text(setting) else { return nil }
    guard let choice = Choice(rawValue: text.text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError(text, isNot: "one of \(names)")
    }
    return choice
  }

  func workspace() throws -> WorkspaceID? {
    guard let text = text(.workspace) else { return nil }
    guard let workspace = WorkspaceID(text.text) else {
      throw SettingsError(
        text, isNot: "a workspace id, such as 00000000-0000-4000-8000-000000000001")
    }
    return workspace
  }

  func address(_ setting: Setting) throws -> PlatformAddress? {
    guard let text = text(setting) else { return nil }
    do {
      return setting == .observerURL
        ? try PlatformAddress(webSocket: text.text) : try PlatformAddress(text.text)
    } catch {
      throw SettingsError("\(text.source): \(error)")
    }
  }
}
