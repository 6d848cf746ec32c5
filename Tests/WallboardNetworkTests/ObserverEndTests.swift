import Foundation
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardNetwork
import WallboardPlatform

@Suite("How a followed call's feed ends", .inTurn)
struct ObserverEndTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: Int
    let kind: String
    var atLeast = 0
    let words: String
    var testDescription: String { "\(code)" }
  }

  /// Contract 1.4, line by line.
  static let codes = [
    Case(code: 1000, kind: "ended", words: ""),
    Case(code: 1008, kind: "refused", words: "1008"),
    Case(code: 3003, kind: "refused", words: "does not belong to this workspace"),
    Case(code: 4001, kind: "refused", words: "rejected"),
    Case(code: 4003, kind: "refused", words: "does not give access to this call"),
    Case(code: 4100, kind: "refused", words: "has expired"),
    Case(code: 4403, kind: "refused", words: "does not give access to this call"),
    Case(code: 1013, kind: "waiting", atLeast: 5, words: "try again later"),
    Case(code: 4029, kind: "waiting", atLeast: 5, words: "Too many calls"),
    Case(code: 4004, kind: "waiting", atLeast: 1, words: "does not know this call"),
    Case(code: 1001, kind: "waiting", words: "1001"),
    Case(code: 1011, kind: "waiting", words: "1011"),
    Case(code: 1012, kind: "waiting", words: "1012"),
    Case(code: 4000, kind: "waiting", words: "4000"),
    Case(code: 4999, kind: "waiting", words: "4999"),
  ]

  @Test("every close code has its consequence and its sentence", arguments: codes)
  func closes(_ close: Case) throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      try connection.sendClose(close.code, reason: "because \(EngineHarness.token)")
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let before = harness.now
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    try expect(ending, close, since: before)
    #expect(close.kind == "ended" || ending.reason.hasSuffix(": because [token]"))
    #expect(harness.observerPhases().prefix(2) == [.connecting(attempt: 1), .open])
  }

  private func expect(_ ending: ObserverPhase, _ expected: Case, since before: Timestamp) throws {
    #expect(ending.kind == expected.kind, "\(ending)")
    #expect(
      expected.words.isEmpty || ending.reason.contains(expected.words), "\(ending.reason)")
    guard expected.kind == "waiting" else { return }
    let until = try #require(ending.until)
    #expect(until >= before.advanced(milliseconds: Int64(expected.atLeast) * 1_000))
  }

  @Test("a close frame without a code, and none at all, are waited out", arguments: [true, false])
  func withoutCode(frame: Bool) throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      if frame { try connection.sendClose(nil) }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.kind == "waiting")
    #expect(ending.reason.contains(frame ? "1005" : "was lost"), "\(ending.reason)")
  }

  @Test("cut in mid-frame it is taken up again, and the gap can be told")
  func cut() throws {
    let server = try observerServer { connection in
      let line = ServerConnection.frame(0x1, Array(userTranscript("hello").utf8))
      try connection.upgrade(and: line + (connection.isFirst ? line.dropLast(3) : []))
      if !connection.isFirst { connection.hold() }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    _ = try harness.runToObserverEnding()
    #expect(harness.observed.count == 1)
    harness.commands.post(.retryNow)
    try harness.run("it opens again") { $0.observed.count == 2 }
    #expect(
      harness.observerPhases().map(\.kind) == [
        "connecting", "open", "waiting", "connecting", "open",
      ])
  }

  @Test("it is taken up again by itself")
  func reconnects() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      if !connection.isFirst { connection.hold() }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("it opens again") { $0.observerPhases().filter { $0 == .open }.count == 2 }
    #expect(harness.observerPhases().count == 5)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let status: String
    var fields: [String] = []
    var body = ""
    let kind: String
    var atLeast = 0
    let words: String
    var testDescription: String { status + fields.joined() }
  }

  static let refusals = [
    Refusal(
      status: "401 Unauthorized", body: #"{"detail":"Bearer the-secret-token is unknown"}"#,
      kind: "refused", words: "Bearer [token] is unknown"),
    Refusal(status: "403 Forbidden", kind: "refused", words: "403"),
    Refusal(status: "404 Not Found", kind: "waiting", atLeast: 1, words: "does not know this call"),
    Refusal(status: "400 Bad Request", kind: "waiting", atLeast: 60, words: "400"),
    Refusal(status: "426 Upgrade Required", kind: "waiting", atLeast: 60, words: "426"),
    Refusal(
      status: "429 Too Many Requests", fields: ["Retry-After: 40"], kind: "waiting", atLeast: 40,
      words: "429"),
    Refusal(status: "429 Too Many Requests", kind: "waiting", atLeast: 5, words: "429"),
    Refusal(
      status: "503 Service Unavailable", fields: ["Retry-After: 50"], kind: "waiting", atLeast: 50,
      words: "503"),
    Refusal(status: "503 Service Unavailable", kind: "waiting", atLeast: 5, words: "503"),
    Refusal(status: "500 Internal Server Error", kind: "waiting", words: "500"),
    Refusal(status: "200 OK", body: "<html>", kind: "waiting", atLeast: 60, words: "200"),
    Refusal(status: "302 Found", kind: "waiting", atLeast: 60, words: "302"),
    Refusal(
      status: "307 There", fields: ["Location: https://example.org/"], kind: "waiting",
      atLeast: 60, words: "https://example.org"),
  ]

  @Test("every refusal of the upgrade has its consequence and its sentence", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let server = try observerServer { connection in
      try connection.answer(refusal.status, refusal.body, fields: refusal.fields)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let before = harness.now
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    let expected = Case(
      code: 0, kind: refusal.kind, atLeast: refusal.atLeast, words: refusal.words)
    try expect(ending, expected, since: before)
    #expect(server.observerHeads.count == 1)
    #expect(!harness.observerPhases().contains(.open))
  }

  @Test("a redirect within the origin is followed, with the token")
  func redirect() throws {
    let server = try observerServer { connection in
      guard connection.target != "/elsewhere" else {
        try connection.upgrade()
        return connection.hold()
      }
      let place = "ws://\(connection.field("Host") ?? "")/elsewhere"
      try connection.answer("307 There", fields: ["Location: \(place)"])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("it opens") { $0.observerPhases().last == .open }
    #expect(server.observerHeads.allSatisfy { $0.contains("auth, \(EngineHarness.token)\r\n") })
    #expect(server.observerHeads.count == 2)
  }

  @Test("a ring of redirects is left")
  func ring() throws {
    let server = try observerServer { connection in
      try connection.answer("302 Found", fields: ["Location: /\(connection.number)"])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    #expect(try harness.runToObserverEnding().reason.contains("keeps redirecting"))
    #expect(server.observerHeads.count == 6)
  }

  @Test("a call that stays unknown is asked for a few times, then it is not found")
  func unknownCall() throws {
    let server = try observerServer { connection in
      guard connection.number % 2 == 0 else { return try connection.answer("404 Not Found") }
      try connection.upgrade()
      try connection.sendClose(4004)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("it is given up") { $0.observerPhases().last?.kind == "not found" }
    #expect(server.observerHeads.count == RetryPolicy.mostMisses + 1)
    let changes = harness.heard.compactMap { input -> ObserverChange? in
      if case .observer(let change) = input { change } else { nil }
    }
    // Whether the first answer opens a feed depends on who is first: this, or the stream.
    let firstEnd = try #require(changes.firstIndex { $0.phase.kind == "waiting" })
    let unknown = changes.map(\.isCallUnknown)
    #expect(unknown[..<firstEnd].allSatisfy { !$0 } && unknown[firstEnd...].allSatisfy { $0 })
    harness.commands.post(.retryNow)
    try harness.run("a person may ask again") { _ in
      server.observerHeads.count == RetryPolicy.mostMisses + 2
    }
  }

  @Test("nobody listens there")
  func nobodyListens() throws {
    let server = try observerServer { _ in }
    let gone = try HeldPort()
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { configuration in
      configuration.endpoints = PlatformEndpoints(
        address: configuration.endpoints.address, workspace: configuration.endpoints.workspace,
        observerAddress: try PlatformAddress(webSocket: "ws://127.0.0.1:\(gone.number)"))
    }
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.reason == "Connection refused by 127.0.0.1:\(gone.number)")
    #expect(ending.kind == "waiting")
  }
}
