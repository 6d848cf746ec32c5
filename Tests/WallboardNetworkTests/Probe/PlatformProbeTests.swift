import Foundation
import TestSupport
import Testing
import WallboardEvents
import WallboardPlatform

@testable import WallboardNetwork

@Suite("A probe of the platform", .inTurn)
struct PlatformProbeTests {
  private func probe(
    _ origin: String, caFile: String? = nil
  ) throws -> (PlatformProbe, PlatformEndpoints) {
    var options = try EngineHarness.options()
    options.caFile = caFile
    options.keepsCertificate = true
    return (try PlatformProbe(options), try EngineHarness.configuration(origin).endpoints)
  }

  @Test("An answer comes with its time and the platform's clock")
  func answer() throws {
    let server = try ScriptedServer { connection in
      try connection.answer("200 OK", "{}", fields: ["Date: Sun, 06 Nov 1994 08:49:37 GMT"])
    }
    defer { server.stop() }
    let (probe, endpoints) = try probe(server.origin)
    #expect(probe.clock == nil)
    let answer = try probe.answer(to: endpoints.address.keyIdentity, within: .seconds(30))
    #expect(try answer.result.get().status == 200)
    #expect(answer.failurePlace == nil && answer.certificate == nil)
    guard case .disputed(let seconds) = probe.clock else {
      Issue.record("\(String(describing: probe.clock))")
      return
    }
    #expect(seconds > 365 * 86_400)
  }

  @Test("What fails says where")
  func failure() throws {
    let port = try HeldPort()
    let (probe, endpoints) = try probe("http://127.0.0.1:\(port.number)")
    let answer = try probe.answer(to: endpoints.address.keyIdentity, within: .seconds(30))
    #expect(answer.failurePlace == .address)
    #expect(throws: AttemptEnd.self) { try answer.result.get() }
  }

