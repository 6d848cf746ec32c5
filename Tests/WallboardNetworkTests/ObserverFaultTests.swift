import Foundation
import Glibc
import Synchronization
import Testing
import TestSupport
@testable import WallboardEvents
@testable import WallboardNetwork
import WallboardPlatform
import WallboardWire

/// What may go wrong on a followed call's socket, byte by byte; how it may end politely is in
/// ``ObserverEndTests``.
@Suite("A followed call's socket that misbehaves", .inTurn)
struct ObserverFaultTests {
  @Test("a handshake cut at any byte opens nothing", arguments: [false, true])
  func cutHandshake(isReset: Bool) throws {
    let server = try observerServer { connection in
      let answer = Array(connection.acceptance.utf8)
      try connection.send(Array(answer.prefix(connection.cut)))
      if isReset { connection.endWithReset() }
    }
    defer { server.stop() }
    let length = ServerConnection.acceptanceLength
    for cut in stride(from: 0, to: length, by: 1) {
      let harness = try SocketHarness("ws://\(server.place)/\(cut)")
      switch try harness.runToEnd() {
      case .transport, .handshake: break
      case .closed, .refused: Issue.record("at \(cut): \(String(describing: harness.end))")
      }
      #expect(!harness.isOpen)
    }
  }

  @Test("a handshake and a message that come byte by byte are one message")
  func drips() throws {
    let server = try observerServer { connection in
      let frame = ServerConnection.frame(0x1, Array(userTranscript("hello").utf8))
      for byte in Array(connection.acceptance.utf8) + frame { try connection.send([byte]) }
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("the line comes") { $0.observed.count == 1 }
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
  }

  @Test("a head without an end is left", arguments: FloodTests.heads)
  func endlessHead(_ flood: FloodTests.Flood) throws {
    let server = try observerServer { connection in
      try connection.send(flood.start)
      let piece = Array(String(repeating: flood.piece, count: 64).utf8)
      while true { try connection.send(piece) }
    }
    defer { server.stop() }
    let harness = try SocketHarness(
      "ws://\(server.place)/", handshakeLimit: .milliseconds(500))
    switch try harness.runToEnd() {
    case .transport, .handshake: break
    case .closed, .refused: Issue.record("\(String(describing: harness.end))")
    }
    #expect(!harness.isOpen)
  }

  @Test("who does not prove that it understood the handshake is not listened to")
  func wrongAccept() throws {
    let server = try observerServer { connection in
      let wrong = connection.acceptance.replacing(
        ServerConnection.acceptKey(in: connection.head), with: "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
      try connection.send(wrong)
      try connection.sendText(userTranscript("hello"))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.kind == "waiting")
    #expect(ending.reason.contains("did not prove"), "\(ending.reason)")
    #expect(harness.observed.isEmpty)
  }

  @Test("a redirect elsewhere is not followed, and the token does not go along")
  func redirectAway() throws {
    let other = try ScriptedServer { try $0.answer("200 OK") }
    defer { other.stop() }
    for location in [
      "http://\(other.place)/", "ws://\(other.place)/", "//localhost:\(other.port)/",
    ] {
      let server = try observerServer { connection in
        try connection.answer("307 There", fields: ["Location: \(location)"])
      }
      defer { server.stop() }
      let harness = try EngineHarness(server.origin)
      try harness.follow()
      let ending = try harness.runToObserverEnding()
      #expect(ending.kind == "waiting")
      #expect(ending.reason.contains("\(other.port)"), "\(ending.reason)")
    }
    #expect(other.heads.isEmpty)
  }

  struct Violation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let code: Int
  }

  static let violations = [
    Violation(testDescription: "compressed", bytes: [0xC1, 0x02, 0x41, 0x41], code: 1002),
    Violation(testDescription: "masked", bytes: [0x81, 0x81, 0, 0, 0, 0, 0x41], code: 1002),
    Violation(testDescription: "of no known opcode", bytes: [0x83, 0x00], code: 1002),
    Violation(testDescription: "a long ping", bytes: [0x89, 0x7E, 0x00, 0x7E], code: 1002),
    Violation(testDescription: "half a ping", bytes: [0x09, 0x00], code: 1002),
    Violation(testDescription: "a rest without a start", bytes: [0x80, 0x00], code: 1002),
    Violation(testDescription: "no UTF-8", bytes: [0x81, 0x02, 0xC3, 0x28], code: 1007),
    Violation(
      testDescription: "of a terabyte", bytes: [0x81, 0x7F, 0, 0, 1, 0, 0, 0, 0, 0], code: 1009),
    Violation(
      testDescription: "of a negative length",
      bytes: [0x81, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], code: 1002),
  ]

  @Test(
    "a frame against the rules is answered with its code, and it is connected anew",
    arguments: violations)
  func violates(_ violation: Violation) throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      guard connection.isFirst else { return connection.hold() }
      try connection.sendText(userTranscript("hello"))
      try connection.send(violation.bytes)
      #expect(try connection.awaitClose() == violation.code)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.kind == "waiting")
    #expect(ending.reason.contains("rules of WebSocket"), "\(ending.reason)")
    #expect(harness.observed.count == 1)
    harness.commands.post(.retryNow)
    try harness.run("it opens again") { $0.observerPhases().last == .open }
  }

