import WallboardWire

/// The number by which an event that is replayed after a reconnect is known again.
enum EventFingerprint {
  /// A hash of all three; 0 for an event without an id of its own, which is never replayed, and for a
  /// control frame's.
  static func of(id: Span<UInt8>, name: Span<UInt8>, data: Span<UInt8>) -> UInt64 {
    guard !id.isEmpty, !id.spells("0") else { return 0 }
    var hash = SeededHash()
    hash.absorb(id)
    hash.absorb(name)
    hash.absorb(data)
    // 0 and the largest number have a meaning of their own.
    return min(max(hash.value, 1), .max - 1)
  }
}
