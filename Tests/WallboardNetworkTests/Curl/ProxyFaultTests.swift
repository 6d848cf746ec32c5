import FlyingSocks
import Foundation
import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

/// A proxy's faults are the proxy's, for the stream, the reads and a followed call alike, and its
/// password is in nothing that is told of them.
@Suite("A proxy that is in trouble", .inTurn)
struct ProxyFaultTests {
  private static let platform = "https://platform.invalid"
  private static let secret = "svc:Winter2025!"

  /// What the stream, a read and a followed call say, each on its own engine.
  private func reasons(
    _ proxy: String, caFile: String? = nil, at platform: String = platform
  ) throws -> [String] {
    try [true, false].flatMap { opensStream in
      let harness = try EngineHarness(platform) { configuration in
        configuration.opensStream = opensStream
        configuration.transfers.caFile = caFile
        configuration.transfers.proxies = ProxyEnvironment(["HTTPS_PROXY": proxy])
      }
      if opensStream { return [try harness.runToEnding().reason] }
      harness.commands.post(.read([.services]))
      try harness.follow()
      try harness.run("the read fails") { !$0.failures.isEmpty }
      let reasons = [harness.failures[0].reason, try harness.runToObserverEnding().reason]
      #expect(!"\(harness.heard)".contains("Winter"))
      return reasons
    }
  }

  private func expect(_ reason: String, _ proxy: String) throws {
    let reasons = try reasons(proxy)
    #expect(reasons == Array(repeating: reason, count: 3))
  }

  @Test("that is not there is what refuses")
  func dead() throws {
    let proxy = try ScriptedServer { _ in }
    proxy.stop()
    let place = proxy.place
    for scheme in ["http", "https", "socks5h"] {
      try expect(
        "Connection refused by the proxy \(place)", "\(scheme)://\(Self.secret)@\(place)")
    }
  }

  @Test(
    "that is named wrongly is told by its variable",
    arguments: ["htp://\(secret)@127.0.0.1:1", "http://\(secret) @h", "http://\(secret)%ZZ@h:1"])
  func malformed(text: String) throws {
    for reason in try reasons(text) {
      #expect(reason.hasPrefix("HTTPS_PROXY: "), "\(reason)")
      #expect(!reason.contains("svc") && !reason.contains("Winter"))
    }
  }

  @Test("that wants another password says so, and gets the one that it was given")
  func password() throws {
    let proxy = try ScriptedServer { try $0.answer("407 Proxy Authentication Required") }
    defer { proxy.stop() }
    try expect(
      "The proxy \(proxy.place) wants a user name and password, or rejected those it was given (407)",
      "http://\(Self.secret)%20x@\(proxy.place)")
    // "svc:Winter2025! x"
    let field = "Proxy-Authorization: Basic c3ZjOldpbnRlcjIwMjUhIHg="
    #expect(proxy.heads.allSatisfy { $0.contains(field) })
  }

  @Test("that hangs up, or speaks another tongue, is not the platform")
  func confused() throws {
    let deaf = try ScriptedServer { _ in }
    defer { deaf.stop() }
    try expect("The connection to the proxy \(deaf.place) was lost", deaf.origin)
    let plain = try ScriptedServer(readsHeads: false) { try $0.send("HTTP/1.1 400 No\r\n\r\n") }
    defer { plain.stop() }
    try expect(
      "No secure connection to the proxy \(plain.place); does it support TLS 1.2 or newer?",
      "https://\(plain.place)")
  }

  @Test("that speaks SOCKS and does not connect says what it may")
  func socks() throws {
    let answers: [([UInt8], String)] = [
      ([5, 0, 5, 2, 0, 1, 0, 0, 0, 0, 0, 0], "refused to connect to platform.invalid:443"),
      ([5, 0, 5, 5, 0, 1, 0, 0, 0, 0, 0, 0], "could not reach platform.invalid:443"),
      ([5, 255], "wants a user name and password, or rejected those it was given"),
    ]
    for (answer, words) in answers {
      let proxy = try ScriptedServer(readsHeads: false) { connection in
        _ = try connection.socket.read()
        try connection.send(Array(answer.prefix(2)))
        if answer.count > 2 { _ = try connection.socket.read() }
        try connection.send(Array(answer.dropFirst(2)))
        connection.hold()
      }
      defer { proxy.stop() }
      try expect("The proxy \(proxy.place) \(words)", "socks5h://\(proxy.place)")
    }
  }
}

extension SecureSocketTests {
  @Suite("A proxy that is spoken to through TLS", .inTurn)
  struct SecureProxyTests {
    private func reason(_ proxy: SecureServer, caFile: String?, caFolder: String?) throws -> String
    {
      try EngineHarness("https://platform.invalid") { configuration in
        configuration.transfers.caFile = caFile
        configuration.transfers.caFolder = caFolder
        configuration.transfers.proxies = ProxyEnvironment([
          "https_proxy": "https://svc:Winter2025!@127.0.0.1:\(proxy.port)"
        ])
      }.runToEnding().reason
    }

    @Test("has a certificate of its own to answer for", arguments: StreamTests.flaws)
    func flawed(_ flaw: StreamTests.Flaw) throws {
      let proxy = try SecureServer(names: flaw.names, days: flaw.days)
      defer { proxy.stop() }
      let caFile = flaw.isTrusted ? proxy.certificate : nil
      #expect(
        try reason(proxy, caFile: caFile, caFolder: nil)
          == "The certificate of the proxy 127.0.0.1:\(proxy.port) is not trusted: \(flaw.words)")
    }

    @Test("is vouched for by the same authorities as the platform", arguments: [false, true])
    func trusted(isFolder: Bool) throws {
      let proxy = try SecureServer()
      defer { proxy.stop() }
      let folder = try isFolder ? proxy.hashedFolder() : nil
      let wire = proxy.wire
      Thread.detachNewThread {
        if wire.readHead().hasPrefix("CONNECT platform.invalid:443 ") {
          wire.send(Array("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".utf8))
        }
      }
      let caFile = isFolder ? nil : proxy.certificate
      #expect(
        try reason(proxy, caFile: caFile, caFolder: folder)
          == "The proxy 127.0.0.1:\(proxy.port) refused to connect to platform.invalid:443 (403)")
    }

    @Test("a folder of certificates serves the platform too")
    func folder() throws {
      let server = try SecureServer()
      defer { server.stop() }
      let folder = try server.hashedFolder()
      let wire = server.wire
      Thread.detachNewThread {
        if !wire.readHead().isEmpty {
          wire.send(Array("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".utf8))
        }
      }
      let ending = try EngineHarness("https://127.0.0.1:\(server.port)") {
        $0.transfers.caFolder = folder
      }.runToEnding()
      #expect(ending.reason.contains("(503)"), "\(ending.reason)")
    }
  }
}
