import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardNetwork

/// What a proxy that buffers answers, or all of them but their heads, does to a quiet stream.
@Suite("A stream that is accepted and not answered", .inTurn)
struct HeldStreamTests {
  private func harness(
    _ server: ScriptedServer, silenceLimit: Duration = .seconds(20)
  ) throws -> EngineHarness {
    try EngineHarness(server.origin, silenceLimit: silenceLimit) {
      $0.answerPatience = .milliseconds(100)
    }
  }

  @Test(
    "is told once, while reads are answered, and opens when it begins",
    arguments: [false, true])
  func held(isAccepted: Bool) throws {
    let isDue = Latch()
    let server = try ScriptedServer { connection in
      guard connection.target.hasSuffix("/events/stream") else {
        return try connection.answer("200 OK", #"{"items":[],"has_more":false}"#)
      }
      if isAccepted { try connection.acceptStream() }
      try isDue.wait()
      if !isAccepted { try connection.acceptStream() }
      try connection.send(":\n\n")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try harness(server)
    try harness.run("it is told") { $0.phases.last == .unanswered }
    harness.commands.post(.read([.services]))
    try harness.run("the read is answered") { !$0.parts.isEmpty }
    #expect(harness.phases == [.connecting(attempt: 1), .unanswered])
    isDue.open()
    try harness.run("it opens") { $0.phases.last == .open }
    #expect(harness.phases == [.connecting(attempt: 1), .unanswered, .open])
  }

  @Test(
    "is given up after the limit of silence, with what it looks like and what helps",
    arguments: [false, true])
  func givenUp(isAccepted: Bool) throws {
    let server = try ScriptedServer { connection in
      if isAccepted { try connection.acceptStream() }
      connection.hold()
    }
    defer { server.stop() }
    let ending = try harness(server, silenceLimit: .seconds(1)).runToEnding()
    #expect(
      ending.reason
        == "The stream was not answered for 1 s; a proxy may be holding the stream back; "
        + "nginx needs proxy_buffering off; (or the platform's X-Accel-Buffering: no)")
    #expect(ending.until != nil)
  }

  @Test("is told from one that is refused, whose last words alone are held back")
  func refused() throws {
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 401 Unauthorized\r\nContent-Length: 20\r\n\r\n{")
      connection.hold()
    }
    defer { server.stop() }
    let harness = try harness(server, silenceLimit: .seconds(3_600))
    let ending = try harness.runToEnding()
    #expect(ending.reason.contains("401"))
    #expect(!harness.phases.contains(.unanswered))
  }

  @Test("is neither one that was not reached nor one that is answered in drips")
  func answered() throws {
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 200 OK\r\n")
      connection.hold()
    }
    defer { server.stop() }
    let silent = try ScriptedServer(readsHeads: false) { $0.hold() }
    defer { silent.stop() }
    for place in [server.origin, "https://\(silent.place)"] {
      let harness = try EngineHarness(place, silenceLimit: .seconds(1)) {
        $0.answerPatience = .milliseconds(100)
      }
      _ = try harness.runToEnding()
      #expect(!harness.phases.contains(.unanswered))
    }
  }
}