  @Test("Nobody waits for an answer that is not wanted any more")
  func unwanted() throws {
    let server = try ScriptedServer { $0.hold() }
    defer { server.stop() }
    let (probe, endpoints) = try probe(server.origin)
    let answer = try probe.answer(
      to: endpoints.address.keyIdentity, within: .seconds(3_000), isUnwanted: { true })
    #expect(throws: AttemptEnd.transport("The platform did not answer in time")) {
      try answer.result.get()
    }
  }

  @Test("A read asks for its first page, and of the calls for the other list where one is refused")
  func reads() throws {
    let server = try ScriptedServer { connection in
      switch connection.target {
      case let target where target.contains("queue"): try connection.answer("404 Not Found")
      case let target where target.contains("sessions"): try connection.answer("200 OK", "[]")
      case let target where target.contains("surfaces"): try connection.answer("403 Forbidden")
      default:
        try connection.answer(
          "200 OK", #"{"items":[],"has_more":true,"continuation_token":"next"}"#)
      }
    }
    defer { server.stop() }
    let (probe, endpoints) = try probe(server.origin)
    let reads = try SnapshotSource.allCases.map {
      try probe.read($0, from: endpoints, within: .seconds(30))
    }
    let statuses = Dictionary(uniqueKeysWithValues: reads.map { ($0.source, $0.statuses) })
    #expect(statuses[.calls] == [404, 200] && statuses[.services] == [200])
    #expect(
      reads.first { $0.source == .surfaces }?.end == .status(403, retryAfter: nil, detail: nil))
    #expect(reads.filter { $0.end != nil }.map(\.source) == [.surfaces])
  }

  @Test("The stream is watched from its first bytes to a comment, and goes on where it was")
  func stream() throws {
    let server = try ScriptedServer { connection in
      try connection.acceptStream()
      try connection.send("retry: 3000\n\n")
      if connection.number == 0 {
        try connection.send("id: 1785751200000\nevent: x.y\ndata: {}\n\n")
        try connection.send(": heartbeat 1\n\n")
      }
      connection.hold()
    }
    defer { server.stop() }
    let (probe, endpoints) = try probe(server.origin)
    let stream = try probe.stream(of: endpoints, within: .seconds(60))
    #expect(stream.sighting.status == 200 && stream.sighting.isOpen)
    try probe.awaitHeartbeat(of: stream, within: .seconds(60))
    #expect(stream.sighting.heartbeat != nil && stream.sighting.events == 1)
    let again = try probe.stream(from: stream.cursor, of: endpoints, within: .seconds(60))
    #expect(again.sighting.firstFrame != nil)
    #expect(server.heads.last?.contains("Last-Event-ID: 1785751200000\r\n") == true)
    try probe.awaitHeartbeat(of: again, within: .milliseconds(50))
    #expect(again.sighting.heartbeat == nil && again.sighting.end == nil)
  }

  @Test("A stream that is none says why")
  func noStream() throws {
    let server = try ScriptedServer { connection in
      if connection.number == 0 {
        try connection.answer("403 Forbidden", #"{"detail":"the-secret-token is not yours"}"#)
      } else if connection.number == 1 {
        try connection.answer("200 OK", "<html>", type: "text/html")
      } else {
        try connection.acceptStream()
        try connection.send(
          #"data: {"code":"the-secret-token","message":"the-secret-token"}"# + "\nevent: error\n\n")
        connection.hold()
      }
    }
    defer { server.stop() }
    let (probe, endpoints) = try probe(server.origin)
    let refused = try probe.stream(of: endpoints, within: .seconds(60))
    #expect(refused.sighting.end == .status(403, retryAfter: nil, detail: "[token] is not yours"))
    let page = try probe.stream(of: endpoints, within: .seconds(60))
    #expect(page.sighting.end == .wrongContentType("text/html"))
    let fault = try probe.stream(of: endpoints, within: .seconds(60))
    let words = try #require(fault.sighting.end?.sentence.string)
    #expect(words == "The platform ended the stream ([token]): [token]")
  }

  @Test("A handshake is closed, refused, left open or not answered")
  func observer() throws {
    let call = try #require(CallSID("CA00000000000000000000000000000000"))
    let server = try ScriptedServer { connection in
      switch connection.number {
      case 0:
        try connection.upgrade()
        try connection.sendClose(4004)
        connection.hold()
      case 1: try connection.answer("401 Unauthorized")
      case 2:
        try connection.upgrade()
        connection.hold()
      default: connection.hold()
      }
    }
    defer { server.stop() }
    let (probe, endpoints) = try probe(server.origin)
    func observe(_ limit: Duration = .seconds(60)) throws -> ProbedObserver {
      try probe.observe(call, at: endpoints, by: .subprotocol, within: limit)
    }
    #expect(try observe() == .ended(.closed(4004, reason: ""), wasOpen: true))
    #expect(
      try observe()
        == .ended(.attempt(.status(401, retryAfter: nil, detail: nil)), wasOpen: false))
    #expect(try observe() == .open)
    #expect(try observe(.milliseconds(100)) == .unanswered)
    #expect(server.heads[0].contains("Sec-WebSocket-Protocol: auth, the-secret-token\r\n"))
  }

  @Test("A certificate is told of", .enabled(if: SecureServer.isAvailable))
  func certificate() throws {
    let server = try SecureServer()
    defer { server.stop() }
    let wire = server.wire
    Thread.detachNewThread {
      _ = wire.readHead()
      wire.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".utf8))
    }
    let (probe, endpoints) = try probe(
      "https://127.0.0.1:\(server.port)", caFile: server.certificate)
    let answer = try probe.answer(to: endpoints.address.keyIdentity, within: .seconds(60))
    #expect(answer.certificate?.issuer?.contains("localhost") == true)
    let end = try #require(answer.certificate?.expiresAt)
    let day = Int64(Date().timeIntervalSince1970) + 86_400
    #expect(abs(end.seconds - day) < 3_600)
  }

  @Test("One that nobody vouches for fails at the security", .enabled(if: SecureServer.isAvailable))
  func untrusted() throws {
    let server = try SecureServer()
    defer { server.stop() }
    let (probe, endpoints) = try probe("https://127.0.0.1:\(server.port)")
    let answer = try probe.answer(to: endpoints.address.keyIdentity, within: .seconds(60))
    #expect(answer.failurePlace == .security)
  }

  @Test(
    "The end of a certificate is read as OpenSSL and GnuTLS write it",
    arguments: [
      ("Expire date:Nov  6 08:49:37 2026 GMT", 1_793_954_977),
      ("Expire date:2026-11-06 08:49:37 GMT", 1_793_954_977),
      ("Expire date:Nov 16 08:49:37 2026 GMT", 1_794_818_977), ("Expire date:some day", nil),
      ("Expire date:", nil), ("Subject:CN = x", nil), ("nonsense", nil),
    ])
  func moments(line: String, seconds: Int64?) {
    #expect(ServerCertificate(lines: [line])?.expiresAt?.seconds == seconds)
  }
}
