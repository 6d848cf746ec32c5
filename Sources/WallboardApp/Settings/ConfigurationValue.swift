import TOMLKit
import WallboardBoard
import WallboardEvents

/// A value of `config.toml`, with its place for errors.
struct ConfigurationValue: Sendable {
  enum Content: Sendable {
    case text(String)
    case whole(Int)
    case number(Double)
    case flag(Bool)
    case list([ConfigurationValue])
    /// In the order of the file.
    case table([ConfigurationEntry])
    /// A date or a time of day, which no setting takes.
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

  func entries() throws -> [ConfigurationEntry] {
    guard case .table(let entries) = content else { throw error("has to be a table") }
    return entries
  }

  /// The value of a key below it, by the names of tables on the way; `nil` where there is none.
  func value(at path: some Collection<String>) -> ConfigurationValue? {
    guard let key = path.first else { return self }
    guard case .table(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value.value(at: path.dropFirst())
  }

  /// The same without what stands at that place. Where others depend on it, something stands there
  /// that goes with all of them.
  func leavingOut(_ place: String) -> ConfigurationValue {
    guard case .table(let entries) = content else { return self }
    let left = entries.compactMap { entry -> ConfigurationEntry? in
      guard entry.value.place == place else {
        return ConfigurationEntry(key: entry.key, value: entry.value.leavingOut(place))
      }
      guard let harmless = Self.harmless[entry.key], !entry.value.isText(harmless) else {
        return nil
      }
      // Of another place, so that what is said of it is not taken for the same mistake.
      let value = ConfigurationValue(
        content: .text(harmless), line: entry.value.line, place: place + " (left out)")
      return ConfigurationEntry(key: entry.key, value: value)
    }
    return ConfigurationValue(content: .table(left), line: line, place: self.place)
  }

  /// Thresholds have an order, a rule needs its condition, a sound its command.
  private static let harmless = [
    "warning": "never", "critical": "never", "when": "live<0", "command": "true",
  ]

  private func isText(_ text: String) -> Bool {
    if case .text(text) = content { true } else { false }
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
        guard case .text(let text) = item.content else {
          throw error("has to be a list of texts in quotation marks")
        }
        return text
      }
    case .whole, .number, .flag, .table, .date:
      throw error("has to be text in quotation marks, or a list of such texts")
    }
  }

  func choice<Choice>(of choices: Choice.Type) throws -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    guard case .text(let text) = content, let choice = Choice(rawValue: text) else {
      throw error(isNot: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// An error about this value; the words follow the name of the key.
  func error(_ words: String) -> SettingsError {
    SettingsError("\(place) \(words).", source: place)
  }

  /// An error that names what is expected.
  func error(isNot choices: String) -> SettingsError {
    guard let scalar else { return error("is not \(choices)") }
    return SettingsError(SettingText(text: scalar, source: place), isNot: choices)
  }
}

struct ConfigurationEntry: Sendable {
  let key: String
  let value: ConfigurationValue

  /// The key as one of the names that its table may have.
  func name<Name>(_ names: Name.Type) throws -> Name
  where Name: RawRepresentable<String> & CaseIterable {
    guard let name = Name(rawValue: key) else { throw unknown(names.allCases.map(\.rawValue)) }
    return name
  }

  /// The error for a key that is not one of those.
  func unknown(_ names: [String]) -> SettingsError {
    value.error("is not a setting; the settings here are \(names.joined(separator: ", "))")
  }
}

extension ConfigurationValue {
  /// `path` is for errors.
  init(path: String, toml: String) throws {
    let table = try TOMLTable(path: path, toml: toml)
    self = TOMLReader(path: path, lines: TOMLLines(toml)).value(table, at: [])
  }
}

/// Adds places to what the parser returns.
private struct TOMLReader {
  let path: String
  let lines: TOMLLines

  func value(_ value: any TOMLValueConvertible, at keys: [String]) -> ConfigurationValue {
    let line = lines.line(of: keys)
    let name = keys.joined(separator: ".")
    return ConfigurationValue(
      content: content(value, at: keys), line: line, place: "\(path):\(line): \(name)")
  }

  private func content(
    _ value: any TOMLValueConvertible, at keys: [String]
  ) -> ConfigurationValue.Content {
    if let string = value.string { return .text(string) }
    if let number = value.int { return .whole(number) }
    if let number = value.double { return .number(number) }
    if let flag = value.bool { return .flag(flag) }
    if let list = value.array { return .list(list.map { self.value($0, at: keys) }) }
    if let table = value.table { return .table(entries(of: table, at: keys)) }
    return .date
  }

  /// In the order of the file, so that its first mistake is reported first; the parser sorts keys
  /// by name.
  private func entries(of table: TOMLTable, at keys: [String]) -> [ConfigurationEntry] {
    table.map { key, value in
      ConfigurationEntry(key: key, value: self.value(value, at: keys + [key]))
    }
    .sorted { $0.value.line < $1.value.line }
  }
}

/// The unit of a number of `config.toml`, and how it may be written.
enum AmountUnit {
  case count
  case seconds
  case milliseconds
  /// A fraction of 1.
  case share
  case perSecond
  /// A multiple of what is usual.
  case times

  /// What may be written, in words.
  var choices: String {
    switch self {
    case .count: "a number"
    case .seconds: "a length of time such as \"20s\" or \"1h30m\", or a number of seconds"
    case .milliseconds:
      "a length of time such as \"800ms\" or \"1.5s\", or a number of milliseconds"
    case .share: "a share such as \"25%\" or 0.25"
    case .perSecond: "a number per second"
    case .times: "a number: how many times what is usual"
    }
  }

  /// Whether it is typed with its unit, and so as a string.
  var isText: Bool {
    switch self {
    case .seconds, .milliseconds, .share: true
    case .count, .perSecond, .times: false
    }
  }

  fileprivate func read(_ text: String) -> Double? {
    switch self {
    case .seconds: TimeLength(text).map { Double($0.milliseconds) / 1_000 }
    case .milliseconds: TimeLength(text).map { Double($0.milliseconds) }
    case .share: text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : nil
    case .count, .perSecond, .times: nil
    }
  }

  fileprivate var range: ClosedRange<Double> {
    switch self {
    case .share: 0...1
    case .count, .seconds, .milliseconds, .perSecond, .times: 0...1e9
    }
  }
}

extension ConfigurationValue {
  /// The value in that unit; never negative.
  func amount(_ unit: AmountUnit) throws -> Double {
    let amount: Double? =
      switch content {
      case .whole(let number): Double(number)
      case .number(let number): number
      case .text(let text): unit.read(text)
      case .flag, .list, .table, .date: nil
      }
    guard let amount, unit.range.contains(amount) else { throw error(isNot: unit.choices) }
    return amount
  }

  /// A length of time in whole seconds.
  func seconds() throws -> Int64 { Int64(try amount(.seconds)) }
}
