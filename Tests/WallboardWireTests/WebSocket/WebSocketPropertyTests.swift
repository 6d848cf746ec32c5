import Testing
import TestSupport
import WallboardWire

@Suite("WebSocket: any bytes, cut anyhow", .inTurn)
struct WebSocketPropertyTests {
  private static let limits = WebSocketLimits(frame: 400, message: 600)

  /// Frames that are likely to matter, most of them sound, in any order.
  private static func stream(using generator: inout SplitMix64) -> [UInt8] {
    let texts = ["", "a", "\u{20AC}uro", "\u{1F4DE}", String(repeating: "x", count: 130)]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let text = texts.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0...7, using: &generator) {
      case 0...1: bytes += ServerFrame.text(text)
      case 2: bytes += ServerFrame.text(text, isFinal: false) + ServerFrame.continuation(text)
      case 3: bytes += ServerFrame.text("\u{E9}", isFinal: false) + ServerFrame.ping("p")
      case 4: bytes += ServerFrame.continuation(text)
      case 5: bytes += ServerFrame.ping("ping")
      case 6: bytes += ServerFrame.binary(.init(repeating: 0xFF, count: 405).dropLast(10))
      default: bytes += ServerFrame.close(1000, "bye")
      }
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
        in: 0...255, using: &generator)
    }
    return bytes
  }

  @Test("every chunking gives the same events and the same answers", arguments: UInt64(1)...20)
  func chunkingChangesNothing(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let bytes = Self.stream(using: &generator)
      let whole = SessionReading(bytes, limits: Self.limits)
      #expect(SessionReading(bytes, limits: Self.limits) { 1 } == whole)
      let most = Int.random(in: 2...90, using: &generator)
      let pieces = SessionReading(bytes, limits: Self.limits) {
        .random(in: 1...most, using: &generator)
      }
      #expect(pieces == whole)
    }
  }

  @Test("random bytes never trap", arguments: UInt64(1)...20)
  func randomBytes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let whole = SessionReading(bytes, limits: Self.limits)
      #expect(SessionReading(bytes, limits: Self.limits) { 1 } == whole)
    }
  }

  @Test("random bytes of a message's payload are text or 1007, as they are UTF-8 or not")
  func randomTexts() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      let payload = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        UInt8.random(in: 0xA0...0xF8, using: &generator) & 0xF7
      }
      let reading = SessionReading(ServerFrame(0x81, payload).bytes)
      if let text = String(validating: payload, as: UTF8.self) {
        #expect(reading.events == [.text(text)])
      } else {
        #expect(reading.closure?.code == .invalidPayload)
      }
    }
  }

  @Test(
    "random answers to the handshake never trap, however they are cut", arguments: UInt64(1)...8)
  func randomHandshakes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces =
      [
        "HTTP/1.1 101 S", "HTTP/1.1 403 No", "\r\n", "\r\n\r\n", "\n", "Upgrade: websocket",
        "Connection: upgrade", "Content-Length: 5", "Transfer-Encoding: chunked", "5\r\nhello",
        "0\r\n", " fold", ":", "FFFFFFFFFFFF\r\n",
      ].map { Array($0.utf8) } + [[0], [0xFF]]
    for _ in 0..<400 {
      let bytes: [UInt8] = (0..<Int.random(in: 1...12, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
      let whole = HandshakeReading(bytes)
      #expect(HandshakeReading(bytes, inPiecesOf: 1) == whole)
      #expect(HandshakeReading(bytes, inPiecesOf: 7) == whole)
    }
  }
}
