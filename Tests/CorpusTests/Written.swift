import DequeModule
import OrderedCollections
@testable import WallboardBoard
@testable import WallboardEvents

/// What can be written down as text that does not hang on how it is stored.
protocol Written {
  /// `nil` where there is nothing to write.
  var written: String? { get }
}

/// What is written down field by field.
protocol WrittenFields: Written {
  typealias Fields = [(name: String, value: any Written)]
  var fields: Fields { get }
  /// Stored properties that are not written: what only helps to find the others.
  static var unwritten: Set<String> { get }
}

extension WrittenFields {
  static var unwritten: Set<String> { [] }

  /// The fields that have a value. One that was added and that nobody writes is told of: the reference
  /// would not see what becomes of it.
  var line: String {
    let names = Set(fields.map(\.name)).union(Self.unwritten)
    let missing = Mirror(reflecting: self).children.compactMap(\.label)
      .filter { !names.contains($0) }
    let parts =
      fields.compactMap { field in field.value.written.map { "\(field.name) \($0)" } }
      + missing.map { "NOT WRITTEN: \($0)" }
    return parts.joined(separator: " | ")
  }

  var written: String? { "{\(line)}" }
}

extension Written where Self: Numeric {
  var written: String? { "\(self)" }
}

extension Int: Written {}
extension Int64: Written {}
extension UInt64: Written {}
extension Double: Written {}

extension Bool: Written {
  var written: String? { "\(self)" }
}

extension String: Written {
  var written: String? { debugDescription }
}

extension Written where Self: RawRepresentable<String> {
  var written: String? { rawValue }
}

extension Optional: Written where Wrapped: Written {
  var written: String? { flatMap(\.written) }
}

/// Nothing is written of an empty list.
extension Written where Self: Sequence, Element: Written {
  var written: String? {
    let parts = map { $0.written ?? "nil" }
    return parts.isEmpty ? nil : "[\(parts.joined(separator: ", "))]"
  }
}

extension Array: Written where Element: Written {}
extension Deque: Written where Element: Written {}

extension Set: Written where Element: Written {
  var written: String? { compactMap(\.written).sorted().written }
}

extension Timestamp: Written {
  var written: String? { "\(milliseconds)" }
}

extension BoundedString: Written {
  var written: String? { string.written }
}

extension LongText: Written {
  var written: String? { string.written }
}

extension PersonalIdentifier: Written {
  var written: String? { text.written }
}

extension JSONValue: Written {
  var written: String? { description.written }
}

extension ToolInput: Written {
  var written: String? { json.written }
}

extension Identifier: Written {
  var written: String? { rawValue }
}

extension OpenEnum: Written {
  var written: String? { word.written }
}

/// The value itself, or in a masked recording what stands for it.
extension Protected: Written where Value: Written {
  var written: String? {
    reveal(Shown.disclosure).map { $0.written ?? "nil" } ?? "masked \(description)"
  }
}

extension Tally: Written {
  var written: String? {
    counts.isEmpty ? nil : counts.map { "\($0): \($1)" }.sorted().joined(separator: ", ")
  }
}
