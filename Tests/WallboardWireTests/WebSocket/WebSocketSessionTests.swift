import TestSupport
import Testing
import WallboardWire

@Suite("WebSocket: text is UTF-8, and fails as early as it can")
struct WebSocketTextTests {
  /// The shortest beginnings that no text has; without their last byte some text has them.
  static let impossible: [[UInt8]] = [
    [0x80], [0xBF], [0xC0], [0xC1], [0xF5], [0xFE], [0xFF], [0xC2, 0x7F], [0xC2, 0xC0],
    [0xE0, 0x9F], [0xE1, 0x20], [0xED, 0xA0], [0xEF, 0xBF, 0xC0], [0xF0, 0x8F], [0xF4, 0x90],
    [0xF1, 0x80, 0x20], [0xF3, 0x80, 0x80, 0xFF],
  ]

  @Test("the first impossible byte fails a frame that is not over", arguments: impossible)
  func failsFast(_ bytes: [UInt8]) {
    let before = Array("\u{3BA}\u{1F4DE}a".utf8)
    let header: [UInt8] = [0x81, 100]
    let reading = SessionReading(header + before + bytes)
    #expect(reading.closure?.code == .invalidPayload)
    #expect(SessionReading(header + before + bytes.dropLast()).state == .open)
    #expect(SessionReading(header + before + bytes) { 1 } == reading)
  }

  @Test("and in a later fragment just so", arguments: impossible)
  func failsAcrossFragments(_ bytes: [UInt8]) {
    let input =
      bytes.dropLast().flatMap { ServerFrame(0x01, [$0]).bytes }.enumerated()
      .map { $0 % 3 == 0 && $0 > 0 ? UInt8(0x00) : $1 }
    let start = bytes.count == 1 ? ServerFrame(0x01).bytes : input
    #expect(SessionReading(start).state == .open)
    let reading = SessionReading(start + [0x00, 9, bytes.last ?? 0])
    #expect(reading.closure?.code == .invalidPayload)
  }

  @Test(
    "a message that ends within a character", arguments: [[0xC2], [0xE2, 0x82], [0xF0, 0x9F]])
  func endsWithinCharacter(_ bytes: [UInt8]) {
    let whole = SessionReading(ServerFrame(0x81, bytes).bytes)
    #expect(whole.closure?.code == .invalidPayload)
    let empty = SessionReading(ServerFrame(0x01, bytes).bytes + [0x80, 0])
    #expect(empty.closure?.code == .invalidPayload)
  }

  @Test("the next text starts afresh")
  func startsAfresh() {
    let input = ServerFrame.text("\u{20AC}") + ServerFrame.binary([0xE2]) + ServerFrame.text("a")
    #expect(SessionReading(input).events == [.text("\u{20AC}"), .binary([0xE2]), .text("a")])
  }
}

@Suite("WebSocket: what a server may make us hold")
struct WebSocketLimitTests {
  private let limits = WebSocketLimits(frame: 300, message: 500)

  @Test(
    "a frame over the limit is refused with its header",
    arguments: [
      [0x82, 126, 0x01, 0x2D], [0x81, 126, 0xFF, 0xFF],
      [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0],
      [0x82, 127, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    ] as [[UInt8]])
  func frameTooBig(header: [UInt8]) {
    #expect(SessionReading(Array(header.dropLast()), limits: limits).state == .open)
    let reading = SessionReading(header, limits: limits)
    #expect(reading.closure?.code == .messageTooBig)
    #expect(reading.closure?.isFailure == true)
    #expect(ClientFrame.all(in: reading.output)?.first?.payload.prefix(2) == [0x03, 0xF1])
  }

  @Test("fragments that are too much together are refused with the last one's header")
  func messageTooBig() {
    let first = ServerFrame.binary(.init(repeating: 0, count: 300), isFinal: false)
    let fits = SessionReading(first + [0x80, 126, 0, 200], limits: limits)
    #expect(fits.state == .open)
    let reading = SessionReading(first + [0x80, 126, 0, 201], limits: limits)
    #expect(reading.closure?.code == .messageTooBig)
  }

  @Test("what fits is taken, as often as it comes")
  func fits() {
    let message =
      ServerFrame.binary(.init(repeating: 0, count: 300), isFinal: false)
      + ServerFrame(0x80, .init(repeating: 0, count: 200)).bytes
    let reading = SessionReading([message, message, message].flatMap { $0 }, limits: limits)
    #expect(reading.events == .init(repeating: .binary(.init(repeating: 0, count: 500)), count: 3))
  }

  @Test("a control frame is not counted")
  func controlFrames() {
    let ping = ServerFrame(0x89, .init(repeating: 0, count: 125)).bytes
    let reading = SessionReading(ping, limits: WebSocketLimits(frame: 10, message: 10))
    #expect(reading.events == [.ping])
  }

  @Test("of a flood of pings the latest are answered, in order")
  func pingFlood() {
    let reading = SessionReading((0..<1_000).flatMap { ServerFrame.ping("\($0)") })
    #expect(reading.events.count == 1_000)
    let answers = ClientFrame.all(in: reading.output) ?? []
    #expect(answers.map(\.text) == (984..<1_000).map { "\($0)" })
    #expect(answers.allSatisfy { $0.firstByte == 0x8A })
    #expect(answers.count == WebSocketSession.mostPongsHeld)
  }
}

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
}
