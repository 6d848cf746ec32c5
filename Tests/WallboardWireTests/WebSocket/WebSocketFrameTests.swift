import Testing
@testable import WallboardWire

@Suite("WebSocket: the rules of RFC 6455, 5 and 7")
struct WebSocketRuleTests {
  struct Rule: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let input: [UInt8]
    let events: [WebSocketEvent]

    init(_ name: String, _ input: [UInt8], _ events: [WebSocketEvent]) {
      testDescription = name
      self.input = input
      self.events = events
    }
  }

  static let accepted: [Rule] = [
    Rule("an empty text", ServerFrame.text(""), [.text("")]),
    Rule("an empty binary message", ServerFrame.binary([]), [.binary([])]),
    Rule(
      "one fragment after the other",
      ServerFrame.text("a", isFinal: false) + ServerFrame.continuation("b", isFinal: false)
        + ServerFrame.continuation("c"), [.text("abc")]),
    Rule(
      "empty fragments",
      ServerFrame.text("", isFinal: false)
        + ServerFrame.continuation("", isFinal: false) + ServerFrame.continuation(""), [.text("")]),
    Rule(
      "control frames between fragments",
      ServerFrame.text("a", isFinal: false) + ServerFrame.ping("p")
        + ServerFrame(0x8A, [1]).bytes + ServerFrame.continuation("b"),
      [.ping, .pong([1]), .text("ab")]),
    Rule(
      "a character over three fragments",
      ServerFrame(0x01, [0xE2]).bytes + ServerFrame(0x00, [0x82]).bytes
        + ServerFrame(0x80, [0xAC]).bytes, [.text("\u{20AC}")]),
    Rule("binary is not looked into", ServerFrame.binary([0xFF, 0xC0]), [.binary([0xFF, 0xC0])]),
    Rule("a pong that nobody asked for", ServerFrame(0x8A).bytes, [.pong([])]),
    Rule(
      "lengths of 125, 126 and 65,535",
      [125, 126, 65_535].flatMap { ServerFrame.binary(.init(repeating: 1, count: $0)) },
      [125, 126, 65_535].map { .binary(.init(repeating: 1, count: $0)) }),
    Rule(
      "a control frame of 125 bytes", ServerFrame(0x8A, .init(repeating: 2, count: 125)).bytes,
      [.pong(.init(repeating: 2, count: 125))]),
    Rule(
      "noncharacters are characters", ServerFrame.text("\u{FFFF}\u{10FFFF}\u{0}"),
      [.text("\u{FFFF}\u{10FFFF}\u{0}")]),
  ]

  @Test("what a server may send", arguments: accepted)
  func accepts(_ rule: Rule) {
    let whole = SessionReading(rule.input)
    #expect(whole.events == rule.events)
    #expect(whole.state == .open)
    #expect(SessionReading(rule.input) { 1 } == whole)
  }

  static let broken: [(name: String, input: [UInt8])] = [
    ("reserved bit 1", [0xC1]), ("reserved bit 2", [0xA1]), ("reserved bit 3", [0x91]),
    ("a reserved bit of a control frame", [0xC9]),
    ("reserved opcode 3", [0x83]), ("reserved opcode 7", [0x87]),
    ("reserved opcode 11", [0x8B]), ("reserved opcode 15", [0x8F]),
    ("a fragmented ping", [0x09]), ("a fragmented pong", [0x0A]), ("a fragmented close", [0x08]),
    ("a masked text", [0x81, 0x80]), ("a masked ping", [0x89, 0x81]),
    ("a ping of 126 bytes", [0x89, 126]), ("a close of 64-bit length", [0x88, 127]),
    ("a length of 125 in 16 bits", [0x82, 126, 0, 125]),
    ("a length of 65,535 in 64 bits", [0x82, 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
    ("a length with the highest bit", [0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0]),
    ("a continuation of nothing", [0x80, 0]),
    ("a continuation after the last", ServerFrame.text("a") + [0x00, 1]),
    ("a text within a text", ServerFrame.text("a", isFinal: false) + [0x81, 1]),
    ("a binary within a text", ServerFrame.text("", isFinal: false) + [0x02, 0]),
    ("a text within an empty binary", ServerFrame.binary([], isFinal: false) + [0x81, 0]),
    ("half a close code", [0x88, 1, 0x03]),
  ]

  @Test("what breaks the protocol fails at its last byte, and no later", arguments: broken)
  func refuses(name: String, input: [UInt8]) {
    #expect(SessionReading(input.dropLast()).state == .open)
    let reading = SessionReading(input)
    #expect(reading.state == .closed)
    #expect(reading.closure?.code == .protocolError)
    #expect(reading.closure?.isFailure == true)
    let reply = ClientFrame.all(in: reading.output)?.last
    #expect(reply?.firstByte == 0x88)
    #expect(reply?.payload.prefix(2) == [0x03, 0xEA])
    #expect(reply?.text.hasSuffix(reading.closure?.reason ?? "-") == true)
    #expect(SessionReading(input) { 1 } == reading)
  }

  @Test("nothing is read behind a failure or a close")
  func readsNoFurther() {
    let text = ServerFrame.text("a")
    let failed = SessionReading(text + [0x83, 0] + text + ServerFrame.close(1000))
    #expect(failed.events.count == 2)
    let closed = SessionReading(text + ServerFrame.close(1000) + text + [0x83])
    #expect(closed.events.count == 2)
    #expect(closed.closure == .byServer(code: .normal, reason: ""))
  }
}

@Suite("WebSocket: the examples of RFC 6455")
struct WebSocketExamplesTests {
  @Test("the frames of 5.7")
  func frames() {
    let hello: [UInt8] = [0x48, 0x65, 0x6C, 0x6C, 0x6F]
    let bytes = [UInt8](repeating: 7, count: 65_536)
    let input: [UInt8] =
      [0x81, 5] + hello + [0x01, 3, 0x48, 0x65, 0x6C, 0x80, 2, 0x6C, 0x6F] + [0x89, 5] + hello
      + [0x8A, 5] + hello + [0x82, 0x7E, 1, 0] + bytes.prefix(256)
      + [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0] + bytes
    #expect(
      SessionReading(input).events == [
        .text("Hello"), .text("Hello"), .ping, .pong(hello), .binary(Array(bytes.prefix(256))),
        .binary(bytes),
      ])
  }

  @Test("the masked frame of 5.7, by its key")
  func maskedFrame() {
    var encoder = WebSocketFrameEncoder(generator: FixedGenerator(number: 0x37FA_213D))
    var output: [UInt8] = []
    encoder.append(.text, "Hello".utf8, to: &output)
    #expect(output == [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58])
  }
}

