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
    eventStream, webSocket, handshake, events, observer, reads, values, configuration, theme,
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
