import Glibc
import Testing
import WallboardCore
import WallboardNetwork

@Suite("A stream that is opened again")
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
}
