import FlyingSocks
import Glibc
import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

@Suite("Where the stream and the reads go")
struct ReachTests {
  /// Whether this machine has `::1`.
  static let hasIPv6 = (try? ScriptedServer(isIPv6: true) { _ in })?.stop() != nil

  private static let page = #"{"items":[],"has_more":false}"#

  @Test("an IPv6 address in its brackets", .enabled(if: hasIPv6))
  func addressOfIPv6() throws {
    let server = try ScriptedServer(isIPv6: true) { connection in
      guard connection.target.hasSuffix("/events/stream") else {
        return try connection.answer("200 OK", Self.page)
      }
      try connection.beginStream()
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.services]))
    try harness.run("both are answered") { $0.phases.last == .open && !$0.parts.isEmpty }
    #expect(server.heads.allSatisfy { $0.contains("\r\nHost: [::1]:\(server.port)\r\n") })
  }

  @Test("an IPv6 address that nobody listens at", .enabled(if: hasIPv6))
  func refusedOverIPv6() throws {
    let port = try HeldPort(isIPv6: true)
    let ending = try EngineHarness("http://[::1]:\(port.number)").runToEnding()
    #expect(ending.reason == "Connection refused by [::1]:\(port.number)")
    #expect(ending.until != nil)
  }

  @Test("a name of both families leads to whoever listens", arguments: [false, true])
  func bothFamilies(isIPv6: Bool) throws {
    guard !isIPv6 || Self.hasIPv6 else { return }
    let server = try ScriptedServer(isIPv6: isIPv6) { connection in
      try connection.beginStream()
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness("http://localhost:\(server.port)")
    try harness.run("it opens or ends") { $0.phases.last == .open || $0.ending != nil }
    // Where the system knows `localhost` by one family only, the other one is refused.
    if harness.phases.last != .open {
      #expect(harness.ending?.reason.hasPrefix("Connection refused by localhost") == true)
    }
  }

  @Test("a read that nobody listens to is made again")
  func refusedRead() throws {
    let port = try HeldPort()
    let harness = try EngineHarness("http://127.0.0.1:\(port.number)") { $0.opensStream = false }
    let before = harness.now
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { !$0.failures.isEmpty }
    #expect(harness.failures[0].reason == "Connection refused by 127.0.0.1:\(port.number)")
    #expect(try #require(harness.failures[0].retryAt) >= before.advanced(milliseconds: 30_000))
  }

  @Test("a read's token does not go along to another origin")
  func redirectedRead() throws {
    let other = try ScriptedServer { try $0.answer("200 OK", Self.page) }
    defer { other.stop() }
    for location in ["\(other.origin)/v1", "http://localhost:\(other.port)/", "//[::1]:1/"] {
      let server = try ScriptedServer { connection in
        try connection.answer("308 Permanent Redirect", fields: ["Location: \(location)"])
      }
      defer { server.stop() }
      let harness = try EngineHarness(server.origin) { $0.opensStream = false }
      harness.commands.post(.read([.services]))
      try harness.run("it fails") { !$0.failures.isEmpty }
      #expect(harness.failures[0].reason.contains("must not get the token"))
      #expect(server.heads.count == 1)
    }
    #expect(other.heads.isEmpty)
  }

  @Test("a ring of redirects of a read is left")
  func ring() throws {
    let server = try ScriptedServer { connection in
      try connection.answer("302 Found", fields: ["Location: \(connection.target)"])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { $0.opensStream = false }
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { !$0.failures.isEmpty }
    #expect(harness.failures[0].reason.contains("keeps redirecting"))
    #expect(harness.failures[0].retryAt != nil)
    #expect(server.heads.count == 6)
  }
}
