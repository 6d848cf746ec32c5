import SplitMix64

/// A frame (RFC 6455, 5.2), of which each of the rules can be broken.
struct WebSocketFrame: Sendable {
  enum Opcode: UInt8, Sendable {
    case continuation = 0
    case text, binary
    /// Reserved by the standard.
    case unassigned = 3
    case close = 8
    case ping, pong
  }

  /// How long a client's frame may be; all that is to be understood of it is short.
  static let clientLimit = 65_536

  /// What a client does that the standard forbids.
  struct Violation: Error {}

  var isFinal = true
  /// The three reserved bits, at their place in the first byte.
  var reserved: UInt8 = 0
  let opcode: Opcode
  /// A server must not mask (5.1).
  var mask: [UInt8]?
  let payload: [UInt8]

  init(_ opcode: Opcode, _ payload: [UInt8]) {
    self.opcode = opcode
    self.payload = payload
  }

  static func text(_ text: String) -> WebSocketFrame {
    WebSocketFrame(.text, Array(text.utf8))
  }

  static func close(_ code: UInt16, _ reason: String) -> WebSocketFrame {
    WebSocketFrame(.close, bigEndian(UInt64(code), bytes: 2) + Array(reason.utf8))
  }

  var bytes: [UInt8] {
    let first = (isFinal ? 0x80 : 0) | reserved | opcode.rawValue
    guard let mask else { return [first] + Self.length(payload.count) + payload }
    var length = Self.length(payload.count)
    length[0] |= 0x80
    let masked = payload.enumerated().map { $0.element ^ mask[$0.offset % mask.count] }
    return [first] + length + mask + masked
  }

  /// The head of a text frame of a terabyte.
  static let huge: [UInt8] = [0x81, 127] + bigEndian(1 << 40, bytes: 8)

  private static func length(_ count: Int) -> [UInt8] {
    switch count {
    case ...125: [UInt8(count)]
    case ...0xFFFF: [126] + bigEndian(UInt64(count), bytes: 2)
    default: [127] + bigEndian(UInt64(count), bytes: 8)
    }
  }
}

extension WebSocketFrame {
  /// The frame in two to four fragments, which may split a character, with pings between them
  /// (RFC 6455, 5.4).
  func fragments(using random: inout SplitMix64) -> [UInt8] {
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

  /// The bytes of the frame with the rule broken that the fault names.
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
