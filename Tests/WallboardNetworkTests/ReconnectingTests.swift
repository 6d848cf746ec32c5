import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
@testable import WallboardNetwork
import WallboardPlatform
import WallboardWire

@Suite("A stream that is opened again", .inTurn)
struct ReconnectTests {
  @Test(
    "a stream that lasted and ends as it should is opened again at once, else when the platform wants it",
    arguments: [(RetryPolicy.shortestStream, true), (.milliseconds(59_999), false)])
  func opensAgain(after lifetime: Duration, isAtOnce: Bool) throws {
    let heard = Mailbox<Delivery>(onRoom: {})
    let configuration = try EngineHarness.configuration("http://127.0.0.1:1")
    let machine = Machine()
    let client = try HTTPClient(
      options: configuration.transfers, clock: NetworkClock(machine.time))
    let connection = EventStreamConnection(
      configuration, client: client, output: NetworkOutput(heard: heard))
    connection.attemptWasTold(retryMilliseconds: 300_000)
    connection.attemptEnded(
      .ended(after: lifetime), cursor: StreamCursor(), openFor: lifetime)
    let wait = machine.instant.duration(to: try #require(connection.deadline))
    #expect(isAtOnce ? wait == .zero : wait >= .seconds(300))
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
    #expect(harness.waitingAttempts == [2, 3, 5, 6])
  }

  @Test("a silent stream is opened anew when somebody asks, one that speaks is left alone")
  func opensAnewOnRequest() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(callStarted(id: EventStreamTests.firstID + connection.number))
      connection.hold()
    }
    defer { server.stop() }
    let machine = Machine()
    let harness = try EngineHarness(server.origin, doubtLimit: .seconds(10)) {
      $0.time = machine.time
    }
    try harness.run("the event comes") { $0.events.count == 1 }
    machine.advance(by: 9_999)
    harness.commands.post(.retryNow)
    try harness.turn()
    #expect(server.heads.count == 1)
    machine.advance(by: 1)
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
  fileprivate var waitingAttempts: [Int] {
    phases.compactMap { if case .waiting(_, let attempt, _) = $0 { attempt } else { nil } }
  }
}

@Suite("How often a platform that is in trouble is asked", .inTurn)
struct RetryRateTests {
  private static let reset = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"

  @Test(
    "a server that hangs up at once is asked no more than the back-off has it",
    arguments: [
      "", reset, reset + "\r\n", reset + "\r\nretry: 0\n\n",
      "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
      "HTTP/1.1 503 No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
    ])
  func hangsUp(answer: String) throws {
    let server = try ScriptedServer { try $0.send(answer) }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    for count in 1...170 {
      try harness.run("it ends") { $0.waits.count == count }
      // A person's impatience, so that the test need not wait as long as the board does.
      harness.commands.post(.retryNow)
    }
    expectPatience(harness.waits)
  }

  @Test("so it is when nobody listens")
  func refused() throws {
    let port = try HeldPort()
    let harness = try EngineHarness("http://127.0.0.1:\(port.number)")
    for count in 1...170 {
      try harness.run("it ends") { $0.waits.count == count }
      harness.commands.post(.retryNow)
    }
    expectPatience(harness.waits)
    withExtendedLifetime(port) {}
  }

  /// No wait is shorter than the floor; from the seventh on, twenty take more than a minute, though
  /// each is drawn from nothing to half a minute: fewer than one in 10^12 such twenties would not.
  private func expectPatience(_ waits: [Int64]) {
    // A hint of nothing is one of the floor, and the jitter comes on top.
    #expect(waits.allSatisfy { (500...30_500).contains($0) }, "\(waits)")
    let steady = Array(waits.dropFirst(6))
    for start in steady.indices.dropLast(19) {
      #expect(steady[start..<(start + 20)].reduce(0, +) > 60_000, "\(waits)")
    }
    // Full jitter: not all of them alike.
    #expect(steady.contains { $0 < 10_000 } && steady.contains { $0 > 20_000 }, "\(waits)")
  }

  @Test("a thousand short streams in a row are a thousand failures", arguments: [0, 4_999, 59_999])
  func thousand(lifetime milliseconds: Int) {
    let lifetime = Duration.milliseconds(milliseconds)
    var generator = SystemRandomNumberGenerator()
    var backoff = Backoff()
    var (clock, attempts): (Duration, [Duration]) = (.zero, [])
    for _ in 0..<1_000 {
      attempts.append(clock)
      clock += lifetime
      backoff.adopt(hintMilliseconds: 0)
      backoff.noteConnection(lasting: lifetime)
      switch RetryPolicy.stream(after: .ended(after: lifetime)).next {
      case .reconnectNow: break
      case .backOff(let least): clock += least + backoff.nextDelay(using: &generator)
      case .refused, .stopped: Issue.record("it is given up")
      }
    }
    // From the seventh wait on, half of 30 s on the average.
    #expect(clock - lifetime * 1_000 > .seconds(12_000))
    for (first, last) in zip(attempts.dropFirst(9), attempts.dropFirst(29)) {
      #expect(first + .seconds(60) < last)
    }
  }

  @Test(
    "a Retry-After far away is an hour",
    arguments: ["86400", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
  func farAway(field: String) throws {
    let server = try ScriptedServer { connection in
      try connection.answer("503 Service Unavailable", fields: ["Retry-After: \(field)"])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let before = harness.now
    harness.commands.post(.read([.services]))
    try harness.run("both fail") { $0.ending != nil && !$0.failures.isEmpty }
    let after = harness.now
    let hour = Int64(RetryAfter.cap / .milliseconds(1))
    let stream = try #require(harness.ending?.until)
    #expect(stream >= before.advanced(milliseconds: hour))
    #expect(stream <= after.advanced(milliseconds: hour + 30_001))
    let read = try #require(harness.failures.first?.retryAt)
    #expect(read >= before.advanced(milliseconds: hour))
    #expect(read <= after.advanced(milliseconds: hour + hour / 4 + 1))
  }

  @Test("a Retry-After that says nothing, or of yesterday, leaves the usual wait")
  func unreadable() throws {
    for field in ["-1", "soon", "Thu, 01 Jan 1970 00:00:00 GMT", ""] {
      let server = try ScriptedServer { connection in
        try connection.answer("503 Service Unavailable", fields: ["Retry-After: \(field)"])
      }
      defer { server.stop() }
      let harness = try EngineHarness(server.origin)
      let ending = try harness.runToEnding()
      let until = try #require(ending.until)
      #expect(until <= harness.now.advanced(milliseconds: 8_001), "\(field)")
    }
  }
}

extension EngineHarness {
  /// How long the stream was to be left alone after each attempt, in milliseconds.
  fileprivate var waits: [Int64] {
    heard.compactMap { action in
      guard case .connection(let change) = action, case .waiting(let until, _, _) = change.phase
      else { return nil }
      return until.milliseconds - change.at.milliseconds
    }
  }
}
