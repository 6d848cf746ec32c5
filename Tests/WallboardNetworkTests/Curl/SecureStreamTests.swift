import Foundation
import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

extension SecureSocketTests {
  @Suite("The stream and the reads through TLS, proxies and names", .inTurn)
  struct StreamTests {
    struct Flaw: CustomTestStringConvertible, Sendable {
      let testDescription: String
      var names = "IP:127.0.0.1"
      var days = 1
      var isTrusted = true
      /// What the board says after "is not trusted: ".
      let words: String
    }

    static let flaws = [
      Flaw(
        testDescription: "expired", days: -1,
        words: "it has expired; is this machine's clock right?"),
      Flaw(
        testDescription: "another host", names: "DNS:elsewhere.example",
        words: "it is for another host; is the address right?"),
      Flaw(
        testDescription: "unknown authority", isTrusted: false,
        words: "no trusted authority issued it; if it is right, add its authority with ca_file"),
    ]

    /// Begins the stream, or a read alone, and goes on until something comes of it.
    private func start(
      _ server: SecureServer, isTrusted: Bool = true, readsOnly: Bool = false,
      proxies: [String: String] = [:]
    ) throws -> EngineHarness {
      let harness = try EngineHarness("https://127.0.0.1:\(server.port)") { configuration in
        configuration.transfers.caFile = isTrusted ? server.certificate : nil
        configuration.opensStream = !readsOnly
        configuration.transfers.proxies = ProxyEnvironment(proxies)
      }
      if readsOnly { harness.commands.post(.read([.services])) }
      try harness.run("it opens or ends") { harness in
        harness.phases.last == .open || harness.ending != nil || !harness.failures.isEmpty
          || !harness.parts.isEmpty
      }
      return harness
    }

    private func serve(_ server: SecureServer, _ text: String) -> Latch {
      let isRead = Latch()
      let wire = server.wire
      Thread.detachNewThread {
        guard !wire.readHead().isEmpty else { return }
        isRead.open()
        wire.send(Array(text.utf8))
      }
      return isRead
    }

    private static let stream =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
      + callStarted(id: EventStreamTests.firstID)

    @Test("a trusted platform is spoken to")
    func trusted() throws {
      let server = try SecureServer()
      defer { server.stop() }
      _ = serve(server, Self.stream)
      let harness = try start(server)
      try harness.run("the event comes") { !$0.events.isEmpty }
    }

    @Test("a flaw of the certificate is told with what to do, and tried again", arguments: flaws)
    func flawed(_ flaw: Flaw) throws {
      let server = try SecureServer(names: flaw.names, days: flaw.days)
      defer { server.stop() }
      let isRead = serve(server, Self.stream)
      let harness = try start(server, isTrusted: flaw.isTrusted)
      let place = "127.0.0.1:\(server.port)"
      let ending = try #require(harness.ending)
      #expect(ending.reason == "The certificate of \(place) is not trusted: \(flaw.words)")
      #expect(ending.until != nil)
      #expect(!isRead.isOpen)
    }

