import Synchronization
import Testing
import WallboardBoard
import WallboardEvents
@testable import WallboardNetwork

@Suite("The network's thread, mailbox and commands")
struct NetworkThreadTests {
  private func start(
    _ origin: String, _ mailbox: Mailbox<Delivery>, _ commands: CommandQueue
  ) throws -> NetworkThread {
    try NetworkThread(
      EngineHarness.configuration(origin), output: NetworkOutput(heard: mailbox),
      commands: commands)
  }

  /// Waits until the mailbox has brought something that `condition` likes.
  private func wait(
    for mailbox: Mailbox<Delivery>, until condition: (Heard) -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    var batch: [Heard] = []
    while !batch.contains(where: condition) {
      try #require(ContinuousClock.now < deadline)
      try await Task.sleep(for: .milliseconds(5))
      batch = mailbox.heard()
    }
  }

  @Test("it stops at once, whatever it waits for", arguments: ["answer", "stream", "nothing"])
  func stops(waitingFor what: String) async throws {
    let server = try ScriptedServer { connection in
      if what == "stream" { try connection.beginStream() }
      if what == "nothing" { return try connection.answer("204 No Content") }
      connection.hold()
    }
    defer { server.stop() }
    let commands = try CommandQueue()
    let mailbox = Mailbox<Delivery>(onRoom: { commands.wake() })
    let thread = try start(server.origin, mailbox, commands)
    try await wait(for: mailbox) { action in
      guard case .connection(let change) = action else { return false }
      switch change.phase {
      case .connecting: return what == "answer"
      case .open: return what == "stream"
      case .stopped: return what == "nothing"
      case .unanswered, .waiting, .refused: return false
      }
    }
    let start = ContinuousClock.now
    thread.stop()
    #expect(start.duration(to: .now) < .seconds(1))
    thread.stop()
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
    let commands = try CommandQueue()
    let mailbox = Mailbox<Delivery>(onRoom: { commands.wake() })
    let thread = try start(server.origin, mailbox, commands)
    commands.post(.follow(try #require(CallSID(EngineHarness.call))))
    try await wait(for: mailbox) { action in
      if case .observer(let change) = action { change.phase == .open } else { false }
    }
    thread.stop()
    let deadline = ContinuousClock.now + .seconds(60)
    while !hungUp.isOpen {
      try #require(ContinuousClock.now < deadline)
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  @Test("a command wakes it from a wait without an end")
  func commandWakes() async throws {
    let server = try ScriptedServer { connection in
      if connection.number == 0 { return try connection.answer("204 No Content") }
      try connection.beginStream()
      connection.hold()
    }
    defer { server.stop() }
    let commands = try CommandQueue()
    let arrivals = Atomic(0)
    let mailbox = Mailbox<Delivery>(
      onArrival: { arrivals.add(1, ordering: .relaxed) }, onRoom: { commands.wake() })
    let thread = try start(server.origin, mailbox, commands)
    defer { thread.stop() }
    try await wait(for: mailbox) { action in
      if case .connection(let change) = action, case .stopped = change.phase { true } else { false }
    }
    commands.post(.retryNow)
    try await wait(for: mailbox) { action in
      if case .connection(let change) = action { change.phase == .open } else { false }
    }
    #expect(arrivals.load(ordering: .relaxed) >= 2)
  }

  @Test("a command wakes it while it lets a busy stream gather", .timeLimit(.minutes(2)))
  func commandWakesGathering() async throws {
    let server = try ScriptedServer { $0.hold() }
    defer { server.stop() }
    let commands = try CommandQueue()
    let mailbox = Mailbox<Delivery>(onRoom: { commands.wake() })
    // It gathers after every lap, for longer than anybody waits here.
    let thread = try NetworkThread(
      EngineHarness.configuration(server.origin), output: NetworkOutput(heard: mailbox),
      commands: commands, pace: LapPace(gathering: .seconds(300), burst: 0))
    try await wait(for: mailbox) { if case .connection = $0 { true } else { false } }
    for number in 1...3 {
      let callSID = try #require(CallSID("\(EngineHarness.call)-\(number)"))
      commands.post(.follow(callSID))
      try await wait(for: mailbox) { action in
        if case .observer(let change) = action { change.callSID == callSID } else { false }
      }
    }
    thread.stop()
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

  @Test("a thread that nobody holds any more has ended")
  func ends() throws {
    let server = try ScriptedServer { $0.hold() }
    defer { server.stop() }
    let commands = try CommandQueue()
    let mailbox = Mailbox<Delivery>(onRoom: { commands.wake() })
    _ = try start(server.origin, mailbox, commands)
    commands.post(.retryNow)
  }
}

@Suite("The pace of laps")
struct LapPaceTests {
  private let start = ContinuousClock.now

  @Test("A burst goes through, then laps are gathered")
  func burst() {
    var pace = LapPace(from: start)
    for _ in 0..<32 { #expect(pace.pause(at: start) == .zero) }
    #expect(pace.pause(at: start) == LapPace.gathering)
  }

  @Test("Twenty a second are gathered for as long as they come")
  func flood() {
    var pace = LapPace(from: start)
    var now = start
    let laps = 1_000
    for _ in 0..<laps { now += .milliseconds(50) + pace.pause(at: now) }
    // The burst lasts longer, for it is filled up again at fifteen a second.
    #expect(now - start >= (LapPace.gathering + .milliseconds(50)) * (laps - 150))
  }

  @Test("Once nothing waits any more, the next laps are passed on at once")
  func caughtUp() {
    var pace = LapPace(from: start)
    var now = start
    for _ in 0..<33 { now += pace.pause(at: now) }
    now += LapPace.gathering + .milliseconds(1)
    for _ in 0..<5 { #expect(pace.pause(at: now) == .zero) }
  }

  @Test("What comes as slowly as people speak is never held")
  func slow() {
    var pace = LapPace(from: start)
    for lap in 1...1_000 {
      #expect(pace.pause(at: start + LapPace.interval * lap) == .zero)
    }
  }
}
