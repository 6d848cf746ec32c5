import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

@Suite("A reader that is slower than the platform", .inTurn)
struct BackPressureTests {
  @Test("holds the platform back and loses nothing")
  func losesNothing() throws {
    let count = 10_000
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      for first in stride(from: 0, to: count, by: 100) {
        let events = (first..<first + 100).map { callStarted(id: 1_766_000_000_000 + $0, sid: $0) }
        try connection.send(events.joined())
      }
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin, silenceLimit: .milliseconds(300), capacity: 50)
    try harness.run("the first come") { !$0.events.isEmpty }
    let start = ContinuousClock.now
    // Nobody reads: the mailbox stays within its bound, and our own pause is no silence.
    var laps = 0
    while start.duration(to: .now) < .milliseconds(600) {
      try harness.turn()
      laps += 1
    }
    #expect(laps < 300, "it does not spin while it waits")
    let before = harness.events.count
    harness.collect()
    // One write of 16 KiB holds fewer than 200 of these events.
    #expect(harness.events.count - before <= 250)
    try harness.run("all come") { $0.events.count == count }
    let ids = harness.events.map { $0.at.milliseconds }
    #expect(ids == (0..<count).map { 1_766_000_000_000 + Int64($0) })
    #expect(harness.phases == [.connecting(attempt: 1), .open])
  }

  @Test("holds it back for few events, too, where they are large")
  func few() {
    let mailbox = Mailbox<Int>(onRoom: {})
    mailbox.post([1], bytes: Mailbox<Int>.byteCapacity - 1)
    #expect(mailbox.claimRoom())
    mailbox.post([2], bytes: 1)
    #expect(!mailbox.claimRoom())
    #expect(mailbox.drain() == [[1], [2]] && mailbox.claimRoom())
  }

  @Test("a stream that ends behind a full mailbox is read to its end")
  func endsWhilePaused() throws {
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send((0..<500).map { callStarted(id: 1_766_000_000_000 + $0) }.joined())
      try connection.send("event: error\nid: 0\ndata: {\"code\":\"too_many_streams\"}\n\n")
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin, capacity: 1)
    guard case .stopped = try harness.runToEnding() else {
      Issue.record("\(harness.phases)")
      return
    }
    #expect(harness.events.count == 500)
  }
}
