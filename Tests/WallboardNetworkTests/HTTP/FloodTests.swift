import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork
import WallboardPlatform

/// Every one of these servers sends for ever: that an attempt ends at all is that it was bounded.
@Suite("Answers without an end", .inTurn)
struct FloodTests {
  struct Flood: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let start: String
    let piece: String
    var words = "is too large"
  }

  private static let field = "X-Field: " + String(repeating: "x", count: 1_000) + "\r\n"
  private static let ok = "HTTP/1.1 200 OK\r\n"
  private static let chunked = "Transfer-Encoding: chunked\r\n\r\n"

  static let heads = [
    Flood(testDescription: "fields", start: ok, piece: field),
    Flood(
      testDescription: "one field", start: ok + "X-Field: ",
      piece: String(repeating: "x", count: 1_000)),
    Flood(
      testDescription: "interim answers", start: "", piece: "HTTP/1.1 103 Early Hints\r\n\r\n"),
    Flood(
      testDescription: "a status line", start: "HTTP/1.1 200 ",
      piece: String(repeating: "x", count: 1_000)),
  ]

  @Test("a head without an end is left, and asked for again later", arguments: heads)
  func streamHead(_ flood: Flood) throws {
    let server = try ScriptedServer { try $0.flood(flood) }
    defer { server.stop() }
    let ending = try EngineHarness(server.origin).runToEnding()
    #expect(ending.reason == "The answer from \(server.place) is too large")
    #expect(ending.until != nil)
  }

  @Test("a read's head without an end is left, and asked for again later", arguments: heads)
  func readHead(_ flood: Flood) throws {
    let server = try ScriptedServer { try $0.flood(flood) }
    defer { server.stop() }
    let failure = try failedRead(server)
    #expect(failure.reason == "The answer from \(server.place) is too large")
    #expect(failure.retryAt != nil)
  }

  @Test(
    "an open stream that floods is left",
    arguments: [
      Flood(
        testDescription: "trailers", start: ": a\n\n\r\n0\r\n", piece: field,
        words: "is too large"),
      Flood(
        testDescription: "data lines", start: "",
        piece: "data: " + String(repeating: "x", count: 100) + "\n", words: "64 MiB"),
      Flood(testDescription: "a name", start: "event:", piece: "xxxxxxxxxxxxxxxx"),
      Flood(testDescription: "an id", start: "id:", piece: "1111111111111111"),
      Flood(testDescription: "a comment", start: ":", piece: "xxxxxxxxxxxxxxxx"),
    ])
  func stream(_ flood: Flood) throws {
    let isTrailer = flood.testDescription == "trailers"
    let server = try ScriptedServer { connection in
      let type = "Content-Type: text/event-stream\r\n"
      try connection.send(Self.ok + type + (isTrailer ? Self.chunked + "5\r\n" : "\r\n"))
      try connection.flood(flood)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let ending = try harness.runToEnding()
    #expect(harness.phases.contains(.open))
    #expect(ending.reason.contains(isTrailer ? flood.words : "64 MiB"), "\(ending.reason)")
    #expect(ending.until != nil)
  }

  @Test("a stream that unfolds to more than was sent is bounded by what it unfolds to")
  func bomb() throws {
    let server = try ScriptedServer { try $0.sendBomb("text/event-stream") }
    defer { server.stop() }
    let ending = try EngineHarness(server.origin).runToEnding()
    #expect(Self.isBounded(ending.reason, at: "64 MiB"), "\(ending.reason)")
    #expect(ending.until != nil)
  }

  /// Newer releases of libcurl do not even begin to unfold it.
  private static func isBounded(_ reason: String, at limit: String) -> Bool {
    reason.contains(limit) || reason.hasSuffix("sent a compressed answer, which was not asked for")
  }

  @Test("and so is a read")
  func readBomb() throws {
    let server = try ScriptedServer { try $0.sendBomb("application/json") }
    defer { server.stop() }
    let failure = try failedRead(server)
    let limit = "\(PlatformResponse.longestBody) bytes"
    #expect(Self.isBounded(failure.reason, at: limit), "\(failure.reason)")
    #expect(failure.retryAt != nil)
  }

  @Test(
    "a compressed stream, which nobody asked for, is not read as if it were none",
    arguments: ["gzip", "br", "x-gzip, Identity"])
  func compressed(coding: String) throws {
    let server = try ScriptedServer { connection in
      let type = "Content-Type: text/event-stream\r\n"
      try connection.send(Self.ok + type + "Content-Encoding: \(coding)\r\n\r\n")
      try connection.sendGzip { try connection.send($0) }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let ending = try harness.runToEnding()
    #expect(!harness.phases.contains(.open))
    #expect(ending.reason.contains("sent a compressed answer (\(coding))"), "\(ending.reason)")
    #expect(ending.until != nil)
    let failure = try failedRead(server)
    #expect(failure.reason.contains("sent a compressed answer (\(coding))"), "\(failure.reason)")
  }

  @Test(
    "an answer whose coding is none that compresses is read",
    arguments: ["Identity", "none", "", ",", "utf-8", "chunked, None"])
  func identity(coding: String) throws {
    let server = try ScriptedServer { connection in
      let field = "Content-Encoding: \(coding)"
      guard connection.target.hasSuffix("/events/stream") else {
        return try connection.answer("200 OK", #"{"items":[],"has_more":false}"#, fields: [field])
      }
      try connection.send(Self.ok + "Content-Type: text/event-stream\r\n\(field)\r\n\r\n:\n\n")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.services]))
    try harness.run("both are read") { $0.phases.last == .open && !$0.parts.isEmpty }
  }

  @Test("a coding in a field of its own counts, whatever the others say")
  func codingInTwoFields() throws {
    let server = try ScriptedServer { connection in
      let fields = "Content-Encoding: gzip\r\nContent-Encoding: none\r\n"
      try connection.send(Self.ok + "Content-Type: text/event-stream\r\n\(fields)\r\n")
      connection.hold()
    }
    defer { server.stop() }
    let ending = try EngineHarness(server.origin).runToEnding()
    #expect(ending.reason.contains("sent a compressed answer (gzip, none)"), "\(ending.reason)")
  }

  @Test("a compressed refusal is still told by its status")
  func compressedRefusal() throws {
    let server = try ScriptedServer { connection in
      try connection.answer("503 Busy", "\u{1f}", fields: ["Content-Encoding: gzip"])
    }
    defer { server.stop() }
    #expect(try EngineHarness(server.origin).runToEnding().reason.contains("(503)"))
  }

  private func failedRead(_ server: ScriptedServer) throws -> EngineHarness.Failure {
    let harness = try EngineHarness(server.origin) { $0.opensStream = false }
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { !$0.failures.isEmpty }
    return harness.failures[0]
  }
}

