extension WebSocketFrame {
  /// The frame in two to four fragments that may part a character, with pings between them
  /// (RFC 6455, 5.4).
  func fragments(using random: inout SeededGenerator) -> [UInt8] {
    guard opcode == .text || opcode == .binary else { return bytes }
    let count = random.integer(in: 2...4)
    let size = max(1, (payload.count + count - 1) / count)
    var rest = payload[...]
    var all: [UInt8] = []
    repeat {
      var part = WebSocketFrame(all.isEmpty ? opcode : .continuation, Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
      part.isFinal = rest.isEmpty
      all += part.bytes
      if !part.isFinal { all += WebSocketFrame(.ping, Array("between".utf8)).bytes }
    } while !rest.isEmpty
    return all
  }

  /// The bytes of the frame with what the fault breaks about it.
  func broken(by kind: FaultKind) -> [UInt8] {
    var frame = self
    switch kind {
    case .observerReservedBits: frame.reserved = 0x40
    case .observerMasked: frame.mask = [0x37, 0xFA, 0x21, 0x3D]
    case .observerBadOpcode: frame = WebSocketFrame(.unassigned, payload)
    case .observerBadUTF8: frame = WebSocketFrame(.text, payload + Garbage.badUTF8)
    case .observerHuge: return Self.huge + payload
    default: break
    }
    return frame.bytes
  }
}
