import TOMLKit

extension ConfigurationValue {
  /// The text of a configuration file that stands at that path.
  init(path: String, toml: String) throws {
    let table = try TOMLTable(path: path, toml: toml)
    self = TOMLReader(path: path, lines: TOMLLines(toml)).value(table, at: [])
  }
}

/// Makes values with places out of what the parser gives.
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

  /// The parser has the keys in the order of the alphabet; what is wrong first shall be told first.
  private func entries(of table: TOMLTable, at keys: [String]) -> [ConfigurationEntry] {
    table.map { key, value in
      ConfigurationEntry(key: key, value: self.value(value, at: keys + [key]))
    }
    .sorted { $0.value.line < $1.value.line }
  }
}
