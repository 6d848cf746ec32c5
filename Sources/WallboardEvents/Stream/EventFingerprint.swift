import WallboardWire

/// The number by which an event that is replayed after a reconnect is known again.
enum EventFingerprint {
  /// A hash of all three; 0 for an event without an id of its own, which is never replayed, and for a
  /// control frame's.
  static func of(id: Span<UInt8>, name: Span<UInt8>, data: Span<UInt8>) -> UInt64 {
    guard !id.isEmpty, !id.spells("0") else { return 0 }
    var hash = FoldedProduct()
    hash.absorb(id)
    hash.absorb(name)
    hash.absorb(data)
    // 0 and the largest number have a meaning of their own.
    return min(max(hash.value, 1), .max - 1)
  }
}

/// A hash that eats eight bytes a step: both halves of a product with a number that has no pattern
/// (the multiplier of wyhash by Wang Yi), folded into one. It stands in no file.
private struct FoldedProduct {
  private(set) var value: UInt64 = 0x2d35_8dcc_aa6c_78a5

  /// Absorbs the text and its length, so that parts cannot run into each other.
  mutating func absorb(_ text: Span<UInt8>) {
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

  private mutating func absorb(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x8bb8_4b93_962e_acc9)
    value = product.high ^ product.low
  }
}
