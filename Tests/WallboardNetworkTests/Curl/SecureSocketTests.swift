import FlyingSocks
import Foundation
import Glibc
import TestSupport
import Testing
import WallboardBoard
@testable import WallboardEvents
@testable import WallboardNetwork

@Suite(
  "A WebSocket connection through TLS and proxies", .inTurn,
  .serialized, .enabled(if: SecureServer.isAvailable))
struct SecureSocketTests {
  /// Longer than libcurl's and TLS's buffers: what is decrypted already is announced by no socket.
  private static let message = String(repeating: "secret ", count: 30_000)

  private func serve(_ server: SecureServer) -> Latch {
    let done = Latch()
    let wire = server.wire
    Thread.detachNewThread {
      let key = ServerConnection.acceptKey(in: wire.readHead())
      wire.send(
        Array(
          """
          HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r
          Sec-WebSocket-Accept: \(key)\r\n\r\n
          """.utf8))
      wire.send(ServerConnection.frame(0x1, Array(Self.message.utf8)))
      done.open()
    }
    return done
  }

  private func connect(
    _ server: SecureServer, trusting caFile: String?, proxies: [String: String] = [:]
  ) throws -> SocketHarness {
    let harness = try SocketHarness(
      "wss://127.0.0.1:\(server.port)/x", caFile: caFile, proxies: proxies)
    try harness.run("it opens or ends") { $0.isOpen || $0.end != nil }
    return harness
  }

  @Test("what is sent through TLS comes whole")
  func secure() throws {
    let server = try SecureServer()
    defer { server.stop() }
    let done = serve(server)
    let harness = try connect(server, trusting: server.certificate)
    try harness.run("the message comes") { !$0.events.isEmpty && done.isOpen }
    #expect(harness.texts == [Self.message])
  }

  @Test("a certificate that nobody vouches for is not trusted")
  func untrusted() throws {
    let server = try SecureServer()
    defer { server.stop() }
    let harness = try connect(server, trusting: nil)
    guard case .transport(let text) = harness.end else {
      Issue.record("\(String(describing: harness.end))")
      return
    }
    #expect(text.string.contains("not trusted"), "\(text)")
  }

  @Test("a proxy is asked for a tunnel, and sees nothing of what is in it")
  func proxy() throws {
    let server = try SecureServer()
    defer { server.stop() }
    let port = server.port
    let proxy = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 200 Connection established\r\n\r\n")
      try connection.tunnel(to: port)
    }
    defer { proxy.stop() }
    _ = serve(server)
    let harness = try connect(
      server, trusting: server.certificate, proxies: ["https_proxy": proxy.origin])
    try harness.run("the message comes") { !$0.events.isEmpty }
    #expect(harness.texts == [Self.message])
    let head = try #require(proxy.heads.first)
    #expect(head.hasPrefix("CONNECT 127.0.0.1:\(server.port) HTTP/1.1\r\n"))
    #expect(!head.contains(EngineHarness.token) && !head.contains("Sec-WebSocket"))
  }

  @Test("a proxy that refuses is told from a platform that does")
  func proxyRefuses() throws {
    let proxy = try ScriptedServer { try $0.answer("407 Proxy Authentication Required") }
    defer { proxy.stop() }
    let harness = try SocketHarness("wss://127.0.0.1:1/x", proxies: ["https_proxy": proxy.origin])
    guard case .transport(let text) = try harness.runToEnd() else {
      Issue.record("\(String(describing: harness.end))")
      return
    }
    #expect(
      text.string == "The proxy \(proxy.place) wants a user name and password, "
        + "or rejected those it was given (407)")
  }
}

extension ServerConnection {
  /// Passes bytes to and fro until either side hangs up.
  fileprivate func tunnel(to port: Int) throws {
    let target = try Socket(domain: Int32(AF_INET), type: .stream)
    try target.connect(to: .inet(ip4: "127.0.0.1", port: UInt16(port)))
    let (near, far) = (socket, target)
    Thread.detachNewThread {
      Self.pass(from: far, to: near)
      _ = shutdown(near.file.rawValue, Int32(SHUT_RDWR))
    }
    Self.pass(from: near, to: far)
    try target.close()
  }

  private static func pass(from source: Socket, to target: Socket) {
    while let bytes = try? source.read(atMost: 16_384), !bytes.isEmpty {
      let data = Data(bytes)
      var index = data.startIndex
      while index < data.endIndex {
        guard let next = try? target.write(data, from: index) else { return }
        index = next
      }
    }
  }
}