    @Test("and so it is for a read", arguments: flaws)
    func flawedRead(_ flaw: Flaw) throws {
      let server = try SecureServer(names: flaw.names, days: flaw.days)
      defer { server.stop() }
      let isRead = serve(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
      let harness = try start(server, isTrusted: flaw.isTrusted, readsOnly: true)
      let failure = try #require(harness.failures.first)
      #expect(failure.reason.hasSuffix(" is not trusted: \(flaw.words)"), "\(failure.reason)")
      #expect(failure.retryAt != nil)
      #expect(!isRead.isOpen)
    }

    @Test("and so it is for a followed call", arguments: flaws)
    func flawedObserver(_ flaw: Flaw) throws {
      let server = try SecureServer(names: flaw.names, days: flaw.days)
      defer { server.stop() }
      let isRead = serve(server, "HTTP/1.1 101 Switching Protocols\r\n\r\n")
      let harness = try EngineHarness("https://127.0.0.1:\(server.port)") { configuration in
        configuration.transfers.caFile = flaw.isTrusted ? server.certificate : nil
        configuration.opensStream = false
      }
      try harness.follow()
      let ending = try harness.runToObserverEnding()
      #expect(ending.kind == "waiting")
      #expect(ending.reason.hasSuffix(" is not trusted: \(flaw.words)"), "\(ending.reason)")
      #expect(!isRead.isOpen)
    }

    @Test("a file of certificates that is none is named")
    func noCertificates() throws {
      // libcurl looks for the file once somebody listens.
      let server = try ScriptedServer(readsHeads: false) { $0.hold() }
      defer { server.stop() }
      let harness = try EngineHarness("https://\(server.place)") { configuration in
        configuration.transfers.caFile = "/nowhere/at-all.pem"
      }
      let ending = try harness.runToEnding()
      #expect(ending.reason == "The certificate file /nowhere/at-all.pem cannot be read")
      #expect(ending.until != nil)
    }

    @Test("somebody who speaks no TLS gets no token", arguments: ["HTTP/1.1 200 OK\r\n\r\n", ""])
    func noTLS(_ greeting: String) throws {
      let server = try ScriptedServer(readsHeads: false) { try $0.send(greeting) }
      defer { server.stop() }
      let ending = try EngineHarness("https://\(server.place)").runToEnding()
      #expect(ending.reason.hasPrefix("No secure connection to \(server.place)"))
      #expect(ending.until != nil)
    }

    @Test("a name that nobody knows is waited out")
    func unknownName() throws {
      // No label may be so long (RFC 1035, 2.3.4): no resolver asks the network for it.
      let host = String(repeating: "a", count: 64) + ".invalid"
      let ending = try EngineHarness("https://\(host)").runToEnding()
      #expect(ending.reason == "No address was found for \(host)")
      #expect(ending.until != nil)
      let reads = try EngineHarness("https://\(host)") { $0.opensStream = false }
      reads.commands.post(.read([.services]))
      try reads.run("it fails") { !$0.failures.isEmpty }
      #expect(reads.failures[0].reason == "No address was found for \(host)")
      let calls = try EngineHarness("https://\(host)") { $0.opensStream = false }
      try calls.follow()
      let end = try calls.runToObserverEnding()
      #expect(end.kind == "waiting")
      #expect(end.reason == "No address was found for \(host)")
    }

    @Test("a proxy of the environment is asked for a tunnel to https, and gets no token")
    func proxyForHTTPS() throws {
      let proxy = try ScriptedServer { try $0.answer("502 Bad Gateway") }
      defer { proxy.stop() }
      let harness = try EngineHarness("https://platform.invalid") {
        $0.transfers.proxies = ProxyEnvironment(["https_proxy": proxy.origin])
      }
      let ending = try harness.runToEnding()
      #expect(
        ending.reason == "The proxy \(proxy.place) refused to connect to platform.invalid:443 (502)"
      )
      #expect(ending.until != nil)
      let head = try #require(proxy.heads.first)
      #expect(head.hasPrefix("CONNECT platform.invalid:443 HTTP/1.1\r\n"))
      #expect(!head.contains(EngineHarness.token))
    }

    @Test("a platform that the environment excepts from its proxy is spoken to itself")
    func exceptedFromProxy() throws {
      let proxy = try ScriptedServer { try $0.answer("502 Bad Gateway") }
      defer { proxy.stop() }
      let server = try SecureServer()
      defer { server.stop() }
      _ = serve(server, Self.stream)
      let harness = try start(
        server,
        proxies: ["https_proxy": proxy.origin, "no_proxy": "elsewhere.example,127.0.0.1"])
      try harness.run("the event comes") { !$0.events.isEmpty }
      #expect(proxy.heads.isEmpty)
    }

    @Test(
      "a proxy that is not there is told from a platform that is not",
      arguments: ["http", "socks4a", "socks5", "socks5h"])
    func noProxy(scheme: String) throws {
      let host = String(repeating: "a", count: 64) + ".invalid"
      let ending = try EngineHarness("https://platform.invalid") {
        $0.transfers.proxies = ProxyEnvironment(["https_proxy": "\(scheme)://\(host):3128"])
      }.runToEnding()
      #expect(ending.reason == "No address was found for the proxy \(host)")
      #expect(ending.until != nil)
    }

    @Test(
      "no proxy sees what goes to this machine in clear", arguments: ["http_proxy", "ALL_PROXY"])
    func proxyForHTTP(variable: String) throws {
      let proxy = try ScriptedServer { try $0.answer("502 Bad Gateway") }
      defer { proxy.stop() }
      let server = try ScriptedServer { connection in
        guard connection.target.hasSuffix("/events/stream") else {
          return try connection.answer("200 OK", #"{"items":[],"has_more":false}"#)
        }
        try connection.beginStream()
        connection.hold()
      }
      defer { server.stop() }
      let harness = try EngineHarness(server.origin) {
        $0.transfers.proxies = ProxyEnvironment([variable: proxy.origin])
      }
      harness.commands.post(.read([.services]))
      try harness.run("both are answered") { $0.phases.last == .open && !$0.parts.isEmpty }
      #expect(proxy.heads.isEmpty)
    }
  }
}
