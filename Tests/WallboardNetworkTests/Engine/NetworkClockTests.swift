import TestSupport
import Testing
import WallboardEvents
@testable import WallboardNetwork

@Suite("The network's clock")
struct ClockTests {
  /// Serves the stream, with those fields and that text, and empty reads.
  private func server(_ fields: [String], _ stream: String = ":\n\n") throws -> ScriptedServer {
    try ScriptedServer { connection in
      let lines = ["HTTP/1.1 200 OK", "Content-Type: text/event-stream"] + fields
      guard connection.target.hasSuffix("/events/stream") else {
        return try connection.answer(
          "200 OK", #"{"items":[],"has_more":false}"#, fields: fields)
      }
      try connection.send(lines.map { $0 + "\r\n" }.joined() + "\r\n" + stream)
      connection.hold()
    }
  }

  private func opened(
    _ server: ScriptedServer, _ machine: Machine, _ body: (EngineHarness) throws -> Void
  ) throws {
    defer { server.stop() }
    let harness = try EngineHarness(server.origin) { $0.time = machine.time }
    try harness.run("the stream is open") { $0.phases.last == .open }
    try body(harness)
  }

  @Test(
    "is corrected by the date of an answer before anything that came with it is told",
    arguments: [-150, 150] as [Int64])
  func corrected(seconds: Int64) throws {
    let event = callStarted(id: Int(Machine.platformTime) - 100)
    try opened(try server([Machine.date], event), Machine(wrongBy: seconds * 1_000)) { harness in
      try harness.run("an event comes") { !$0.events.isEmpty }
      let index = try #require(harness.clockChanges.first.map(\.index))
      let opening = harness.heard.firstIndex { action in
        if case .connection(let change) = action { change.phase == .open } else { false }
      }
      #expect(index < opening ?? 0)
      guard case .wrong(let told) = harness.clockChanges[0].change.standing else {
        Issue.record("\(harness.clockChanges)")
        return
      }
      #expect(abs(told - seconds) <= 1)
      let received = try #require(harness.events.first)
      #expect((0...1_500).contains(received.receivedAt.milliseconds(since: received.at)))
      harness.commands.post(.read([.operators]))
      try harness.run("a read is done") { !$0.parts.isEmpty }
      for case .read(_, _, let time) in harness.heard {
        #expect(abs(time.milliseconds - Machine.platformTime) <= 1_100)
      }
    }
  }

  @Test(
    "is left alone where an answer has no date of now",
    arguments: [
      [], ["Date: yesterday"], [Machine.date, "Age: 40"],
      [Machine.date, "X-Cache: HIT from proxy"],
      ["Date: Thu, 01 Jan 1970 00:00:00 GMT", "Age: 99999999999999999999"],
      ["Date: Mon, 03 Aug 20260 10:00:00 GMT"], ["Date:"],
    ])
  func undated(fields: [String]) throws {
    try opened(try server(fields), Machine(wrongBy: -150_000)) { harness in
      #expect(harness.clockChanges.isEmpty)
    }
  }

  @Test("does not jump with the wall clock, and tells when that is wrong and right again")
  func jumps() throws {
    let machine = Machine(wrongBy: 0)
    try opened(try server([Machine.date]), machine) { harness in
      #expect(harness.clockChanges.isEmpty)
      machine.jump(by: 3_600_000)
      try harness.run("it is told") { $0.clockChanges.count == 1 }
      machine.jump(by: -3_600_000)
      try harness.run("it is told") { $0.clockChanges.count == 2 }
      #expect(
        harness.clockChanges.map(\.change.standing) == [.wrong(seconds: 3_600), .right])
      #expect(harness.clockChanges.allSatisfy { $0.change.step == 0 })
      harness.commands.post(.read([.operators]))
      try harness.run("a read is done") { !$0.parts.isEmpty }
      for case .read(_, _, let time) in harness.heard {
        #expect(time.milliseconds == Machine.platformTime)
      }
    }
  }

  @Test(
    "counts the date of Retry-After from the platform's time", arguments: [-150, 150] as [Int64])
  func retryAfter(seconds: Int64) throws {
    let server = try ScriptedServer { connection in
      if connection.target.hasSuffix("/events/stream") {
        try connection.send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\(Machine.date)\r\n\r\n:\n\n")
        return connection.hold()
      }
      try connection.answer(
        "429 Slow down",
        fields: [Machine.date, "Retry-After: Mon, 03 Aug 2026 10:05:00 GMT"])
    }
    try opened(server, Machine(wrongBy: seconds * 1_000)) { harness in
      harness.commands.post(.read([.operators]))
      try harness.run("the read fails") { !$0.failures.isEmpty }
      let retryAt = try #require(harness.failures.first?.retryAt)
      let wait = retryAt.milliseconds - Machine.platformTime
      // A quarter more at random.
      #expect((298_000...376_500).contains(wait), "\(wait)")
    }
  }
}

extension EngineHarness {
  /// What was told of the clocks, and where in the order of things.
  fileprivate var clockChanges: [(index: Int, change: ClockChange)] {
    heard.enumerated().compactMap { index, action in
      if case .clock(let change) = action { (index, change) } else { nil }
    }
  }
}
