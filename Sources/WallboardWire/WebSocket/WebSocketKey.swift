/// The nonce of an opening handshake (RFC 6455, 4.1, and the example of 1.3).
package struct WebSocketKey: Equatable, Sendable {
  /// The value of `Sec-WebSocket-Key`.
  package let field: String

  package init(
    using generator: inout some RandomNumberGenerator
  ) {
    self.init(bytes: (0..<16).map { _ in .random(in: .min ... .max, using: &generator) })
  }

  /// Draws 16 unpredictable bytes.
  package init() {
    var generator = SystemRandomNumberGenerator()
    self.init(using: &generator)
  }

  init(bytes: [UInt8]) {
    field = Base64.encoded(bytes)
  }

  /// The value of `Sec-WebSocket-Accept` that answers this key (4.2.2, step 5.4).
  var accept: String {
    let text = field + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    return Base64.encoded(SHA1.digest(of: Array(text.utf8)))
  }
}

/// SHA-1 (FIPS 180-4, 6.1), as RFC 6455, 4.2.2 requires. It only proves that the server understood
/// the handshake, so its known weakness does not matter here.
enum SHA1 {
  /// The 20 bytes of the digest.
  static func digest(of message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    let padded = padded(message)
    for start in stride(from: 0, to: padded.count, by: 64) {
      let added = compressed(state, with: schedule(of: padded[start..<start + 64]))
      for index in state.indices { state[index] &+= added[index] }
    }
    return state.reduce(into: []) { $0.append(bigEndian: $1) }
  }

  private static func padded(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    bytes.append(bigEndian: UInt64(message.count) * 8)
    return bytes
  }

  private static func schedule(of block: ArraySlice<UInt8>) -> [UInt32] {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      block[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<80 {
      let word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
      words.append(word.rotatedLeft(by: 1))
    }
    return words
  }

  private static func compressed(_ state: [UInt32], with words: [UInt32]) -> [UInt32] {
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for (index, word) in words.enumerated() {
      let (mixed, constant): (UInt32, UInt32) =
        switch index {
        case ..<20: (b & c | ~b & d, 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = a.rotatedLeft(by: 5) &+ mixed &+ e &+ constant &+ word
      (a, b, c, d, e) = (next, a, b.rotatedLeft(by: 30), c, d)
    }
    return [a, b, c, d, e]
  }
}

extension UInt32 {
  /// `count` is 1 to 31.
  fileprivate func rotatedLeft(by count: UInt32) -> UInt32 {
    self << count | self >> (32 - count)
  }
}

/// Base64, padded (RFC 4648, 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for shift in [18, 12, 6, 0].prefix(group.count + 1) {
        digits.append(alphabet[bits >> shift & 63])
      }
      digits.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - group.count))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
