import Foundation
import Testing
import TestSupport
import WallboardEvents
import WallboardNetwork
import WallboardPlatform

@Suite("A followed call", .inTurn)
struct ObserverTests {
  private static let sessionEnd = #"{"type":"session_end"}"#

  @Test("is asked for as the contract says, beside the stream, and what is said comes")
  func follows() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      try connection.sendText(userTranscript("hello"))
      try connection.send(ServerConnection.frame(0x2, Array(userTranscript("there").utf8)))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin + "/gateway")
    try harness.follow()
    try harness.run("both lines come") { $0.observed.count == 2 && $0.phases.last == .open }
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
    #expect(harness.observed.allSatisfy { $0.callSID.rawValue == EngineHarness.call })
    let head = try #require(server.observerHeads.first)
    let path = "/gateway/v1/\(EngineHarness.workspace)/observers/\(EngineHarness.call)/ws"
    #expect(head.hasPrefix("GET \(path) HTTP/1.1\r\n"))
    #expect(head.contains("Sec-WebSocket-Protocol: auth, \(EngineHarness.token)\r\n"))
    #expect(!head.contains("Authorization"))
  }

  @Test("can be asked for with the header field, and on another host")
  func headerMode() throws {
    let stream = try observerServer { _ in }
    defer { stream.stop() }
    let server = try ScriptedServer { connection in
      try connection.upgrade(subprotocol: nil)
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(stream.origin) { configuration in
      configuration.observerAuthentication = .header
      configuration.endpoints = PlatformEndpoints(
        address: configuration.endpoints.address, workspace: configuration.endpoints.workspace,
        observerAddress: try PlatformAddress(webSocket: "ws://127.0.0.1:\(server.port)/o"))
    }
    try harness.follow()
    try harness.run("it opens") { $0.observerPhases().last == .open }
    let head = try #require(server.heads.first)
    #expect(head.hasPrefix("GET /o/v1/"))
    #expect(head.contains("\r\nAuthorization: Bearer \(EngineHarness.token)\r\n"))
    #expect(!head.contains("Sec-WebSocket-Protocol"))
  }

  @Test("a server that selects no sub-protocol is tolerated, one that was not offered is not")
  func subprotocols() throws {
    let server = try observerServer { connection in
      try connection.upgrade(subprotocol: connection.target.contains("CA7") ? nil : "chat")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow("CA7")
    try harness.run("it opens") { $0.observerPhases("CA7").last == .open }
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.kind == "waiting")
    #expect(ending.reason.contains("rules of WebSocket"), "\(ending.reason)")
  }

  @Test("a token that does not fit is not sent, and it is said why")
  func unsendableToken() throws {
    let token = "key/with:marks=="
    let server = try observerServer { _ in Issue.record("nothing is to be sent") }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { configuration in
      configuration.transfers.credential = try Credential(token: token)
    }
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.kind == "refused")
    #expect(ending.reason.contains("“/” “:” “=”"), "\(ending.reason)")
    #expect(!ending.reason.contains(token))
    #expect(server.observerHeads.isEmpty)
  }

  @Test(
    "a message that is no event costs only itself", arguments: ["{", "[]", "5", "{}", "", "\u{1}"])
  func garbage(message: String) throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      try connection.sendText(message)
      try connection.send(ServerConnection.frame(0x2, [0xFF, 0xFE]))
      try connection.sendText(userTranscript("hello"))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("the line comes") { $0.observed.count == 1 }
    #expect(harness.observedMalformed.count == 2)
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
  }

  @Test("a broken rule of WebSocket ends the connection, and another is made")
  func violation() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      guard connection.isFirst else { return connection.hold() }
      try connection.send([0xC1, 0x00])
      #expect(try connection.awaitClose() == 1002)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.kind == "waiting")
    #expect(ending.reason.contains("rules of WebSocket"), "\(ending.reason)")
    harness.commands.post(.retryNow)
    try harness.run("it opens again") { $0.observerPhases().last == .open }
  }

  @Test("the end of the session ends it, politely and for good")
  func sessionEnds() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      try connection.sendText(Self.sessionEnd)
      #expect(try connection.awaitClose() == 1000)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    #expect(try harness.runToObserverEnding() == .ended)
    harness.commands.post(.retryNow)
    for _ in 0..<5 { try harness.turn() }
    harness.collect()
    #expect(server.observerHeads.count == 1)
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open, .ended])
    #expect(harness.observed.count == 1)
  }

  @Test("that is given up is closed politely, and nothing more is told of it")
  func unfollow() throws {
    let other = "CA2"
    let closed = Latch()
    let server = try observerServer { connection in
      try connection.upgrade()
      try connection.sendText(userTranscript("hello"))
      guard !connection.target.contains(other) else { return connection.hold() }
      #expect(try connection.awaitClose() == 1000)
      closed.open()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("the line comes") { $0.observed.count == 1 }
    try harness.unfollow()
    try harness.follow(other)
    try harness.run("the other call's line comes") { $0.observed.count == 2 && closed.isOpen }
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
    #expect(harness.observerPhases(other) == [.connecting(attempt: 1), .open])
  }

  @Test("that is given up and wanted again begins anew")
  func followAgain() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      _ = try connection.awaitClose()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("it opens") { $0.observerPhases().last == .open }
    try harness.unfollow()
    try harness.follow()
    try harness.run("it opens again") { $0.observerPhases().count == 4 }
    #expect(
      harness.observerPhases() == [
        .connecting(attempt: 1), .open, .connecting(attempt: 1), .open,
      ])
  }

  @Test("four at once, each with its own words, while the stream and the reads go on")
  func fourAtOnce() throws {
    let lines = 300
    let server = try ScriptedServer { connection in
      switch connection.target {
      case let target where target.hasSuffix("/events/stream"):
        try connection.beginStream()
        for id in 0..<lines { try connection.send(callStarted(id: EventStreamTests.firstID + id)) }
        connection.hold()
      case let target where target.hasSuffix("/ws"):
        try connection.upgrade()
        for line in 0..<lines { try connection.sendText(userTranscript("\(line)")) }
        connection.hold()
      default: try connection.answer("200 OK", #"{"items":[],"has_more":false}"#)
      }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let calls = (1...4).map { "CA\($0)" }
    for call in calls { try harness.follow(call) }
    try harness.run("all comes") { harness in
      harness.commands.post(.read([.services]))
      return harness.observed.count == 4 * lines && harness.events.count == lines
    }
    for call in calls {
      #expect(harness.observed.filter { $0.callSID.rawValue == call }.count == lines)
      #expect(harness.observerPhases(call) == [.connecting(attempt: 1), .open])
    }
    #expect(harness.phases == [.connecting(attempt: 1), .open])
    try harness.follow("CA5")
    for _ in 0..<5 { try harness.turn() }
    #expect(!server.heads.contains { $0.contains("CA5") }, "no more than four")
  }

  @Test("a reader that is slower than the call holds it back, and loses nothing")
  func backPressure() throws {
    let count = 5_000
    let server = try observerServer { connection in
      try connection.upgrade()
      for first in stride(from: 0, to: count, by: 50) {
        try connection.send(
          (first..<first + 50).flatMap {
            ServerConnection.frame(0x1, Array(userTranscript("\($0)").utf8))
          })
      }
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin, capacity: 50) {
      $0.observerSilenceLimit = .milliseconds(200)
    }
    try harness.follow()
    try harness.run("the first come") { !$0.observed.isEmpty }
    let start = ContinuousClock.now
    var laps = 0
    while start.duration(to: .now) < .milliseconds(500) {
      try harness.turn()
      laps += 1
    }
    #expect(laps < 300, "it does not spin while it waits")
    let before = harness.observed.count
    harness.collect()
    #expect(harness.observed.count - before <= 400)
    try harness.run("all come") { $0.observed.count == count }
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
  }
}

extension ServerConnection {
  /// Whether this is the first request for an observer: the stream's came before.
  var isFirst: Bool { number <= 1 }
}
