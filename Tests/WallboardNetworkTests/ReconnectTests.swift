import Glibc
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
@testable import WallboardNetwork
import WallboardPlatform

@Suite("A stream that is opened again", .inTurn)
struct ReconnectTests {
  @Test(
    "a stream that lasted and ends as it should is opened again at once, else when the platform wants it",
    arguments: [(RetryPolicy.shortestStream, true), (.milliseconds(59_999), false)])
  func opensAgain(after lifetime: Duration, isAtOnce: Bool) throws {
    let heard = Mailbox<Delivery>(onRoom: {})
    let configuration = try EngineHarness.configuration("http://127.0.0.1:1")
    let connection = EventStreamConnection(
      configuration, client: try HTTPClient(options: configuration.transfers),
      output: NetworkOutput(heard: heard))
    connection.attemptWasTold(retryMilliseconds: 300_000)
    let before = ContinuousClock.now
    connection.attemptEnded(
      .ended(after: lifetime), cursor: StreamCursor(), openFor: lifetime)
    let due = try #require(connection.deadline)
    #expect(isAtOnce ? due <= .now : due >= before + .seconds(300))
    let told = heard.heard()
    #expect(told.isEmpty == isAtOnce)
  }

  @Test("it connects again by itself, and counts")
  func connectsAgain() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      // A hint below the least wait makes the first one short.
      try connection.send("retry: 1\n\n")
      if connection.number == 1 { connection.hold() }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("it opens again") { $0.phases.filter { $0 == .open }.count == 2 }
    #expect(harness.phases.count == 5)
    #expect(harness.phases[3] == .connecting(attempt: 2))
  }

  @Test("an attempt has its number among those since a stream last lasted, open or not")
  func numbers() throws {
    let server = try ScriptedServer { connection in
      switch connection.number % 3 {
      case 0: try connection.beginStream()
      case 1: try connection.answer("500 Oh")
      default: try connection.answer("401 No")
      }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    for count in 1...6 {
      try harness.run("it ends") { harness in
        if case .connecting = harness.phases.last { return false }
        return harness.attempts.count == count && harness.phases.last != .open
      }
      harness.commands.post(.retryNow)
    }
    #expect(harness.attempts == [1, 2, 3, 4, 5, 6])
    // What is told while it waits is the number of the attempt that comes next.
    #expect(harness.waits == [2, 3, 5, 6])
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

extension EngineHarness {
  /// The numbers of the attempts.
  fileprivate var attempts: [Int] {
    phases.compactMap { if case .connecting(let attempt) = $0 { attempt } else { nil } }
  }

  /// The numbers that were told between them.
  fileprivate var waits: [Int] {
    phases.compactMap { if case .waiting(_, let attempt, _) = $0 { attempt } else { nil } }
  }
}
