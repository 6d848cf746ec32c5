import Testing
import WallboardWire

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
