import Glibc
import Testing
import TestSupport
import WallboardEvents
import WallboardNetwork
import WallboardWire

@Suite("The event stream", .inTurn)
struct EventStreamTests {
  static let firstID = 1_766_000_000_000

  @Test("asks as the contract says, and passes on what comes")
  func opens() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send("retry: 3000\n\nid: 0\nevent: stream.opened\ndata: {\"code\":\"ok\"}\n\n")
      try connection.send(": heartbeat 1\n\n" + callStarted(id: Self.firstID))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin + "/gateway")
    try harness.run("the event comes") { !$0.events.isEmpty }
    #expect(harness.phases == [.connecting(attempt: 1), .open])
    #expect(harness.events.map(\.id?.string) == [String(Self.firstID)])
    let lines = try #require(server.heads.first).split(separator: "\r\n")
    #expect(
      lines.first == "GET /gateway/v1/\(EngineHarness.workspace)/events/stream HTTP/1.1")
    #expect(
      Set(lines.dropFirst().map(String.init)) == [
        "Host: 127.0.0.1:\(server.port)", "User-Agent: wallboard/test",
        "Authorization: Bearer \(EngineHarness.token)", "Accept: text/event-stream",
        "Cache-Control: no-store",
      ])
  }

  @Test("a heartbeat is heard")
  func heartbeat() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(": heartbeat 1\n\n")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("it is heard") { harness in
      harness.heard.contains { if case .bytes = $0 { true } else { false } }
    }
  }

  @Test("a malformed event costs only itself")
  func malformed() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send("event: call.started\ndata: {\n\n" + callStarted(id: Self.firstID))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("the event comes") { !$0.events.isEmpty }
    #expect(
      harness.heard.contains { if case .malformed = $0 { true } else { false } })
  }

  @Test("what the parser dispatched goes to who wants to see it")
  func rawEvents() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream(type: "TEXT/Event-Stream")
      try connection.send("id: 0\nevent: stream.opened\ndata: {}\n\ndata: x\n\n")
      connection.hold()
    }
    defer { server.stop() }
    let events = try rawEvents(of: server, count: 2)
    #expect(events.first == ServerSentEvent(id: "0", type: "stream.opened", data: "{}"))
    #expect(events.last == ServerSentEvent(id: "0", hasOwnID: false, data: "x"))
  }

  private func rawEvents(of server: ScriptedServer, count: Int) throws -> [ServerSentEvent] {
    let raw = Mailbox<ServerSentEvent>(onRoom: {})
    let harness = try EngineHarness(server.origin, rawEvents: raw)
    var events: [ServerSentEvent] = []
    try harness.run("all come") { _ in
      events += raw.drain().flatMap(\.self)
      return events.count == count
    }
    return events
  }

  @Test("an id that events inherit is one for all of them")
  func rawEventsShareAnID() throws {
    let id = String(repeating: "7", count: 100_000)
    let blocks = "id: \(id)\ndata: 1\n\ndata: 2\n\ndata: 3\n\nid: 8\ndata: 4\n\n"
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(blocks)
      connection.hold()
    }
    defer { server.stop() }
    let events = try rawEvents(of: server, count: 4)
    #expect(events.map(\.id) == [id, id, id, "8"])
    let places = events.prefix(3).map { event in
      unsafe event.id?.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
    }
    #expect(Set(places).count == 1)
  }

  @Test("the stream is taken up where it broke off; an id of 0 moves nothing, an id alone does")
  func resumes() throws {
    let blocks = [
      callStarted(id: Self.firstID) + "id: 0\nevent: stream.opened\ndata: {}\n\n",
      "id: 1766000000777\n\n: x\n\n", "id: 0\n\n", "id: 5 5\ndata: {}\n\n",
    ]
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      guard connection.number < blocks.count else { return connection.hold() }
      try connection.send(blocks[connection.number])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    for attempt in 1...blocks.count {
      try harness.run("it ends") { harness in
        harness.phases.filter { $0.until != nil }.count == attempt
      }
      harness.commands.post(.retryNow)
    }
    try harness.run("the last request comes") { _ in server.heads.count > blocks.count }
    let cursors = server.heads.map { head in
      head.split(separator: "\r\n").first { $0.hasPrefix("Last-Event-ID") }
    }
    #expect(
      cursors == [
        nil, "Last-Event-ID: 1766000000000", "Last-Event-ID: 1766000000777",
        "Last-Event-ID: 1766000000777", "Last-Event-ID: 1766000000777",
      ])
  }

  @Test("cut at every byte, whole events come and the unfinished one does not")
  func cutAnywhere() throws {
    let stream = Array((callStarted(id: Self.firstID) + callStarted(id: Self.firstID + 1)).utf8)
    let first = callStarted(id: Self.firstID).utf8.count
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(Array(stream.prefix(connection.number)))
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    for cut in 0...stream.count {
      let before = harness.events.count
      try harness.run("it ends") { harness in
        harness.phases.filter { $0.until != nil }.count == cut + 1
      }
      let expected = (cut >= first ? 1 : 0) + (cut == stream.count ? 1 : 0)
      #expect(harness.events.count - before == expected, "cut at \(cut)")
      harness.commands.post(.retryNow)
    }
  }

  @Test("a chunked stream that breaks off is told from one that ends")
  func chunked() throws {
    let server = try ScriptedServer { connection in
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
      try connection.send(head + "Transfer-Encoding: chunked\r\n\r\n4\r\n: a\n\r\n")
      if connection.number == 0 { try connection.send("0\r\n\r\n") }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    #expect(try harness.runToEnding().reason == "The platform closed the stream")
    harness.commands.post(.retryNow)
    try harness.run("it breaks off") { harness in
      harness.phases.contains {
        $0.reason == "The connection to 127.0.0.1:\(server.port) was lost"
      }
    }
  }

  @Test("an event that is too large costs itself alone, and is not asked for again")
  func tooLarge() throws {
    let large = String(repeating: "x", count: ServerSentEventParser.defaultLimit)
    let longID = String(repeating: "9", count: 300)
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      guard connection.number == 0 else { return connection.hold() }
      try connection.send(callStarted(id: Self.firstID))
      try connection.send(
        "event: call.escalated\ndata: {\"reason\":\"\(large)\"}\nid: \(Self.firstID + 1)\n\n")
      try connection.send(String(repeating: ":\(large)\n", count: 2) + "data\n\n")
      try connection.send("data: {\nid: \(longID)\ndata: \(large)\n\n")
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    _ = try harness.runToEnding()
    harness.commands.post(.retryNow)
    try harness.run("it asks again") { _ in server.heads.count == 2 }
    #expect(harness.events.count == 1)
    let malformed = harness.heard.compactMap { heard in
      if case .malformed(let event) = heard { event } else { nil }
    }
    #expect(malformed.map(\.name) == ["call.escalated", "", ""])
    #expect(
      malformed.map(\.id) == [BoundedString("\(Self.firstID + 1)"), nil, BoundedString(longID)])
    #expect(malformed.map(\.leftOut) == [large.utf8.count + 57, nil, large.utf8.count + 317])
    #expect(malformed.first?.sentence == "an event of 1.0 MB was left out")
    #expect(server.heads.last?.contains("Last-Event-ID: \(Self.firstID + 1)\r\n") == true)
  }

  @Test("an event without an id of its own has the one from before, across connections too")
  func idBefore() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(connection.number == 0 ? "id: a b\ndata: x\n\n" : "data: y\n\n")
      if connection.number == 1 { connection.hold() }
    }
    defer { server.stop() }
    let raw = Mailbox<ServerSentEvent>(onRoom: {})
    let harness = try EngineHarness(server.origin, rawEvents: raw)
    _ = try harness.runToEnding()
    harness.commands.post(.retryNow)
    var events: [ServerSentEvent] = []
    try harness.run("both come") { _ in
      events += raw.drain().flatMap(\.self)
      return events.count == 2
    }
    #expect(events.last == ServerSentEvent(id: "a b", hasOwnID: false, data: "y"))
    #expect(server.heads.last?.contains("Last-Event-ID") == false)
  }

  @Test("an event without an end is refused before it fills the memory")
  func endlessEvent() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      let piece = Array(repeating: UInt8(ascii: "x"), count: 65_536)
      while true { try connection.send(piece) }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    #expect(try harness.runToEnding().reason.contains("64 MiB"))
  }

  @Test("a fault that is final stops it until somebody asks; others are waited out")
  func faults() throws {
    let codes = ["too_many_streams", "stream_unavailable", "stream_error", "brand_new"]
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      let code = codes[connection.number % codes.count]
      try connection.send("id: 0\nevent: error\ndata: {\"code\":\"\(code)\"}\n\n")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    guard case .stopped = try harness.runToEnding() else {
      Issue.record("not stopped: \(harness.phases)")
      return
    }
    for attempt in 1...3 {
      harness.commands.post(.retryNow)
      try harness.run("it waits") { harness in
        harness.phases.filter { $0.until != nil }.count == attempt
      }
    }
  }
}
