import Testing
import WallboardWire

@Suite("WebSocket: the closing handshake of RFC 6455, 7")
struct WebSocketCloseTests {
  @Test(
    "codes that may be sent are answered with the same",
    arguments: [
      1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3003, 3999,
      4000, 4004, 4100, 4999,
    ] as [UInt16])
  func validCode(_ code: UInt16) {
    let reading = SessionReading(ServerFrame.close(code, "na\u{EF}ve"))
    #expect(reading.closure == .byServer(code: .init(rawValue: code), reason: "na\u{EF}ve"))
    #expect(reading.state == .closed)
    let answers = ClientFrame.all(in: reading.output)
    #expect(answers?.map(\.firstByte) == [0x88])
    #expect(answers?.first?.payload == [UInt8(code >> 8), UInt8(code & 0xFF)])
  }

  @Test(
    "codes that may not be sent break the protocol",
    arguments: [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535] as [UInt16])
  func invalidCode(_ code: UInt16) {
    let reading = SessionReading(ServerFrame.close(code))
    #expect(reading.closure?.code == .protocolError)
    #expect(reading.closure?.isFailure == true)
  }

  @Test("a close without a code is answered without one")
  func noCode() {
    let reading = SessionReading(ServerFrame(0x88).bytes)
    #expect(reading.closure == .byServer(code: .noStatus, reason: ""))
    #expect(ClientFrame.all(in: reading.output)?.map(\.payload) == [[]])
  }

  @Test(
    "a reason that is not UTF-8, or ends within a character", arguments: [[0xFF], [0xE2, 0x82]])
  func invalidReason(_ reason: [UInt8]) {
    let reading = SessionReading(ServerFrame(0x88, [0x03, 0xE8] + reason).bytes)
    #expect(reading.closure?.code == .invalidPayload)
  }

  @Test("a message that was begun is dropped with a close")
  func withinAMessage() {
    let reading = SessionReading(ServerFrame.text("a", isFinal: false) + ServerFrame.close(1001))
    #expect(reading.events == [.closed(.byServer(code: .goingAway, reason: ""))])
  }

  @Test("we close: messages still come, nothing more goes out, the answer ends it")
  func byUs() {
    var session = WebSocketSession()
    var events: [WebSocketEvent] = []
    session.close(.goingAway, reason: "done")
    session.close(.normal)
    session.send(text: "late")
    session.send(binary: [1])
    session.ping()
    #expect(session.state == .closing)
    session.receive((ServerFrame.text("a") + ServerFrame.ping()).span, into: &events)
    session.receive(ServerFrame.close(1000).span, into: &events)
    #expect(
      events == [.text("a"), .ping, .closed(.byClient(code: .goingAway, reason: "done"))])
    #expect(session.state == .closed)
    let frames = ClientFrame.all(in: session.takeOutput())
    #expect(frames?.map(\.firstByte) == [0x88])
    #expect(frames?.first?.payload == [0x03, 0xE9] + Array("done".utf8))
    session.transportEnded(into: &events)
    #expect(events.count == 3)
  }

  @Test("a failure after our close sends no second close frame")
  func failureWhileClosing() {
    var session = WebSocketSession()
    var events: [WebSocketEvent] = []
    session.close(.normal)
    session.receive([0x83].span, into: &events)
    #expect(events.count == 1)
    #expect(ClientFrame.all(in: session.takeOutput())?.count == 1)
  }

  @Test("a long reason is cut at a character's end")
  func longReason() {
    var session = WebSocketSession()
    session.close(.normal, reason: String(repeating: "\u{20AC}", count: 60))
    let frame = ClientFrame.all(in: session.takeOutput())?.first
    #expect(frame?.payload.count == 125)
    session = WebSocketSession()
    session.close(.normal, reason: "ab" + String(repeating: "\u{20AC}", count: 60))
    let payload = ClientFrame.all(in: session.takeOutput())?.first?.payload ?? []
    #expect(payload.count == 124)
    #expect(String(validating: payload.dropFirst(2), as: UTF8.self)?.count == 42)
  }

  @Test("a code that may not be sent is not sent")
  func unsendableCode() {
    var session = WebSocketSession()
    session.close(.abnormal, reason: "x")
    #expect(ClientFrame.all(in: session.takeOutput())?.map(\.payload) == [[]])
  }

  @Test("a transport that ends first is told once")
  func transportEnds() {
    var session = WebSocketSession()
    var events: [WebSocketEvent] = []
    session.receive(Array(ServerFrame.text("abc").dropLast()).span, into: &events)
    session.transportEnded(into: &events)
    session.transportEnded(into: &events)
    session.receive(ServerFrame.text("abc").span, into: &events)
    #expect(events == [.closed(.abnormal)])
    #expect(session.state == .closed)
  }
}
