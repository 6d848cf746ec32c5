import FoundationEssentials

/// The way to a field of a payload: its name, in a list its index, and there the name again.
///
/// Names further down are kept only where they are words of the contract: below a field that holds
/// any JSON they belong to the payload's data.
struct FieldPath: CustomStringConvertible {
  private let steps: [Step]

  fileprivate enum Step {
    case name(String)
    case index(Int)
  }

  /// The fields of the objects within an observer's events (contract 1.5).
  private static let nestedNames: Set = [
    "name", "score", "energy_delta", "pitch_delta", "zcr_delta", "energy_trend", "normalized",
  ]

  init(_ keys: [any CodingKey]) {
    let known = keys.enumerated().prefix { depth, key in
      depth == 0 || key.intValue != nil || FieldPath.nestedNames.contains(key.stringValue)
    }
    steps = known.map { _, key in key.intValue.map(Step.index) ?? .name(key.stringValue) }
  }

  var isEmpty: Bool { steps.isEmpty }

  var description: String {
    steps.enumerated().map { depth, step in
      switch step {
      case .name(let name): (depth == 0 ? "" : ".") + name
      case .index(let index): "[\(index)]"
      }
    }.joined()
  }

  /// Bytes of a body that is decoded a second time to tell what kind of value is at fault.
  private static let longestBody = 65_536

  /// What kind of value stands there, when the whole is JSON that Swift can hold.
  func kind(in body: Data) -> JSONKind? {
    guard body.count <= FieldPath.longestBody, JSONDepth.isWithinLimit(body),
      var value = try? JSONDecoder().decode(JSONValue.self, from: body)
    else { return nil }
    for step in steps {
      guard let next = value[step] else { return nil }
      value = next
    }
    return JSONKind(value)
  }
}

extension JSONValue {
  fileprivate subscript(step: FieldPath.Step) -> JSONValue? {
    switch (self, step) {
    case (.object(let object), .name(let name)): object[name]
    case (.array(let array), .index(let index)): array.indices.contains(index) ? array[index] : nil
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): nil
    }
  }
}
