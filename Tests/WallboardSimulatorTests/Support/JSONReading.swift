import Foundation
import WallboardSimulator

/// A JSON value, its keys sorted, read by Foundation, which the simulator's own writer has no part in.
struct WireJSON: Decodable {
  let json: JSON

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      json = .null
    } else if let boolean = try? value.decode(Bool.self) {
      json = .boolean(boolean)
    } else if let integer = try? value.decode(Int.self) {
      json = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      json = .number(number)
    } else if let text = try? value.decode(String.self) {
      json = .string(text)
    } else if let elements = try? value.decode([WireJSON].self) {
      json = .array(elements.map(\.json))
    } else {
      let members = try value.decode([String: WireJSON].self)
      let sorted = members.sorted { $0.key < $1.key }
      json = .object(sorted.map { .init(key: $0.key, value: $0.value.json) })
    }
  }

  static func parse(_ bytes: [UInt8]) -> JSON? {
    try? JSONDecoder().decode(WireJSON.self, from: Data(bytes)).json
  }
}

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
