package import Foundation

/// A JSON object to compare with another, a part at a time.
package struct JSONObject {
  package struct NotAnObject: Error {}

  package let members: [String: JSONPart]

  package init(_ data: Data) throws {
    guard case .object(let members) = try JSONDecoder().decode(JSONPart.self, from: data) else {
      throw NotAnObject()
    }
    self.members = members
  }

  /// The members of an array, by one of their own members.
  package func items(_ name: String, by key: String) -> [String: JSONPart] {
    guard case .array(let items) = members[name] else { return [:] }
    return Dictionary(items.map { ($0[key].string ?? "?", $0) }) { first, _ in first }
  }

  /// The elements of an array.
  package func array(_ name: String) -> [JSONPart] {
    guard case .array(let items) = members[name] else { return [] }
    return items
  }

  package subscript(name: String) -> JSONPart { members[name] ?? .null }
}

/// Any JSON; an absent member reads as null.
package enum JSONPart: Equatable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONPart])
  case object([String: JSONPart])

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let array = try? container.decode([JSONPart].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONPart].self))
    }
  }

  package subscript(name: String) -> JSONPart {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// Without the members of that name.
  package func without(_ names: String...) -> JSONPart {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !names.contains($0.key) })
  }
}
