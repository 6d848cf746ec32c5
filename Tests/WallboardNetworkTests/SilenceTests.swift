import Dispatch
import Synchronization
import TestSupport
import Testing
import WallboardEvents
import WallboardNetwork

@Suite("Connections that fall silent", .inTurn)
struct SilenceTests {
  @Test("silence ends the stream, and any byte is none")
  func watchdog() throws {
    let isDue = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      while true {
        isDue.wait()
        try connection.send(":")
      }
    }
    defer {
      server.stop()
      isDue.signal()
    }
    let machine = Machine()
    let harness = try EngineHarness(server.origin, silenceLimit: .seconds(20)) {
      $0.time = machine.time
    }
    try harness.run("it opens") { $0.heartbeats == 1 }
    // Many times the limit altogether, in steps that are below it.
    for count in 2...15 {
      machine.advance(by: 19_999)
      isDue.signal()
      try harness.run("the byte comes") { $0.heartbeats == count }
    }
    machine.advance(by: 19_999)
    for _ in 0..<5 { try harness.turn() }
    harness.collect()
    #expect(harness.phases == [.connecting(attempt: 1), .open])
    machine.advance(by: 1)
    let ending = try harness.runToEnding()
    #expect(ending.reason.hasPrefix("Nothing received for 20 s"), "\(ending.reason)")
  }

  @Test("an answer that never comes is silence too")
  func noAnswer() throws {
    let server = try ScriptedServer { $0.hold() }
    defer { server.stop() }
    let machine = Machine()
    let harness = try EngineHarness(server.origin, silenceLimit: .seconds(20)) {
      $0.time = machine.time
    }
    try harness.run("the request is there") { _ in server.heads.count == 1 }
    machine.advance(by: 20_000)
    let ending = try harness.runToEnding()
    #expect(ending.reason.hasPrefix("The stream has not answered for 20 s"), "\(ending.reason)")
  }

  /// Follows a call by a machine's clock, without the stream.
  private func follow(_ server: ScriptedServer, _ machine: Machine) throws -> EngineHarness {
    let harness = try EngineHarness(server.origin) {
      $0.opensStream = false
      $0.observerSilenceLimit = .seconds(60)
      $0.time = machine.time
    }
    try harness.follow()
    try harness.run("it opens") { $0.observerPhases().last == .open }
    return harness
  }

  @Test("silence ends a followed call's feed, and any byte is none")
  func silentCall() throws {
    let isDue = DispatchSemaphore(value: 0)
    let pongs = Mutex(0)
    let server = try ScriptedServer { connection in
      try connection.upgrade()
      while true {
        isDue.wait()
        try connection.send(ServerConnection.frame(0x9, []))
        // Our pings, which come when a silence is half over, are not answered.
        while try connection.readFrame().opcode != 0xA {}
        pongs.withLock { $0 += 1 }
      }
    }
    defer {
      server.stop()
      isDue.signal()
    }
    let machine = Machine()
    let harness = try follow(server, machine)
    for count in 1...10 {
      machine.advance(by: 59_999)
      isDue.signal()
      try harness.run("a byte came") { _ in pongs.withLock { $0 } == count }
    }
    machine.advance(by: 59_999)
    for _ in 0..<5 { try harness.turn() }
    harness.collect()
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
    machine.advance(by: 1)
    let ending = try harness.runToObserverEnding()
    #expect(ending.reason.hasPrefix("Nothing received for 60 s"), "\(ending.reason)")
  }

  @Test("a quiet call whose server answers our pings stays open")
  func quietCall() throws {
    let answers = Mutex(0)
    let server = try ScriptedServer { connection in
      try connection.upgrade()
      for _ in 0..<3 {
        let (opcode, payload) = try connection.readFrame()
        #expect(opcode == 0x9)
        try connection.send(ServerConnection.frame(0xA, payload))
        // Once this is answered, the pong before it has come.
        try connection.send(ServerConnection.frame(0x9, []))
        #expect(try connection.readFrame().opcode == 0xA)
        answers.withLock { $0 += 1 }
      }
      try connection.sendText(userTranscript("still here"))
      connection.hold()
    }
    defer { server.stop() }
    let machine = Machine()
    let harness = try follow(server, machine)
    for count in 1...3 {
      machine.advance(by: 30_000)
      try harness.run("our ping is answered") { _ in answers.withLock { $0 } == count }
    }
    try harness.run("the line comes") { $0.observed.count == 1 }
    #expect(harness.observerPhases() == [.connecting(attempt: 1), .open])
  }
}
