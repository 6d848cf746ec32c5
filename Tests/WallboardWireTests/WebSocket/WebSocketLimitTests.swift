import Testing
import WallboardWire

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
