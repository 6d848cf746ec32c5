import WallboardEvents

/// Prints JSON for people: a member or an element a line, nested ones indented by two columns.
enum JSONPrinter {
  static func lines(of value: JSONValue) -> [String] {
    switch value {
    case .null, .bool, .number: [value.description]
    case .string(let text): quoted(text.string)
    case .array(let elements):
      block("[", elements.map { lines(of: $0) }, "]")
    case .object(let members):
      block("{", members.sorted { $0.key < $1.key }.map(member), "}")
    }
  }

  private static func member(_ key: String, _ value: JSONValue) -> [String] {
    let lines = lines(of: value)
    return ["\(key): " + (lines.first ?? "")] + lines.dropFirst()
  }

  private static func block(_ open: String, _ parts: [[String]], _ close: String) -> [String] {
    guard !parts.isEmpty else { return [open + close] }
    return [open] + parts.flatMap { $0.map { "  " + $0 } } + [close]
  }

  /// Words of several lines stay so.
  private static func quoted(_ text: String) -> [String] {
    "\"\(text)\"".split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }
}
