/// A frame's length of 16 or 64 bits while its bytes come in (RFC 6455, 5.2).
struct UnfinishedLength {
  private let size: Int
  private var missing: Int
  private var value: UInt64 = 0

  /// Starts the length that the header's second byte announces; `nil` when that byte is the length.
  init?(announcedBy byte: UInt8) {
    switch byte {
    case 126: size = 2
    case 127: size = 8
    default: return nil
    }
    missing = size
  }

  /// Takes the next byte, and gives the length once it is whole.
  mutating func append(_ byte: UInt8) throws(WebSocketViolation) -> UInt64? {
    value = value << 8 | UInt64(byte)
    missing -= 1
    guard missing == 0 else { return nil }
    guard value >> 63 == 0 else {
      throw .protocolError("a frame's length has its highest bit set")
    }
    guard value > (size == 2 ? 125 : 0xFFFF) else {
      throw .protocolError("a frame's length is written with more bytes than it needs")
    }
    return value
  }
}
