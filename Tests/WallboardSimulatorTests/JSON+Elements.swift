import WallboardSimulator

extension JSON {
  var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A number, be it written with a fraction or without.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .null, .boolean, .string, .array, .object: nil
    }
  }

  /// The text under a key of an object, empty when there is none.
  func text(at key: String) -> String {
    self[key]?.string ?? ""
  }

  /// The type of an observer's message.
  var type: String {
    text(at: "type")
  }
}
