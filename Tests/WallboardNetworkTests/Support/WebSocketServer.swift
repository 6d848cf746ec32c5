import TestSupport
import FlyingSocks
import Foundation

/// A WebSocket server's side, frame by frame, as far as the tests need it.
extension ServerConnection {
  /// The value of a header field of the request.
  func field(_ name: String) -> String? {
    Self.field(name, in: head)
  }

  private static func field(_ name: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n").dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { continue }
      return parts[1].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }

  /// What proves that the key of that request was read.
  static func acceptKey(in head: String) -> String {
    let key = (field("Sec-WebSocket-Key", in: head) ?? "") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    return Data(SHA1.hash(Array(key.utf8))).base64EncodedString()
  }

  /// Accepts the upgrade.
  func upgrade(subprotocol: String? = "auth", and more: [UInt8] = []) throws {
    let lines =
      [
        "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
        "Sec-WebSocket-Accept: \(Self.acceptKey(in: head))",
      ] + (subprotocol.map { ["Sec-WebSocket-Protocol: \($0)"] } ?? [])
    try send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + more)
  }

  /// Sends one JSON object in a text frame.
  func sendText(_ text: String) throws {
    try send(Self.frame(0x1, Array(text.utf8)))
  }

  /// Sends a close frame.
  func sendClose(_ code: Int?, reason: String = "") throws {
    let payload = code.map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } ?? []
    try send(Self.frame(0x8, payload + Array(reason.utf8)))
  }

  /// A whole frame, unmasked as a server's are.
  static func frame(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true) -> [UInt8] {
    let first = (isFinal ? 0x80 : 0) | opcode
    let count = payload.count
    let length: [UInt8] =
      count < 126
      ? [UInt8(count)]
      : count < 65_536
        ? [126, UInt8(count >> 8), UInt8(count & 0xFF)]
        : [127] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
    return [first] + length + payload
  }

  /// Reads so many bytes.
  func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += try socket.read(atMost: count - bytes.count) }
    return bytes
  }

  /// Reads the client's next frame: its opcode and its payload, unmasked.
  func readFrame() throws -> (opcode: UInt8, payload: [UInt8]) {
    let first = try socket.read()
    let second = try socket.read()
    guard second & 0x80 != 0 else { throw URLError(.badServerResponse) }
    var count = Int(second & 0x7F)
    let longer = count == 126 ? 2 : count == 127 ? 8 : 0
    if longer > 0 { count = 0 }
    for _ in 0..<longer { count = count << 8 | Int(try socket.read()) }
    let mask = try (0..<4).map { _ in try socket.read() }
    let payload = try read(count).enumerated().map { $1 ^ mask[$0 % 4] }
    return (first & 0x0F, payload)
  }

  /// Reads frames until a close frame comes, answers it, and returns its code.
  func awaitClose() throws -> Int? {
    while true {
      let (opcode, payload) = try readFrame()
      guard opcode == 0x8 else { continue }
      try send(Self.frame(0x8, payload))
      return payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil
    }
  }
}

/// Notices when a count does not grow any more, lap after lap: whoever sends has filled every buffer on
/// the way.
struct Standstill {
  private var last = 0
  private var laps = 0

  /// Whether so many has been the count of the last twenty laps.
  mutating func isReached(at count: Int) -> Bool {
    laps = count == last && count > 0 ? laps + 1 : 0
    last = count
    return laps >= 20
  }
}

/// SHA-1 (FIPS 180-4, 6.1), for the servers of the tests: not the one that is tested.
enum SHA1 {
  static func hash(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    for start in stride(from: 0, to: padded.count, by: 64) {
      mix(Array(padded[start..<start + 64]), into: &state)
    }
    return state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
  }

  private static func mix(_ block: [UInt8], into state: inout [UInt32]) {
    var words = (0..<16).map { index in
      block[index * 4..<index * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<80 {
      let word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
      words.append(rotate(word, 1))
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for (index, word) in words.enumerated() {
      let (choice, constant): (UInt32, UInt32) =
        switch index / 20 {
        case 0: ((b & c) | (~b & d), 0x5A82_7999)
        case 1: (b ^ c ^ d, 0x6ED9_EBA1)
        case 2: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (rotate(a, 5) &+ choice &+ e &+ constant &+ word, a, rotate(b, 30), c, d)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
