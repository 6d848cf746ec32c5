import FoundationEssentials
import WallboardCore

/// The way to a field of a payload: its name and, in a list, its index.
///
/// Names further down are not kept: below a field that holds any JSON they belong to the payload's
/// data, and payloads have no other nested fields.
struct FieldPath: CustomStringConvertible {
  private let name: String?
  private let indices: [Int]

  init(_ keys: [any CodingKey]) {
    name = keys.first.flatMap { $0.intValue == nil ? $0.stringValue : nil }
    let rest = name == nil ? keys[...] : keys.dropFirst()
    indices = rest.prefix { $0.intValue != nil }.compactMap(\.intValue)
  }

  var isEmpty: Bool { name == nil && indices.isEmpty }

  var description: String {
    (name ?? "") + indices.map { "[\($0)]" }.joined()
  }

  /// Bytes of a body that is decoded a second time to tell what kind of value is at fault.
  private static let longestBody = 65_536

  /// What kind of value stands there, when the whole is JSON that Swift can hold.
  func kind(in body: Data) -> JSONKind? {
    guard body.count <= FieldPath.longestBody, JSONDepth.isWithinLimit(body),
      var value = try? JSONDecoder().decode(JSONValue.self, from: body)
    else { return nil }
    if let name {
      guard case .object(let object) = value, let field = object[name] else { return nil }
      value = field
    }
    for index in indices {
      guard case .array(let array) = value, array.indices.contains(index) else { return nil }
      value = array[index]
    }
    return JSONKind(value)
  }
}
