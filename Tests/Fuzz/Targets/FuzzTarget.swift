/// What reads bytes from outside, and what has to hold of it whatever they are.
///
/// The same targets are driven by libFuzzer (`Tests/Fuzz/run`) and, shortly and with a seeded
/// mutator, by the ordinary test run.
package struct FuzzTarget: Sendable {
  /// What broke a promise, in a sentence.
  package struct Finding: Error, CustomStringConvertible {
    package let description: String
  }

  package let name: String
  /// Inputs to begin with, most of them sound.
  package let seeds: [[UInt8]]
  /// Pieces that are likely to matter.
  package let words: [String]
  /// How many mutated inputs take about a second without optimization.
  package let rounds: Int
  private let check: @Sendable ([UInt8]) throws -> Void

  init(
    _ name: String, rounds: Int, seeds: [String], words: [String] = [],
    check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.init(
      name, rounds: rounds, bytes: seeds.map { Array($0.utf8) }, words: words, check: check)
  }

  init(
    _ name: String, rounds: Int, bytes seeds: [[UInt8]], words: [String] = [],
    check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.rounds = rounds
    self.seeds = seeds
    self.words = words
    self.check = check
  }

  /// Has the input read; throws a ``Finding`` where a promise is broken.
  package func examine(_ input: [UInt8]) throws { try check(input) }

  /// All of them, the closest to the network first.
  package static let all = [
    eventStream, webSocket, handshake, events, observer, reads, stories, values, configuration,
    theme,
    layout, filter, keys, text, recordings, board,
  ]
}

/// Throws a ``FuzzTarget/Finding`` unless the promise is kept.
func require(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
  guard holds else { throw FuzzTarget.Finding(description: promise()) }
}

/// Throws a ``FuzzTarget/Finding`` unless both are the same.
func require<Value: Equatable>(
  _ value: Value, is expected: Value, _ promise: @autoclosure () -> String
) throws {
  guard value != expected else { return }
  throw FuzzTarget.Finding(
    description: "\(promise()): \(String(describing: value).prefix(2_000)) instead of "
      + "\(String(describing: expected).prefix(2_000))")
}

/// The ways in which an input is cut: whole, byte by byte, and at places that are always the same
/// for the same bytes.
struct Cuts {
  static let all: [@Sendable ([UInt8]) -> [[UInt8]]] = [
    { [$0] }, { $0.map { [$0] } }, { Cuts.irregular($0) },
  ]

  private static func irregular(_ bytes: [UInt8]) -> [[UInt8]] {
    // FNV-1a.
    var state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = Int(state >> 33) % (state >> 40 & 3 == 0 ? 200 : 9) + 1
      pieces.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  /// The answer for each way; a ``FuzzTarget/Finding`` unless it is the same for all.
  static func agree<Answer: Equatable>(
    on bytes: [UInt8], _ read: ([[UInt8]]) throws -> Answer
  ) throws -> Answer {
    let whole = try read([bytes])
    for cut in all.dropFirst() {
      try require(read(cut(bytes)), is: whole, "cut otherwise, the same bytes are something else")
    }
    return whole
  }
}

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
