import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Every setting with its value and where that comes from, as a `config.toml` that means the same. What
/// is not written anywhere stands behind a number sign, so that it stays a default.
package struct ConfigurationText {
  /// Its lines.
  package let lines: [String]

  /// `nil` where the settings are wrong. `version` is the program's.
  package init?(_ check: SettingsCheck, version: String) {
    guard check.problems.isEmpty, check.settings != nil else { return nil }
    var lines = [
      "# wallboard \(version): every setting, its value and where that comes from.",
      "# What stands behind a # is the default, and says the same without it.",
      "# A flag goes before the environment, the environment before config.toml.",
    ]
    var table: [String]?
    let rows = check.rows
    for row in rows {
      if row.table != table {
        table = row.table
        let isWritten = rows.contains { $0.table == row.table && $0.isWritten }
        let name = row.table.map(TOMLText.key).joined(separator: ".")
        lines.append("")
        if !row.table.isEmpty { lines.append((isWritten ? "" : "# ") + "[\(name)]") }
      }
      lines.append(Self.line(of: row, check))
    }
    self.lines = lines
  }

  private static func line(of row: SettingRow, _ check: SettingsCheck) -> String {
    let setting = "\(TOMLText.key(row.key)) =" + (row.value.map { " " + $0 } ?? "")
    let remark =
      switch row.origin {
      case .written(let source): check.place(of: source)
      case .byDefault: "default"
      case .unset(let meaning), .elsewhere(let meaning): meaning
      }
    return (row.isWritten ? "" : "# ") + "\(setting)  # \(remark)"
  }
}

extension SettingsCheck {
  /// A source in few words: a flag or a variable, or the line of the file.
  func place(of source: String) -> String {
    guard let slash = source.firstRange(of: "config.toml:") else { return source }
    return "config.toml:" + source[slash.upperBound...].prefix { $0.isNumber }
  }

  /// What is set in more than one place, and which of them counts: a sentence each.
  var overridden: [String] {
    Setting.allCases.compactMap { setting in
      let places = reader.texts(setting).map { place(of: $0.source) }
      guard places.count > 1, let first = places.first else { return nil }
      let others = places.dropFirst().joined(separator: " and ")
      return "\(setting.key): \(first) goes before \(others)"
    }
  }

  /// What differs from what was set before, by name: what it was and what it is, unless that is no
  /// business of whoever stands before a board.
  func changes(since before: SettingsCheck) -> [(name: String, words: String)] {
    let old = Dictionary(before.rows.map { ($0.name, $0.value) }) { first, _ in first }
    let isPath = [self, before].contains {
      $0.settings.map { ThemeLoader.isPath($0.theme) } ?? false
    }
    let untold = Self.untold.union(isPath ? [Setting.theme.key] : [])
    let new = rows
    let changed = new.compactMap { row -> (name: String, words: String)? in
      let was = old[row.name] ?? nil
      guard was != row.value else { return nil }
      // The condition of a rule may name a caller.
      guard !untold.contains(row.name), !row.table.starts(with: ["alerts", "rules"]) else {
        return (row.name, row.name)
      }
      return (row.name, "\(row.name) \(was ?? "unset") → \(row.value ?? "unset")")
    }
    let names = Set(new.map(\.name))
    let gone = before.rows.filter { !names.contains($0.name) }.map { ($0.name, "\($0.name) gone") }
    return changed + gone
  }

  /// Arguments may hold a key, and paths the name of a person.
  private static let untold: Set<String> = [
    "alerts.command", Setting.tokenFile.key, Setting.log.key, Setting.caFile.key,
  ]
}

/// Values and names as TOML has them.
enum TOMLText {
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  /// A key, in quotes where it needs them.
  static func key(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy { byte in
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
      default: false
      }
    }
    return isBare && !name.isEmpty ? name : quoted(name)
  }

  /// An amount as it is typed where that means the very same, else as a number.
  static func amount(_ value: Double, _ unit: AmountUnit, typed: String) -> String {
    let read = try? ConfigurationValue(path: "", toml: "x = \(typed)").value(at: ["x"])?.amount(
      unit)
    if read == value { return typed }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    // What cannot be seen, or steers a terminal, stands there by its number.
    case _ where !isSeen(scalar):
      let digits = String(scalar.value, radix: 16)
      let (mark, width) = digits.count > 4 ? ("\\U", 8) : ("\\u", 4)
      return mark + String(repeating: "0", count: width - digits.count) + digits
    default: return String(scalar)
    }
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !Character(scalar).isNewline && TextSafety.isPlain(String(scalar))
  }
}
