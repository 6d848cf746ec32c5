import Foundation
import Testing
import TestSupport
import WallboardEvents

/// Lines are JSON as Foundation's encoder writes it, but for what a terminal would obey.
@Suite struct JSONLineTests {
  private let encoder = JSONLineEncoder()

  private func foundation(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private struct Shapes: Encodable {
    var truth = true
    var a = 1
    var none: Int?
    var byte: UInt8 = 255
    var long = Int64.min
    var longest = UInt64.max
    var half: Float = 0.1
    var list = [[1.5], []]
    var words: [String?] = ["z", nil, "é"]
    var counts = ["b/c": 2, "a": 1, "é": 3, "\"": 4, "": 5, "Z": 6, "a\n": 7, "ab": 8]
    var numbered = [3: "three", -1: "minus one"]
  }

  /// Several containers for one object, nested ones, and one name twice.
  private class Base: Encodable {
    var base = 1

    enum Key: String, CodingKey { case z, a, m, list }
  }

  private final class Derived: Base {
    override func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode("first", forKey: .z)
      try super.encode(to: fields.superEncoder())
      var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .m)
      try nested.encode(2, forKey: .z)
      try nested.encodeNil(forKey: .a)
      var list = fields.nestedUnkeyedContainer(forKey: .list)
      try list.encode(false)
      try super.encode(to: list.superEncoder())
      var element = list.nestedContainer(keyedBy: Key.self)
      try element.encode(list.count, forKey: .a)
      var inner = list.nestedUnkeyedContainer()
      try inner.encode(Float(2))
      try list.encodeNil()
      var again = encoder.container(keyedBy: Key.self)
      try again.encode(Shapes(), forKey: .a)
      try again.encode("last", forKey: .z)
      try super.encode(to: again.superEncoder(forKey: .m))
    }
  }

  @Test func everyShapeIsWrittenAsByFoundation() throws {
    #expect(try encoder.line(Shapes()) == foundation(Shapes()))
    #expect(try encoder.line(Derived()) == foundation(Derived()))
    #expect(try encoder.line([Shapes]()) == "[]")
    #expect(try encoder.line([String: Int]()) == "{}")
    #expect(try encoder.line(Int?.none) == "null")
    #expect(try encoder.line(["a": BoundedString("t")]) == #"{"a":"t"}"#)
  }

  @Test(arguments: [
    0, -0.0, 1, -1, 0.1, 1.5, 100, 1e15, 1e16, 1e20, 1e-4, 1e-7, .pi, 123_456_789.125,
    .greatestFiniteMagnitude, .leastNonzeroMagnitude,
  ])
  func aNumberIsWrittenAsByFoundation(_ number: Double) throws {
    #expect(try encoder.line([number]) == foundation([number]))
    let half = Float(number)
    if half.isFinite { #expect(try encoder.line([half]) == foundation([half])) }
    let line = try encoder.line([number])
    #expect(Double(line.dropFirst().dropLast()) == number)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberOfJSONIsNotWritten(_ number: Double) {
    #expect(throws: EncodingError.self) { try encoder.line(number) }
    #expect(throws: EncodingError.self) { try encoder.line([Float(number)]) }
    #expect(throws: EncodingError.self) { try encoder.line(["a": number]) }
  }

  @Test func everyCharacterOfASCIIIsWrittenAsByFoundation() throws {
    for value: UInt8 in 0..<0x7F {
      let text = "a\(Unicode.Scalar(value))b"
      #expect(try encoder.line([text: text]) == foundation([text: text]))
    }
  }

  @Test func textOfOtherScriptsStandsAsItIs() throws {
    for text in ["Zoë", "李雯", "Hai-Yến Trần", "🙂", "e\u{301}\u{302}", "\u{FFFD}"] {
      #expect(try encoder.line([text]) == "[\"\(text)\"]")
      #expect(try encoder.line([text]) == foundation([text]))
    }
  }

  @Test func manyMembersStandInOrder() throws {
    let numbers = (0..<5_000).map { ($0 * 7_919) % 5_000 }
    let members = Dictionary(uniqueKeysWithValues: numbers.map { ("n\($0)", $0) })
    #expect(try encoder.line(members) == foundation(members))
  }

  @Test func valuesWithinValuesStandInOrder() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let value = random.value(depth: 0)
      let expected = try foundation(value)
      #expect(try encoder.line(value) == expected)
      #expect(try encoder.line(value.json) == expected)
    }
  }

  @Test func whatWritesItselfIsWrittenByNoOther() {
    #expect(throws: EncodingError.self) { try foundation([BoundedString("t")]) }
  }
}

/// Any JSON, encoded by containers alone.
private enum Encoded: Encodable {
  case null, truth(Bool), number(Double), string(String)
  case array([Encoded]), object([String: Encoded])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .truth(let truth): try container.encode(truth)
    case .number(let number): try container.encode(number)
    case .string(let string): try container.encode(string)
    case .array(let array): try container.encode(array)
    case .object(let object): try container.encode(object)
    }
  }

  /// The same as it writes itself.
  var json: JSONValue {
    switch self {
    case .null: .null
    case .truth(let truth): .bool(truth)
    case .number(let number): .number(number)
    case .string(let string): .string(BoundedString(string))
    case .array(let array): .array(array.map(\.json))
    case .object(let object): .object(object.mapValues(\.json))
    }
  }
}

extension SplitMix64 {
  private mutating func word() -> String {
    let pieces = ["a", "b", "Z", "_", "/", "\"", "\\", "\n", "é", "李", "🙂", "0"]
    let count = Int.random(in: 0...4, using: &self)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }.joined()
  }

  fileprivate mutating func value(depth: Int) -> Encoded {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 7), using: &self) {
    case 0: return .null
    case 1: return .truth(Bool.random(using: &self))
    case 2: return .number(Double.random(in: -1e6...1e6, using: &self))
    case 3: return .string(word())
    case 4: return .array((0..<3).map { _ in value(depth: depth + 1) })
    default:
      let members = (0..<5).map { _ in (word(), value(depth: depth + 1)) }
      return .object(Dictionary(members) { first, _ in first })
    }
  }
}