extension ServerConnection {
  fileprivate func flood(_ flood: FloodTests.Flood) throws {
    try send(flood.start)
    let piece = Array(String(repeating: flood.piece, count: 64).utf8)
    while true { try send(piece) }
  }

  /// Sends an answer that libcurl unfolds without being asked, for ever.
  fileprivate func sendBomb(_ type: String) throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n"
    try send(head + "Transfer-Encoding: gzip, chunked\r\n\r\n")
    try sendGzip { bytes in
      try send(String(bytes.count, radix: 16) + "\r\n")
      try send(bytes + Array("\r\n".utf8))
    }
  }

  /// Sends 159 times as many `x` as it sends bytes, for ever (RFC 1951, 3.2.6).
  fileprivate func sendGzip(over send: ([UInt8]) throws -> Void) throws {
    // A block that is not the last one, with fixed codes, and an "x".
    let start: [UInt8] = [0, 1, 0] + [1, 0, 1, 0, 1, 0, 0, 0]
    // The same 258 times more, from one byte before.
    let more: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]
    let bits = start + Array(repeating: more, count: 9).joined()
    let bytes = (0..<15).map { index in
      (0..<8).reduce(UInt8(0)) { $0 | bits[index * 8 + $1] << UInt8($1) }
    }
    try send([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3] + bytes[..<2])
    // 8 repetitions of 13 bits are 13 bytes.
    let piece = Array(Array(repeating: bytes[2...], count: 1_000).joined())
    while true { try send(piece) }
  }
}
