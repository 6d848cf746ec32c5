import Dispatch
import Glibc
import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

@Suite("Answers that are cut off or drip", .inTurn)
struct CutAnswerTests {
  enum Cut: CaseIterable {
    case end, reset
  }

  private static let head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

  @Test(
    "a stream cut at any byte of head, chunk or event is opened again, and loses nothing",
    arguments: Cut.allCases)
  func stream(_ cut: Cut) throws {
    let event = callStarted(id: EventStreamTests.firstID)
    let begin = Self.head + String(event.utf8.count, radix: 16) + "\r\n"
    let answer = Array((begin + event + "\r\n0\r\n\r\n").utf8)
    let (opens, whole) = (begin.utf8.count + 1, begin.utf8.count + event.utf8.count)
    let server = try ScriptedServer { connection in
      try connection.send(Array(answer.prefix(connection.number)))
      if cut == .reset { connection.endWithReset() }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    for count in 0...answer.count {
      let before = (harness.events.count, harness.phases.count)
      try harness.run("it ends") { $0.phases.filter { $0.until != nil }.count == count + 1 }
      let isOpen = harness.phases[before.1...].contains(.open)
      let reason = harness.ending?.reason ?? ""
      // What was sent before a reset may be lost with it.
      if cut == .end {
        #expect(harness.events.count - before.0 == (count >= whole ? 1 : 0), "cut at \(count)")
        #expect(isOpen == (count >= opens), "cut at \(count)")
        let expected = Self.reasons(count, of: answer.count, at: server.place)
        #expect(expected.contains(reason), "cut at \(count): \(reason)")
      } else {
        #expect(harness.events.count - before.0 <= (count >= whole ? 1 : 0), "cut at \(count)")
        #expect(
          !reason.contains("closed the stream") || count >= answer.count - 1, "cut at \(count)")
      }
      harness.commands.post(.retryNow)
    }
    try harness.run("the last request comes") { _ in server.heads.count > answer.count + 1 }
    // Only a whole event moves the place where the stream is taken up again.
    #expect(server.heads[...whole].allSatisfy { !$0.contains("Last-Event-ID") })
    if cut == .end {
      #expect(server.heads[(whole + 1)...].allSatisfy { $0.contains("Last-Event-ID: 1766") })
    }
  }

  private static func reasons(_ count: Int, of whole: Int, at place: String) -> [String] {
    let (broken, closed) = (
      "The connection to \(place) was lost", "The platform closed the stream"
    )
    return switch count {
    // libcurl has seen nothing before the end of the first line.
    case 0..<"HTTP/1.1 200 OK\r\n".utf8.count: ["\(place) closed the connection without an answer"]
    case whole: [closed]
    // Whether it misses the very last line feed differs between its releases.
    case whole - 1: [closed, broken]
    default: [broken]
    }
  }

  @Test("a read cut at any byte fails, and is made again soon", arguments: Cut.allCases)
  func read(_ cut: Cut) throws {
    let body = #"{"items":[],"has_more":false}"#
    let answer = Array(
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n" + body).utf8)
    let server = try ScriptedServer { connection in
      try connection.send(Array(answer.prefix(connection.number)))
      if cut == .reset { connection.endWithReset() }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { $0.opensStream = false }
    harness.commands.post(.read([.services]))
    for count in 0..<answer.count {
      try harness.run("it fails") { $0.failures.count == count + 1 || !$0.parts.isEmpty }
      try #require(harness.parts.isEmpty, "cut at \(count)")
      let reason = harness.failures[count].reason
      #expect(reason.contains(server.place), "cut at \(count): \(reason)")
      harness.commands.post(.retryNow)
    }
    guard cut == .end else { return }
    try harness.run("the whole one comes") { !$0.parts.isEmpty }
  }

  @Test("a read whose head was cut off is not put off like one that was refused")
  func cutHead() throws {
    let server = try ScriptedServer { try $0.send("HTTP/1.1 200 OK\r\nContent-Ty") }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { $0.opensStream = false }
    let before = harness.now
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { !$0.failures.isEmpty }
    #expect(harness.failures[0].reason == "The connection to \(server.place) was lost")
    let retryAt = try #require(harness.failures[0].retryAt)
    // 30 s and a quarter, and as long as this may take on a busy machine.
    #expect(retryAt < before.advanced(milliseconds: 100_000))
  }

  @Test("an event that comes byte by byte is one event")
  func drippingEvent() throws {
    let isTaken = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      for byte in callStarted(id: EventStreamTests.firstID).utf8 {
        isTaken.wait()
        try connection.send([byte])
      }
      connection.hold()
    }
    defer {
      server.stop()
      isTaken.signal()
    }
    let harness = try EngineHarness(server.origin)
    var taken = 0
    try harness.run("the event comes") { harness in
      // The next byte goes out when the one before has come.
      while taken < harness.heartbeats {
        taken += 1
        isTaken.signal()
      }
      return !harness.events.isEmpty
    }
    #expect(harness.events.map(\.id?.string) == [String(EventStreamTests.firstID)])
    #expect(harness.phases == [.connecting(attempt: 1), .open])
  }

  @Test(
    "a head, a refusal or a chunk's line that drips is not waited for longer than silence",
    arguments: [
      ("HTTP/1.1 200 OK\r\nX-Field: ", "Nothing received"),
      ("HTTP/1.1 500 Oh\r\nContent-Length: 60000\r\n\r\n", "(500)"),
      (head + "4;", "not answered"),
    ])
  func drippingStream(start: String, words: String) throws {
    let server = try ScriptedServer { try $0.drip(after: start) }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin, silenceLimit: .milliseconds(300))
    let ending = try harness.runToEnding()
    #expect(ending.reason.contains(words), "\(ending.reason)")
    #expect(ending.until != nil)
  }

  @Test(
    "a read that drips is given up in time",
    arguments: ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n", ""])
  func drippingRead(start: String) throws {
    let server = try ScriptedServer { connection in
      guard !start.isEmpty else { return connection.hold() }
      try connection.drip(after: start)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { configuration in
      configuration.opensStream = false
      configuration.readTimeout = .milliseconds(300)
    }
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { !$0.failures.isEmpty }
    #expect(harness.failures[0].reason == "\(server.place) did not answer in time")
    #expect(harness.failures[0].retryAt != nil)
  }
}

extension ServerConnection {
  /// Sends byte after byte until the other side hangs up, slowly: more than a head may hold would not
  /// be a drip.
  fileprivate func drip(after start: String) throws {
    try send(start)
    while true {
      try send("x")
      usleep(10_000)
    }
  }
}
