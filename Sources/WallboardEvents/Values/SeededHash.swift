import WallboardWire

/// A hash that eats eight bytes a step: both halves of a product with a number that has no pattern
/// (the multiplier of wyhash by Wang Yi), folded into one.
///
/// It begins with a number drawn when the program started: nobody who sends keys can foresee which of
/// them fall together. It stands in no file.
package struct SeededHash: Sendable {
  package private(set) var value: UInt64

  private static let seed = UInt64.random(in: .min ... .max)

  package init() { value = Self.seed }

  /// Absorbs the text and its length, so that parts cannot run into each other.
  package mutating func absorb(_ text: Span<UInt8>) {
    let bytes = unsafe text.bytes
    var offset = 0
    while offset <= bytes.byteCount - 8 {
      absorb(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.byteCount {
      rest = rest << 8 | UInt64(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    absorb(rest)
    absorb(UInt64(bytes.byteCount))
  }

  package mutating func absorb(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x8bb8_4b93_962e_acc9)
    value = product.high ^ product.low
  }
}
