import WallboardWire

/// Any JSON value: what an unknown event or an extra field holds.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(BoundedString)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue {
  /// Roughly the bytes of memory that it takes.
  package var weight: Int {
    let own = 64
    return switch self {
    case .null, .bool, .number: own
    case .string(let text): own + text.string.utf8.count
    case .array(let array): array.reduce(own) { $0 + $1.weight }
    case .object(let object):
      object.reduce(own) { $0 + $1.key.utf8.count + $1.value.weight }
    }
  }
}

extension Protected<JSONValue> {
  package var weight: Int { measure { $0.weight } ?? 0 }
}

extension JSONValue: JSONWritable {
  package func write(to text: inout JSONText) throws {
    switch self {
    case .null: text.append(literal: "null")
    case .bool(let bool): bool.write(to: &text)
    case .number(let number): try number.write(to: &text)
    case .string(let string): string.write(to: &text)
    case .array(let array): try array.write(to: &text)
    case .object(let object): try object.write(to: &text)
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// One line that reads like JSON, for people; not a serialisation.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .string(let text): text.string
    case .array(let array): "[" + array.map(\.description).joined(separator: ", ") + "]"
    case .object(let object):
      object.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value)" }
        .joined(separator: ", ")
    }
  }
}

extension JSONValue: FieldReadable {
  /// A number beyond `Double` is `null`.
  package init(_ value: inout ValueReader) throws(FieldFault) {
    self =
      switch value.kind {
      case .null: .null
      case .boolean: .bool(try value.boolean())
      case .number: (try? value.double()).map(JSONValue.number) ?? .null
      case .string: .string(BoundedString(try value.string()))
      case .array: .array(try value.elements())
      case .object: .object(try value.dictionary())
      }
  }
}

/// What a tool was called with: any JSON. Unlike other JSON it is shown wherever words are.
package struct ToolInput: Hashable, Sendable {
  package let json: JSONValue

  package init(_ json: JSONValue) {
    self.json = json
  }
}

extension ToolInput: JSONWritable {
  package func write(to text: inout JSONText) throws { try json.write(to: &text) }
}

extension ToolInput: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  package var isEmpty: Bool { json.isEmpty }
}

extension ToolInput: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { json = try JSONValue(&value) }
}
