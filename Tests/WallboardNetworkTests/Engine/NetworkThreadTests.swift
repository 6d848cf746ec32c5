import TestSupport
import Synchronization
import Testing
import WallboardBoard
import WallboardEvents
@testable import WallboardNetwork

/// A network thread, and what it posts. Nothing but commands and the network wakes it up: one that
/// does not hear of them waits for an hour.
private struct ThreadHarness: ~Copyable {
  let commands: CommandQueue
  let thread: NetworkThread
  private let mailbox: Mailbox<Delivery>
  /// Something for each time that the empty mailbox got messages.
  private let arrivals: AsyncStream<Void>

  init(_ origin: String, throttle: ReadThrottle = ReadThrottle()) throws {
    let commands = try CommandQueue()
    let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
    let mailbox = Mailbox<Delivery>(
      onArrival: { continuation.yield() }, onRoom: { commands.wake() })
    var configuration = try EngineHarness.configuration(origin)
    configuration.silenceLimit = .seconds(3_600)
    configuration.answerPatience = .seconds(3_600)
    thread = try NetworkThread(
      configuration, output: NetworkOutput(heard: mailbox), commands: commands, throttle: throttle,
      longestLap: .seconds(3_600))
    self.commands = commands
    self.mailbox = mailbox
    self.arrivals = arrivals
  }

  /// Waits until something has been heard that `condition` likes.
  func wait(until condition: (Heard) -> Bool) async throws {
    for await _ in arrivals where mailbox.heard().contains(where: condition) { return }
    throw CancellationError()
  }

  /// Waits until the stream has come to stand so.
  func wait(until condition: (ConnectionPhase) -> Bool) async throws {
    try await wait { (heard: Heard) in
      if case .connection(let change) = heard { condition(change.phase) } else { false }
    }
  }
}

@Suite("The network's thread, mailbox and commands", .timeLimit(.minutes(2)))
struct NetworkThreadTests {
  // Fails by never ending where the thread does not hear that it is to stop.
  @Test("it stops at once, whatever it waits for", arguments: ["answer", "stream", "nothing"])
  func stops(waitingFor what: String) async throws {
    let server = try ScriptedServer { connection in
      if what == "stream" { try connection.beginStream() }
      if what == "nothing" { return try connection.answer("204 No Content") }
      connection.hold()
    }
    defer { server.stop() }
    let harness = try ThreadHarness(server.origin)
    try await harness.wait { (phase: ConnectionPhase) in
      switch phase {
      case .connecting: what == "answer"
      case .open: what == "stream"
      case .stopped: what == "nothing"
      case .unanswered, .waiting, .refused: false
      }
    }
    harness.thread.stop()
    harness.thread.stop()
  }

  @Test("when it stops, the feeds of followed calls are hung up on too")
  func stopsFollowing() async throws {
    let hungUp = Latch()
    let server = try observerServer { connection in
      try connection.upgrade()
      connection.hold()
      hungUp.open()
    }
    defer { server.stop() }
    let harness = try ThreadHarness(server.origin)
    harness.commands.post(.follow(try #require(CallSID(EngineHarness.call))))
    try await harness.wait { (heard: Heard) in
      if case .observer(let change) = heard { change.phase == .open } else { false }
    }
    harness.thread.stop()
    try hungUp.wait()
  }

  @Test("a command wakes it from a wait without an end")
  func commandWakes() async throws {
    let server = try ScriptedServer { connection in
      if connection.number == 0 { return try connection.answer("204 No Content") }
      try connection.beginStream()
      connection.hold()
    }
    defer { server.stop() }
    let harness = try ThreadHarness(server.origin)
    try await harness.wait { (phase: ConnectionPhase) in
      if case .stopped = phase { true } else { false }
    }
    harness.commands.post(.retryNow)
    try await harness.wait { (phase: ConnectionPhase) in phase == .open }
    harness.thread.stop()
  }

  @Test("a command wakes it while it lets a busy stream gather")
  func commandWakesGathering() async throws {
    let server = try ScriptedServer { $0.hold() }
    defer { server.stop() }
    // It gathers after every lap, for longer than anybody waits here.
    let harness = try ThreadHarness(
      server.origin, throttle: ReadThrottle(gathering: .seconds(300), burst: 0))
    try await harness.wait { (_: ConnectionPhase) in true }
    for number in 1...3 {
      let callSID = try #require(CallSID("\(EngineHarness.call)-\(number)"))
      harness.commands.post(.follow(callSID))
      try await harness.wait { (heard: Heard) in
        if case .observer(let change) = heard { change.callSID == callSID } else { false }
      }
    }
    harness.thread.stop()
  }

  // Fails by never ending.
  @Test("a thread that nobody holds any more has ended")
  func ends() throws {
    let server = try ScriptedServer { $0.hold() }
    defer { server.stop() }
    let harness = try ThreadHarness(server.origin)
    harness.commands.post(.retryNow)
  }

  @Test("a mailbox calls when it is no longer empty, and when there is room again")
  func mailbox() {
    let arrivals = Mutex(0)
    let rooms = Mutex(0)
    let mailbox = Mailbox<Int>(
      capacity: 3, onArrival: { arrivals.withLock { $0 += 1 } },
      onRoom: { rooms.withLock { $0 += 1 } })
    var batch = [9, 9]
    mailbox.post([])
    mailbox.post([1])
    #expect(mailbox.claimRoom())
    mailbox.post([2, 3, 4])
    #expect(arrivals.withLock { $0 } == 1)
    #expect(!mailbox.claimRoom())
    batch = mailbox.drain().flatMap(\.self)
    #expect(batch == [1, 2, 3, 4])
    #expect(rooms.withLock { $0 } == 1)
    batch = mailbox.drain().flatMap(\.self)
    #expect(batch.isEmpty)
    mailbox.post([5])
    #expect(arrivals.withLock { $0 } == 2)
    #expect(rooms.withLock { $0 } == 1)
  }
}

@Suite("The throttle of reads")
struct ReadThrottleTests {
  private let start = ContinuousClock.now

  @Test("A burst goes through, then laps are gathered")
  func burst() {
    var throttle = ReadThrottle(from: start)
    for _ in 0..<32 { #expect(throttle.pause(at: start) == .zero) }
    #expect(throttle.pause(at: start) == ReadThrottle.gathering)
  }

  @Test("Twenty a second are gathered for as long as they come")
  func flood() {
    var throttle = ReadThrottle(from: start)
    var now = start
    let laps = 1_000
    for _ in 0..<laps { now += .milliseconds(50) + throttle.pause(at: now) }
    // The burst lasts longer, for it is filled up again at fifteen a second.
    #expect(now - start >= (ReadThrottle.gathering + .milliseconds(50)) * (laps - 150))
  }

  @Test("Once nothing waits any more, the next laps are passed on at once")
  func caughtUp() {
    var throttle = ReadThrottle(from: start)
    var now = start
    for _ in 0..<33 { now += throttle.pause(at: now) }
    now += ReadThrottle.gathering + .milliseconds(1)
    for _ in 0..<5 { #expect(throttle.pause(at: now) == .zero) }
  }

  @Test("What comes as slowly as people speak is never held")
  func slow() {
    var throttle = ReadThrottle(from: start)
    for lap in 1...1_000 {
      #expect(throttle.pause(at: start + ReadThrottle.interval * lap) == .zero)
    }
  }
}
