import Foundation
import Testing
import TestSupport
import WallboardBoard
@testable import WallboardEvents
@testable import WallboardNetwork
@testable import WallboardPlatform
import WallboardWire

@Suite("A WebSocket connection over libcurl", .inTurn)
struct WebSocketConnectionTests {
  @Test("asks as the standard says, speaks, and closes politely")
  func speaks() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: "b", and: ServerConnection.frame(0x1, Array("one".utf8)))
      let question = try connection.readFrame()
      try connection.send(ServerConnection.frame(0x2, question.payload))
      _ = try connection.awaitClose()
    }
    defer { server.stop() }
    let harness = try SocketHarness(
      "ws://127.0.0.1:\(server.port)/a/b?c=d", subprotocols: ["a", "b"], fields: ["X-Secret: y"])
    harness.onEvent = { event, connection in
      switch event {
      case .text: connection.send(text: "two")
      case .binary: connection.close(.normal, reason: "bye")
      case .ping, .pong, .closed: break
      }
    }
    guard case .closed(let closure) = try harness.runToEnd() else {
      Issue.record("\(String(describing: harness.end))")
      return
    }
    #expect(closure.code.rawValue == 1000)
    #expect(harness.subprotocol == "b")
    #expect(harness.events == [.text("one"), .binary(Array("two".utf8))])
    let head = try #require(server.heads.first)
    #expect(head.hasPrefix("GET /a/b?c=d HTTP/1.1\r\n"))
    for line in [
      "Host: 127.0.0.1:\(server.port)", "Upgrade: websocket", "Connection: Upgrade",
      "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: a, b", "X-Secret: y",
      "User-Agent: wallboard/test",
    ] {
      #expect(head.lowercased().contains("\r\n\(line.lowercased())\r\n"), "\(head)")
    }
    #expect(!head.contains(EngineHarness.token), "nobody asked for it")
  }

  @Test("no two keys are alike")
  func keys() throws {
    let server = try ScriptedServer { connection in
      try connection.answer("400 No", connection.field("Sec-WebSocket-Key") ?? "")
    }
    defer { server.stop() }
    var keys: Set<Data> = []
    for _ in 0..<3 {
      let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
      guard case .refused(let refusal) = try harness.runToEnd() else { continue }
      #expect(refusal.status == 400)
      keys.insert(try #require(Data(base64Encoded: Data(refusal.body))))
    }
    #expect(keys.count == 3)
    #expect(keys.allSatisfy { $0.count == 16 })
  }

  @Test("a ping is answered, and ours is too")
  func pings() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      try connection.send(ServerConnection.frame(0x9, [1, 2, 3]))
      let answer = try connection.readFrame()
      let question = try connection.readFrame()
      try connection.send(ServerConnection.frame(0xA, question.payload))
      try connection.sendText("\(answer.opcode) \(answer.payload) \(question.opcode)")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    try harness.run("the ping comes") { $0.events.count == 1 }
    harness.connection?.ping()
    try harness.run("the text comes") { !$0.texts.isEmpty }
    #expect(harness.texts == ["10 [1, 2, 3] 9"])
  }

  @Test("a large message goes and comes whole, however slowly it is read")
  func large() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      let (_, payload) = try connection.readFrame()
      try connection.send(ServerConnection.frame(0x2, payload))
      connection.hold()
    }
    defer { server.stop() }
    let message = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)", longest: 4_000_000)
    try harness.run("it opens") { $0.isOpen }
    harness.connection?.send(binary: message)
    try harness.run("it comes back") { !$0.events.isEmpty }
    #expect(harness.events == [.binary(message)])
  }

  @Test("without room nothing is read and nothing spins; then all comes")
  func backPressure() throws {
    let count = 20_000
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      for first in stride(from: 0, to: count, by: 100) {
        let frames = (first..<first + 100).flatMap {
          ServerConnection.frame(0x1, Array("\($0)".utf8))
        }
        try connection.send(frames)
      }
      try connection.sendClose(1000)
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    try harness.run("it opens") { $0.isOpen }
    harness.hasRoom = false
    try harness.turn()
    let before = harness.events.count
    let start = ContinuousClock.now
    let laps = harness.laps
    while start.duration(to: .now) < .milliseconds(300) { try harness.turn(atMost: .seconds(1)) }
    #expect(harness.laps - laps < 10)
    #expect(harness.events.count == before)
    harness.hasRoom = true
    _ = try harness.runToEnd()
    #expect(harness.texts == (0..<count).map(String.init))
  }

  @Test("a server that talks without listening fills no memory, and loses nothing")
  func talksWithoutListening() throws {
    let count = 20_000
    let isFull = Latch()
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      let frame = ServerConnection.frame(0x1, Array(repeating: 0x41, count: 125))
      let frames = Array((0..<100).map { _ in frame }.joined())
      Thread.detachNewThread {
        for _ in 0..<count / 100 { try? connection.send(frames) }
      }
      try isFull.wait()
      // An answer has a head of 2 bytes and a mask of 4.
      for _ in 0..<131 { _ = try connection.read(count) }
      try connection.sendClose(1000)
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    harness.onEvent = { _, connection in connection.send(text: String(repeating: "B", count: 125)) }
    var standstill = Standstill()
    try harness.run("nothing goes any more") { standstill.isReached(at: $0.events.count) }
    isFull.open()
    guard case .closed(let closure) = try harness.runToEnd() else { return }
    #expect(closure.code.rawValue == 1000)
    #expect(harness.texts.count == count)
  }

  @Test("one that is cancelled says nothing more, whenever that is", arguments: 0..<8)
  func cancelled(after laps: Int) throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      connection.hold()
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    for _ in 0..<laps { try harness.turn() }
    harness.connection?.cancel()
    #expect(harness.connection?.isOver == true)
    let events = harness.events
    for _ in 0..<5 { try harness.turn() }
    #expect(harness.end == nil)
    #expect(harness.events == events)
  }

  @Test("one can be waited for")
  func run() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil, and: ServerConnection.frame(0x1, [0x41]))
      try connection.sendClose(1000)
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    harness.connection?.cancel()
    let opening = WebSocketOpening(
      try .init(webSocket: "ws://127.0.0.1:\(server.port)"),
      limits: WebSocketLimits(frame: 100, message: 100))
    try WebSocketRun.run(opening, options: EngineHarness.options(), handler: harness)
    #expect(harness.texts == ["A"])
    #expect(harness.end != nil)
  }
}
