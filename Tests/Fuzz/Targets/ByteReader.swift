/// Takes decisions from an input's bytes; zeros when there are no more.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A number below that.
  mutating func number(below count: Int) -> Int { count > 0 ? Int(byte()) % count : 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }

  /// Eight bytes as a number.
  mutating func whole() -> Int64 { (0..<8).reduce(0) { sum, _ in sum << 8 | Int64(byte()) } }

  /// The bytes up to that one, which is left out, or all.
  mutating func bytes(upTo end: UInt8) -> [UInt8] {
    let taken = rest.prefix { $0 != end }
    rest = rest.dropFirst(taken.count + 1)
    return Array(taken)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    let taken = rest.prefix(count)
    rest = rest.dropFirst(count)
    return Array(taken)
  }

  /// The text up to a line's end.
  mutating func line() -> String {
    String(decoding: bytes(upTo: UInt8(ascii: "\n")), as: UTF8.self)
  }

  /// All that is left.
  mutating func remainder() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}
