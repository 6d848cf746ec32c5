import Glibc
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardNetwork

@Suite("A stream that is refused")
struct RefusedStreamTests {
  enum Expected: Sendable {
    case waiting(atLeast: Int64)
    case refused
    case stopped
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let status: String
    var fields: [String] = []
    var type = "application/json"
    var body = ""
    let expected: Expected
    let words: String
    var testDescription: String { status + fields.joined() + type }
  }

  static let cases = [
    Case(status: "204 No Content", expected: .stopped, words: "204"),
    Case(
      status: "401 Unauthorized", body: #"{"detail":"Invalid key"}"#, expected: .refused,
      words: "Invalid key"),
    Case(
      status: "401 Unauthorized", body: #"{"detail":"Bearer the-secret-token is unknown"}"#,
      expected: .refused, words: "Bearer [token] is unknown"),
    Case(
      status: "401 Unauthorized", body: #"{"detail":"Bearer the-\u0073ecret\-token is unknown"}"#,
      expected: .refused, words: "401"),
    Case(
      status: "401 Unauthorized", body: #"{"detail":"Bearer the-\u0073ecret-token is unknown"}"#,
      expected: .refused, words: "Bearer [token] is unknown"),
    Case(
      status: "200 OK", type: "text/the-secret-token", expected: .waiting(atLeast: 30),
      words: "text/[token]"),
    Case(status: "403 Forbidden", expected: .refused, words: "403"),
    Case(status: "404 Not Found", expected: .waiting(atLeast: 30), words: "404"),
    Case(status: "422 Unprocessable", expected: .waiting(atLeast: 30), words: "422"),
    Case(
      status: "429 Too Many Requests", fields: ["Retry-After: 40"],
      expected: .waiting(atLeast: 40), words: "429"),
    Case(
      status: "429 Too Many Requests", fields: ["retry-after:  Fri, 31 Dec 9999 23:59:59 GMT "],
      expected: .waiting(atLeast: 3_600), words: "429"),
    Case(status: "429 Too Many Requests", expected: .waiting(atLeast: 5), words: "429"),
    Case(
      status: "503 Service Unavailable", fields: ["Retry-After: 50"],
      expected: .waiting(atLeast: 50), words: "503"),
    Case(status: "500 Internal Server Error", expected: .waiting(atLeast: 0), words: "500"),
    Case(status: "302 Found", expected: .waiting(atLeast: 0), words: "302"),
    Case(
      status: "200 OK", type: "text/html", expected: .waiting(atLeast: 30), words: "text/html"),
    Case(
      status: "200 OK", type: "text/event-stream-not", expected: .waiting(atLeast: 30),
      words: "text/event-stream-not"),
  ]

  @Test("every answer has its consequence and its sentence", arguments: cases)
  func answers(_ answer: Case) throws {
    let server = try ScriptedServer { connection in
      try connection.answer(
        answer.status, answer.body, fields: answer.fields, type: answer.type)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let before = harness.now
    let ending = try harness.runToEnding()
    #expect(ending.reason.contains(answer.words), "\(ending.reason)")
    switch (answer.expected, ending) {
    case (.stopped, .stopped): break
    case (.refused, .refused(_, let until)):
      #expect(try #require(until) >= before.advanced(milliseconds: 59_000))
    case (.waiting(let seconds), .waiting(let until, let attempt, _)):
      #expect(until >= before.advanced(milliseconds: seconds * 1_000))
      #expect(attempt == 2)
    default: Issue.record("\(ending)")
    }
    #expect(server.heads.count == 1)
  }

  @Test(
    "a stream that quotes the token in its last words does not tell it",
    arguments: [
      (#"{"code":"stream_error","message":"no the-secret\u002Dtoken"}"#, "failed: no [token]"),
      (#"{"code":"no_the-secret-token"}"#, "ended the stream (no_[token])"),
    ])
  func lastWords(frame: String, words: String) throws {
    let server = try ScriptedServer { connection in
      try connection.answer(
        "200 OK", "id: 0\nevent: error\ndata: \(frame)\n\n", type: "text/event-stream")
    }
    defer { server.stop() }
    let ending = try EngineHarness(server.origin).runToEnding()
    #expect(ending.reason.contains(words), "\(ending.reason)")
  }

  @Test("a refusal whose body never ends is still told by its status")
  func endlessRefusal() throws {
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n")
      let piece = Array(repeating: UInt8(ascii: "x"), count: 65_536)
      while true { try connection.send(piece) }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    #expect(try harness.runToEnding().reason.contains("500"))
  }

  @Test("a head that never ends is refused")
  func endlessHead() throws {
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 200 OK\r\n")
      while true { try connection.send("X-Field: " + String(repeating: "x", count: 200) + "\r\n") }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    #expect(try harness.runToEnding().reason.contains("too large"))
  }

  @Test("an interim answer is passed over, and what follows a chunked body changes nothing")
  func interimAnswer() throws {
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 103 Early Hints\r\nContent-Type: text/html\r\n\r\n")
      try connection.beginStream()
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("it opens") { $0.phases.last == .open }
  }

  @Test("nobody listens")
  func nobodyListens() throws {
    let port = try HeldPort()
    let harness = try EngineHarness("http://127.0.0.1:\(port.number)")
    #expect(try harness.runToEnding().reason == "Connection refused by 127.0.0.1:\(port.number)")
  }

  @Test(
    "somebody listens who hangs up, or speaks something else", arguments: ["", "SSH-2.0-x\r\n"])
  func notHTTP(_ greeting: String) throws {
    let server = try ScriptedServer { try $0.send(greeting) }
    defer { server.stop() }
    let ending = try EngineHarness(server.origin).runToEnding()
    #expect(ending.until != nil)
    #expect(ending.reason.hasPrefix("127.0.0.1:\(server.port) "), "\(ending.reason)")
  }
}

extension EngineHarness {
  /// This machine's clock, as the engine reads it.
  var now: Timestamp {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
