import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardNetwork

/// What a proxy that buffers answers, or all of them but their heads, does to a quiet stream.
@Suite("A stream that is accepted and not answered", .inTurn)
struct HeldStreamTests {
  /// By the default of ``NetworkConfiguration/answerPatience``, in milliseconds.
  private static let patience = 5_000

  private let machine = Machine()

  private func harness(_ place: String) throws -> EngineHarness {
    try EngineHarness(place, silenceLimit: .seconds(20)) { $0.time = machine.time }
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
    let harness = try harness(server.origin)
    try harness.run("the request is there") { _ in server.heads.count == 1 }
    machine.advance(by: Self.patience)
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
    let harness = try harness(server.origin)
    try harness.run("the request is there") { _ in server.heads.count == 1 }
    machine.advance(by: 20_000)
    let ending = try harness.runToEnding()
    #expect(
      ending.reason
        == "The stream has not answered for 20 s; a proxy may be holding the stream back; "
        + "nginx needs proxy_buffering off; (or the platform's X-Accel-Buffering: no)")
    #expect(ending.until != nil)
  }

  /// Turns until the server has sent what it has to say and that has come, then lets time pass.
  private func waitInVain(_ harness: EngineHarness, _ isSent: Latch) throws {
    try harness.run("it is sent") { _ in isSent.isOpen }
    // What is sent over loopback can be read at once.
    for _ in 0..<5 { try harness.turn() }
    machine.advance(by: Self.patience)
    for _ in 0..<5 { try harness.turn() }
  }

  @Test("is told from one that is refused, whose last words alone are held back")
  func refused() throws {
    let isSent = Latch()
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 401 Unauthorized\r\nContent-Length: 20\r\n\r\n{")
      isSent.open()
      connection.hold()
    }
    defer { server.stop() }
    let harness = try harness(server.origin)
    try waitInVain(harness, isSent)
    let ending = try harness.runToEnding()
    #expect(ending.reason.contains("401"))
    #expect(!harness.phases.contains(.unanswered))
  }

  @Test("is neither one that was not reached nor one that is answered in drips")
  func answered() throws {
    let (isSent, isAccepted) = (Latch(), Latch())
    let server = try ScriptedServer { connection in
      try connection.send("HTTP/1.1 200 OK\r\n")
      isSent.open()
      connection.hold()
    }
    defer { server.stop() }
    let silent = try ScriptedServer(readsHeads: false) { connection in
      isAccepted.open()
      connection.hold()
    }
    defer { silent.stop() }
    for (place, latch) in [(server.origin, isSent), ("https://\(silent.place)", isAccepted)] {
      let harness = try harness(place)
      try waitInVain(harness, latch)
      machine.advance(by: 15_000)
      _ = try harness.runToEnding()
      #expect(!harness.phases.contains(.unanswered))
    }
  }
}