  @Test("a message without an end is refused at its limit")
  func endlessFragments() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      let piece = Array(repeating: UInt8(ascii: "x"), count: 1_000)
      try connection.send(ServerConnection.frame(0x1, piece, isFinal: false))
      for _ in 0..<1_200 {
        try connection.send(ServerConnection.frame(0x0, piece, isFinal: false))
      }
      #expect(try connection.awaitClose() == 1009)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    let ending = try harness.runToObserverEnding()
    #expect(ending.reason.contains("rules of WebSocket"), "\(ending.reason)")
    #expect(harness.observed.isEmpty)
  }

  @Test("fragments of nothing cost nothing")
  func emptyFragments() throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      let line = Array(userTranscript("hello").utf8)
      try connection.send(ServerConnection.frame(0x1, line, isFinal: false))
      let nothing = Array(repeating: [UInt8]([0x00, 0x00]), count: 1_000).flatMap(\.self)
      for _ in 0..<200 { try connection.send(nothing) }
      try connection.send(ServerConnection.frame(0x0, []))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    try harness.run("the line comes") { $0.observed.count == 1 }
  }

  @Test("a flood of pings that nobody reads the answers to holds nothing up")
  func pings() throws {
    let sent = Mutex(0)
    let isFull = Latch()
    let server = try observerServer { connection in
      try connection.upgrade()
      let ping = ServerConnection.frame(0x9, Array(repeating: 0x41, count: 125))
      let pings = Array(repeating: ping, count: 100).flatMap(\.self)
      Thread.detachNewThread {
        for _ in 0..<500 {
          try? connection.send(pings)
          sent.withLock { $0 += 1 }
        }
        try? connection.sendText(userTranscript("hello"))
      }
      try isFull.wait()
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    var standstill = Standstill()
    try harness.run("nothing goes any more") { _ in
      standstill.isReached(at: sent.withLock { $0 })
    }
    isFull.open()
    try harness.run("the line comes") { $0.observed.count == 1 }
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
  }

  @Test(
    "one that hangs up at once is asked no more than the back-off has it",
    arguments: [nil, 1012, 1013] as [Int?])
  func hangsUp(code: Int?) throws {
    let server = try observerServer { connection in
      try connection.upgrade()
      if let code { try connection.sendClose(code) }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.follow()
    for count in 1...60 {
      _ = try harness.runToObserverEnding(count)
      // A person's impatience, so that the test need not wait as long as the board does.
      harness.commands.post(.retryNow)
    }
    let waits = harness.observerWaits
    let least: Int64 = code == 1013 ? 5_500 : 500
    // What is rounded away between two looks at the clock.
    #expect(waits.allSatisfy { (least - 5...35_005).contains($0) }, "\(waits)")
    // From the eighth on each is drawn from nothing to half a minute: forty of them take minutes.
    #expect(waits.dropFirst(8).prefix(40).reduce(0, +) > 180_000, "\(waits)")
    #expect(waits.contains { $0 < 12_000 } && waits.contains { $0 > 20_000 }, "\(waits)")
  }

  @Test("a thousand short feeds in a row are a thousand failures", arguments: [0, 4_999, 59_999])
  func thousand(lifetime milliseconds: Int) {
    let lifetime = Duration.milliseconds(milliseconds)
    var generator = SystemRandomNumberGenerator()
    var backoff = Backoff(base: ObserverConnection.firstWait)
    var (clock, attempts): (Duration, [Duration]) = (.zero, [])
    for _ in 0..<1_000 {
      attempts.append(clock)
      clock += lifetime
      backoff.noteConnection(lasting: lifetime)
      switch RetryPolicy.observer(after: .closed(1012, reason: nil), misses: 0).next {
      case .backOff(let least): clock += least + backoff.nextDelay(using: &generator)
      case .askAgain, .notFound, .refused, .ended: Issue.record("it is given up")
      }
    }
    #expect(clock - lifetime * 1_000 > .seconds(12_000))
    for (first, last) in zip(attempts.dropFirst(9), attempts.dropFirst(29)) {
      #expect(first + .seconds(60) < last)
    }
  }
}

extension EngineHarness {
  /// How long the feed was to be left alone after each attempt, in milliseconds.
  fileprivate var observerWaits: [Int64] {
    heard.compactMap { action in
      guard case .observer(let change) = action, case .waiting(let until, _, _) = change.phase
      else { return nil }
      return until.milliseconds - change.at.milliseconds
    }
  }
}

extension ServerConnection {
  /// The whole answer that accepts the upgrade.
  fileprivate var acceptance: String { Self.acceptance(Self.acceptKey(in: head)) }

  /// How many bytes that has.
  fileprivate static let acceptanceLength =
    acceptance(String(repeating: "A", count: 28)).utf8.count

  private static func acceptance(_ key: String) -> String {
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      + "Sec-WebSocket-Accept: \(key)\r\n\r\n"
  }

  /// The number that is the target.
  fileprivate var cut: Int { Int(target.dropFirst()) ?? 0 }
}