@Suite("WebSocket: what we send")
struct WebSocketOutputTests {
  @Test(
    "messages of every length's form come back out",
    arguments: [0, 1, 3, 4, 5, 125, 126, 127, 65_535, 65_536, 70_001])
  func lengths(_ count: Int) {
    var session = WebSocketSession()
    let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    session.send(binary: payload)
    let frames = ClientFrame.all(in: session.takeOutput())
    #expect(frames?.map(\.firstByte) == [0x82])
    #expect(frames?.first?.payload == payload)
    #expect(session.takeOutput().isEmpty)
  }

  @Test("every frame has a key of its own")
  func keys() throws {
    var session = WebSocketSession()
    for _ in 0..<64 { session.send(text: "same") }
    let frames = try #require(ClientFrame.all(in: session.takeOutput()))
    #expect(frames.count == 64)
    #expect(frames.allSatisfy { $0.text == "same" })
    #expect(Set(frames.map(\.key)).count > 60)
  }

  @Test("a ping is answered with its payload, before what is sent later")
  func pong() {
    var session = WebSocketSession()
    var events: [WebSocketEvent] = []
    session.send(text: "1")
    session.receive(ServerFrame.ping("here?").span, into: &events)
    session.send(text: "2")
    let frames = ClientFrame.all(in: session.takeOutput())
    #expect(frames?.map(\.text) == ["1", "here?", "2"])
    #expect(frames?.map(\.firstByte) == [0x81, 0x8A, 0x81])
  }

  @Test("our ping is cut to what fits")
  func ping() {
    var session = WebSocketSession()
    session.ping(.init(repeating: 1, count: 200))
    let frames = ClientFrame.all(in: session.takeOutput())
    #expect(frames?.map(\.firstByte) == [0x89])
    #expect(frames?.first?.payload.count == 125)
  }

  @Test("a ping before the close is answered before it")
  func pongThenClose() {
    let reading = SessionReading(ServerFrame.ping("a") + ServerFrame.close(1000))
    #expect(ClientFrame.all(in: reading.output)?.map(\.firstByte) == [0x8A, 0x88])
  }
}
