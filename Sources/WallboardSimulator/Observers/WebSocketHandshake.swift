import FoundationEssentials

/// What opens a WebSocket (RFC 6455, 4.2).
enum WebSocketHandshake {
  private static let keySize = 16
  private static let unique = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

  /// The fields of the answer to a client that asks for one as it should.
  static func headers(for request: HTTPRequest) throws(Problem) -> HTTPHeaders {
    [
      "Upgrade": "websocket", "Connection": "Upgrade",
      "Sec-WebSocket-Accept": accept(try key(of: request.headers)),
    ]
  }

  private static func key(of headers: HTTPHeaders) throws(Problem) -> String {
    guard headers["Host"] != nil, headers["Upgrade"]?.lowercased() == "websocket",
      headers.list("Connection").contains(where: { $0.lowercased() == "upgrade" }),
      headers["Sec-WebSocket-Version"] == "13", let key = headers["Sec-WebSocket-Key"],
      Data(base64Encoded: key)?.count == keySize
    else { throw Problem(status: .badRequest, detail: "Not a WebSocket handshake") }
    return key
  }

  static func accept(_ key: String) -> String {
    Data(SHA1.hash(Array((key + unique).utf8))).base64EncodedString()
  }
}

/// SHA-1 (FIPS 180-4, 6.1), for the handshake, which proves nothing else by it.
enum SHA1 {
  static func hash(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += bigEndian(UInt64(message.count) * 8, bytes: 8)
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    for start in stride(from: 0, to: padded.count, by: 64) {
      mix(padded[start..<start + 64], into: &state)
    }
    return state.flatMap { bigEndian(UInt64($0), bytes: 4) }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var schedule = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      block[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for t in 16..<80 {
      let word = schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16]
      schedule.append(rotate(word, 1))
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for (t, word) in schedule.enumerated() {
      let (f, k): (UInt32, UInt32) =
        switch t {
        case ..<20: ((b & c) ^ (~b & d), 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (rotate(a, 5) &+ f &+ e &+ k &+ word, a, rotate(b, 30), c, d)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}

/// A number's last bytes, the highest first.
func bigEndian(_ number: UInt64, bytes: Int) -> [UInt8] {
  (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
