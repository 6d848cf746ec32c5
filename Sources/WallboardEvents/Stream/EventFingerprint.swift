/// The number by which an event that is replayed after a reconnect is known again.
enum EventFingerprint {
  /// A hash of all three; 0 for an event without an id of its own, which is never replayed.
  static func of(id: String?, name: String, data: String) -> UInt64 {
    guard let id, id != "0" else { return 0 }
    var hash = FNV1a()
    hash.absorb(id)
    hash.absorb(name)
    hash.absorb(data)
    return hash.value == 0 ? 1 : hash.value
  }
}

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo): the same on every run, as a recording needs it.
private struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Absorbs the string and a byte that no string has, so that parts cannot run into each other.
  mutating func absorb(_ string: String) {
    for byte in string.utf8 { absorb(byte) }
    absorb(0xFF)
  }

  private mutating func absorb(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
