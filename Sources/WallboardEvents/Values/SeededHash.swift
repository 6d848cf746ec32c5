import WallboardWire

/// A hash that eats sixteen bytes a step: both halves of a product, folded into one (after wyhash, by
/// Wang Yi).
///
/// It begins with numbers drawn when the program started: nobody who sends keys can foresee which of
/// them fall together, nor make a factor 0. It stands in no file.
package struct SeededHash: Sendable {
  package private(set) var value = Self.seeds.value
  private let factor = Self.seeds.factor

  private static let seeds = (
    value: UInt64.random(in: .min ... .max), factor: UInt64.random(in: .min ... .max)
  )

  package init() {}

  /// Absorbs the text and its length, so that parts cannot run into each other.
  package mutating func absorb(_ text: Span<UInt8>) {
    let count = text.count
    var offset = 0
    while offset < count - 16 {
      unsafe absorb(text.word(at: offset), text.word(at: offset + 8))
      offset += 16
    }
    if count >= 16 {
      unsafe absorb(text.word(at: count - 16), text.word(at: count - 8))
    } else if count >= 8 {
      unsafe absorb(text.word(at: 0), text.word(at: count - 8))
    } else {
      var rest: UInt64 = 0
      for index in text.indices { rest = rest << 8 | UInt64(text[index]) }
      absorb(rest, 0)
    }
    absorb(UInt64(count))
  }

  /// Absorbs two words at once.
  package mutating func absorb(_ first: UInt64, _ second: UInt64) {
    let product = (value ^ first).multipliedFullWidth(by: factor ^ second)
    value = product.high ^ product.low
  }

  /// Absorbs a word.
  package mutating func absorb(_ word: UInt64) { absorb(word, 0) }
}
