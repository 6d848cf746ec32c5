import WallboardWire

/// The number by which an event that is replayed after a reconnect is known again.
enum EventFingerprint {
  /// A hash of all three; 0 for an event without an id of its own, which is never replayed, and for a
  /// control frame's. `time` is what the id names.
  static func of(
    id: Span<UInt8>, at time: Timestamp?, name: Span<UInt8>, data: Span<UInt8>
  ) -> UInt64 {
    guard !id.isEmpty, !id.spells("0") else { return 0 }
    var hash = SeededHash()
    hash.absorb(id)
    hash.absorb(name)
    hash.absorb(data)
    // 0 and the largest number have a meaning of their own.
    return min(max(time.map { mixed(hash.value, $0) } ?? hash.value, 1), .max - 1)
  }

  /// The bits by which a `RecentSet` of ``Limits/fingerprints`` looks for an element.
  private static let placeBits: UInt64 = 0x1_FFFF
  /// So many of them nobody can foresee: whoever sends events of one id must not fill one chain.
  private static let secretBits: UInt64 = 0xFFF

  /// Puts the time that an id names in the place of the lowest bits, up to four seconds later: events of
  /// one moment are looked for in one part of the memory.
  private static func mixed(_ hash: UInt64, _ time: Timestamp) -> UInt64 {
    let moment = UInt64(bitPattern: time.milliseconds) &+ hash & secretBits
    return hash & ~placeBits | moment & placeBits
  }
}
