import TestSupport
import Glibc
import Testing
import WallboardCore
import WallboardNetwork

@Suite("A stream that is opened again", .inTurn)
struct ReconnectTests {
  @Test("a stream that ends as it should after a while is opened again at once")
  func opensAgainAtOnce() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      guard connection.number == 0 else { return connection.hold() }
      // Longer than `RetryPolicy.shortestStream`.
      usleep(5_200_000)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("it opens again") { $0.phases.filter { $0 == .open }.count == 2 }
    #expect(
      harness.phases == [.connecting(attempt: 1), .open, .connecting(attempt: 1), .open])
  }

  @Test("it connects again by itself, and counts")
  func connectsAgain() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      // A hint at or below the least wait makes every wait that long.
      try connection.send("retry: 1\n\n")
      if connection.number == 1 { connection.hold() }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("it opens again") { $0.phases.filter { $0 == .open }.count == 2 }
    #expect(harness.phases.count == 5)
    #expect(harness.phases[3] == .connecting(attempt: 1))
  }

  @Test("a silent stream is opened anew when somebody asks, one that speaks is left alone")
  func opensAnewOnRequest() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(callStarted(id: EventStreamTests.firstID + connection.number))
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin, doubtLimit: .milliseconds(300))
    try harness.run("the event comes") { $0.events.count == 1 }
    harness.commands.post(.retryNow)
    try harness.turn()
    #expect(server.heads.count == 1)
    usleep(300_000)
    harness.commands.post(.retryNow)
    try harness.run("another stream brings another event") { $0.events.count == 2 }
    #expect(server.heads.count == 2)
    #expect(harness.phases.last == .open)
  }
}
