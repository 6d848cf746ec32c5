import Foundation
import WallboardSimulator

/// The rule of one field, read from its line in the table.
struct FieldRule {
  let name: String
  let type: String
  let mayBeNull: Bool
  let mayBeAbsent: Bool

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    name = String(parts[0])
    mayBeNull = text.hasSuffix("?")
    mayBeAbsent = mayBeNull || text.hasSuffix("~")
    type = String(parts[1].filter { $0 != "?" && $0 != "~" })
  }

  func accepts(_ value: JSON?) -> Bool {
    switch value {
    case nil: mayBeAbsent
    case .null: mayBeNull
    case .boolean: type == "boolean"
    case .integer: type == "integer" || type == "number"
    case .number: type == "number"
    case .array: type == "array"
    case .object: type == "object" || type == "object|string"
    case .string(let text): accepts(text)
    }
  }

  private func accepts(_ text: String) -> Bool {
    switch type {
    case "string", "object|string": true
    case "uuid": UUID(uuidString: text) != nil
    default: type.split(separator: "|").contains { $0 == text }
    }
  }
}
