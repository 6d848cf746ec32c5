import Dispatch
import TestSupport
import Testing
import WallboardEvents
@testable import WallboardNetwork
import WallboardWire

@Suite("A WebSocket connection whose server misbehaves", .inTurn)
struct WebSocketFaultTests {
  @Test("cut in mid-frame it is over at once", arguments: 1...9)
  func cut(at count: Int) throws {
    let frames = ServerConnection.frame(0x1, Array("{}".utf8)) + [0x81, 0x7E, 0x01, 0x00, 0x41]
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil, and: Array(frames.prefix(count)))
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    guard case .closed(let closure) = try harness.runToEnd() else {
      Issue.record("\(String(describing: harness.end))")
      return
    }
    #expect(closure.code.rawValue == 1006)
    #expect(harness.texts.count == (count >= 4 ? 1 : 0))
  }

  @Test("a broken rule is answered with its code, and the connection is over")
  func violation() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil, and: [0xF1, 0x00])
      let code = try connection.awaitClose()
      #expect(code == 1002)
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    guard case .closed(let closure) = try harness.runToEnd() else { return }
    #expect(closure.code.rawValue == 1002)
  }

  @Test("a message above the limit is refused before it comes")
  func tooLarge() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil, and: [0x82, 127, 0, 0, 0, 1, 0, 0, 0, 0])
      let code = try connection.awaitClose()
      #expect(code == 1009)
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    guard case .closed(let closure) = try harness.runToEnd() else { return }
    #expect(closure.code.rawValue == 1009)
  }

  @Test("a server that never answers the farewell is left after a while")
  func impoliteServer() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      connection.hold()
    }
    defer { server.stop() }
    let machine = Machine()
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)", machine: machine)
    try harness.run("it opens") { $0.isOpen }
    harness.connection?.close(.normal)
    machine.advance(by: 1_999)
    for _ in 0..<5 { try harness.turn() }
    #expect(harness.end == nil)
    machine.advance(by: 1)
    guard case .closed = try harness.runToEnd() else {
      Issue.record("\(String(describing: harness.end))")
      return
    }
  }

  @Test("a server that closes and does not hang up is hung up on")
  func clingingServer() throws {
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      try connection.sendClose(1001, reason: "away")
      connection.hold()
    }
    defer { server.stop() }
    let machine = Machine()
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)", machine: machine)
    try harness.run("the close frame comes") { $0.connection?.deadline != nil && $0.isOpen }
    machine.advance(by: 2_000)
    guard case .closed(let closure) = try harness.runToEnd() else { return }
    #expect(closure.code.rawValue == 1001)
    #expect(closure.reason == "away")
  }

  @Test("a handshake without an answer, and one that drips, are left after a while")
  func slowHandshake() throws {
    let isDue = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { connection in
      guard connection.number > 0 else { return connection.hold() }
      for byte in "HTTP/1.1 101".utf8 {
        isDue.wait()
        try connection.send([byte])
      }
    }
    defer {
      server.stop()
      isDue.signal()
    }
    for drops in [0, 9] {
      let machine = Machine()
      let harness = try SocketHarness("ws://127.0.0.1:\(server.port)", machine: machine)
      try harness.run("the request is sent") { $0.connection?.deadline != nil }
      for _ in 0..<drops {
        machine.advance(by: 1_000)
        isDue.signal()
        try harness.run("a byte comes") { $0.connection?.heardAt == machine.instant }
      }
      machine.advance(by: 10_000 - drops * 1_000 - 1)
      for _ in 0..<5 { try harness.turn() }
      #expect(harness.end == nil)
      machine.advance(by: 1)
      switch try harness.runToEnd() {
      case .transport(let text): #expect(text.string.contains("did not answer in time"))
      case .closed, .handshake, .refused: Issue.record("\(String(describing: harness.end))")
      }
    }
  }

  @Test("a refusal whose body never ends is told by its status")
  func endlessRefusal() throws {
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n")
      while true { try connection.send(Array(repeating: UInt8(ascii: "x"), count: 65_536)) }
    }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    guard case .refused(let refusal) = try harness.runToEnd() else {
      Issue.record("\(String(describing: harness.end))")
      return
    }
    #expect(refusal.status == 500)
  }

  @Test("nobody listens")
  func nobodyListens() throws {
    let port = try HeldPort()
    let harness = try SocketHarness("ws://127.0.0.1:\(port.number)")
    guard case .transport(let text) = try harness.runToEnd() else { return }
    #expect(text.string == "Connection refused by 127.0.0.1:\(port.number)")
  }

  @Test("somebody hangs up without an answer")
  func hangsUp() throws {
    let server = try ScriptedServer { _ in }
    defer { server.stop() }
    let harness = try SocketHarness("ws://127.0.0.1:\(server.port)")
    guard case .transport(let text) = try harness.runToEnd() else { return }
    #expect(text.string == "127.0.0.1:\(server.port) closed the connection without an answer")
  }
}
