import FoundationEssentials
import TOMLKit

/// `config.toml`, read and checked for names that nothing knows.
package struct ConfigurationFile: Sendable {
  /// A file larger than this is no configuration, in bytes.
  private static let largest = 1 << 20

  private let path: String
  private var values: [Setting: SettingText] = [:]

  /// The file of a person who set nothing.
  package static let empty = ConfigurationFile(path: "")

  private init(path: String) {
    self.path = path
  }

  /// Reads the configuration where the interface says it is: `$XDG_CONFIG_HOME/wallboard/`, else
  /// `~/.config/wallboard/`. A file that is not there sets nothing.
  package static func load(environment: [String: String]) throws -> ConfigurationFile {
    guard let path = defaultPath(environment), FileManager.default.fileExists(atPath: path) else {
      return .empty
    }
    return try ConfigurationFile(path: path, toml: try TextFile.read(path, atMost: largest))
  }

  /// Takes the text of a configuration file that stands at that path.
  package init(path: String, toml: String) throws {
    self.path = path
    try read(try parse(toml), in: toml, prefix: "")
  }

  subscript(setting: Setting) -> SettingText? { values[setting] }

  private static func defaultPath(_ environment: [String: String]) -> String? {
    ConfigurationFolder.path(environment).map { $0 + "/config.toml" }
  }

  private func parse(_ toml: String) throws -> TOMLTable {
    do {
      return try TOMLTable(string: toml)
    } catch let error as TOMLParseError {
      throw SettingsError("\(path):\(error.source.begin.line): \(error.description)")
    }
  }

  private mutating func read(_ table: TOMLTable, in toml: String, prefix: String) throws {
    for (key, value) in table {
      let name = prefix + key
      let place = "\(path):\(TOMLLines.line(of: key, in: toml)): \(name)"
      if let inner = value.table, Self.tables.contains(name) {
        try read(inner, in: toml, prefix: name + ".")
      } else if let setting = Setting(rawValue: name) {
        values[setting] = SettingText(text: try Self.text(value, at: place), source: place)
      } else {
        throw SettingsError("\(place) is not a setting; the settings are \(Self.names).")
      }
    }
  }

  private static let tables = Set(
    Setting.allCases.compactMap { setting in
      setting.key.firstIndex(of: ".").map { String(setting.key[..<$0]) }
    })

  private static let names = Setting.allCases.map(\.key).joined(separator: ", ")

  private static func text(_ value: any TOMLValueConvertible, at place: String) throws -> String {
    if let string = value.string { return string }
    if let number = value.int { return String(number) }
    if let number = value.double { return String(number) }
    if let bool = value.bool { return String(bool) }
    throw SettingsError("\(place) has to be a string, a number, true or false.")
  }
}
