package import WallboardViews

/// `config.toml`, read and checked for unknown keys.
package struct ConfigurationFile: Sendable {
  /// In bytes.
  private static let largest = 1 << 20

  private var values: [Setting: SettingText] = [:]
  private var sections: [ConfigurationSection: ConfigurationValue] = [:]

  /// Where it is, or would be.
  package private(set) var place = ConfigurationPlace()

  /// The file that sets nothing.
  package static let empty = ConfigurationFile()

  private init() {}

  /// Reads the file in ``PersonFolder/configuration(_:)``. A missing file sets nothing; one that
  /// cannot be read is an error, since it may restrict what is shown.
  package static func load(environment: [String: String]) throws -> ConfigurationFile {
    let content = try content(environment)
    return try ConfigurationFile(content, place: place(environment, isThere: content != nil))
  }

  /// `path` is for errors.
  package init(path: String, toml: String) throws {
    try self.init(try ConfigurationValue(path: path, toml: toml), place: ConfigurationPlace())
  }

  /// What was read; `nil` where there is no file.
  init(_ content: ConfigurationValue?, place: ConfigurationPlace) throws {
    self.place = place
    if let content { try read(content, prefix: "") }
  }

  /// What stands in the file, not checked yet; `nil` where there is none.
  static func content(_ environment: [String: String]) throws -> ConfigurationValue? {
    guard let path = defaultPath(environment),
      let text = try TextFile.readIfThere(path, atMost: largest)
    else { return nil }
    return try ConfigurationValue(path: path, toml: text)
  }

  /// Where it is, or would be where it is not there.
  static func place(_ environment: [String: String], isThere: Bool) -> ConfigurationPlace {
    guard let path = defaultPath(environment) else { return ConfigurationPlace() }
    return ConfigurationPlace(path: PersonFolder.short(path, environment), isThere: isThere)
  }

  subscript(setting: Setting) -> SettingText? { values[setting] }

  subscript(section: ConfigurationSection) -> ConfigurationValue? { sections[section] }

  private static func defaultPath(_ environment: [String: String]) -> String? {
    PersonFolder.configuration(environment).map { $0 + "/config.toml" }
  }

  /// Settings have their names as keys, some of them in a table; a section is a table of other
  /// names.
  private mutating func read(_ table: ConfigurationValue, prefix: String) throws {
    for entry in try table.entries() {
      let name = prefix + entry.key
      if let section = ConfigurationSection(rawValue: name) {
        sections[section] = entry.value
      } else if Self.tables.contains(name) {
        try read(entry.value, prefix: name + ".")
      } else if let setting = Setting(rawValue: name) {
        values[setting] = try Self.text(of: entry.value)
      } else if let remark = FormerSetting(rawValue: name)?.remark {
        throw entry.value.error(remark)
      } else {
        throw entry.value.error("is not a setting; the settings are \(Self.names)")
      }
    }
  }

  private static func text(of value: ConfigurationValue) throws -> SettingText {
    guard let text = value.scalar else {
      throw value.error("has to be text in quotation marks, a number, true or false")
    }
    return SettingText(text: text, source: value.place)
  }

  /// The tables that hold settings.
  private static let tables = Set(
    Setting.allCases.compactMap { setting in
      setting.key.firstIndex(of: ".").map { String(setting.key[..<$0]) }
    })

  private static let names =
    Setting.allCases.map(\.key).joined(separator: ", ") + ", and the tables "
    + ConfigurationSection.allCases.map(\.rawValue).joined(separator: ", ")
}

/// A setting of an earlier version: whoever still has it in a file is told what has become of it.
private enum FormerSetting: String {
  case wallDirector = "wall.director"
  case wallPageSeconds = "wall.page_seconds"

  var remark: String {
    switch self {
    case .wallDirector:
      "is now wall.follow, and off unless you set it: under [wall], write follow = true if you want it"
    case .wallPageSeconds:
      "is no longer a setting: the wall has one page, which always shows who is waiting; "
        + "remove the line"
    }
  }
}

/// The tables of `config.toml` whose keys name what the board shows.
enum ConfigurationSection: String, CaseIterable, Sendable {
  case alerts, targets, panels, keys
}
