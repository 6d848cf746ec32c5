import TestSupport
import Testing
import WallboardSimulator

@Suite("The stream", .fewAtATime)
struct StreamTests {
  @Test("opens with the retry hint alone, then with its control frame")
  func opening() async throws {
    try await Bench.run { bench in
      let (_, opening) = try await bench.streamOpened()
      #expect(opening.status == 200)
      #expect(opening.header("Content-Type") == "text/event-stream; charset=utf-8")
      #expect(opening.header("Transfer-Encoding") == "chunked")
      #expect(
        opening.body.hasPrefix("retry: 3000\n\nid: 0\nevent: stream.opened\ndata: {\"code\":\"ok\"")
      )
      #expect(opening.body.hasSuffix("\"max_streams_per_workspace\":50}\n\n"))
    }
  }

  @Test("sends each event as id, event and data, the name not inside the data")
  func frames() async throws {
    try await Bench.run { bench in
      let (wire, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 200)
      let received = await wire.receive { $0.ids.count >= 200 }
      let blocks = received.body.split(separator: "\n\n")
      for block in blocks.dropFirst() {
        let lines = block.split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != ":" } } == ["id", "event", "data"])
      }
      #expect(!received.body.contains("event_type"))
      #expect(zip(received.ids, received.ids.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test("sends heartbeats, now and then in the block of the next event")
  func heartbeats() async throws {
    try await Bench.run {
      $0.heartbeatInterval = .milliseconds(20)
      $0.rate = 30
    } body: { bench in
      let wire = try await bench.openStream()
      let received = await wire.receive { Self.gluedBeat($0) && Self.aloneBeat($0) }
      #expect(Self.gluedBeat(received))
      #expect(Self.aloneBeat(received))
    }
  }

  @Test("resumes after the last id and goes on live")
  func resume() async throws {
    try await Bench.run { bench in
      let (first, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 60)
      let all = await first.receive { $0.ids.count >= 60 }.ids
      let wire = try await bench.openStream(after: all[19])
      let missed = await wire.receive { $0.ids.count >= all.count - 20 }
      // More may have happened than was waited for: the rest of it follows.
      #expect(missed.ids.starts(with: all[20...]))
      await bench.simulator.emit(count: 1)
      let live = await wire.receive { $0.ids.count > missed.ids.count }
      #expect(live.ids.count > missed.ids.count)
    }
  }

  @Test("without a last id starts now")
  func fresh() async throws {
    try await Bench.run { bench in
      await bench.simulator.emit(count: 30)
      let (_, opening) = try await bench.streamOpened()
      #expect(opening.ids == [])
    }
  }

  @Test("refuses the fifty-first with an error frame")
  func limit() async throws {
    try await Bench.run { bench in
      var wires: [Wire] = []
      for _ in 0..<50 { wires.append(try await bench.streamOpened().0) }
      let refused = try await bench.get(Bench.streamPath)
      #expect(refused.status == 200)
      #expect(refused.body.contains("event: error\ndata: {\"code\":\"too_many_streams\""))
      #expect(refused.body.contains("\"max_streams\":50"))
      #expect(wires.count == 50)
    }
  }

  @Test("lets things happen by themselves")
  func pace() async throws {
    try await Bench.run {
      $0.rate = 50
      $0.speed = 10
      $0.calls = 100
    } body: { bench in
      let wire = try await bench.openStream()
      let received = await wire.receive(within: 30) { $0.ids.count >= 100 }
      #expect(received.ids.count >= 100)
    }
  }

  @Sendable private static func gluedBeat(_ reception: Reception) -> Bool {
    reception.body.contains(/: heartbeat \d+\nid: \d+\nevent:/)
  }

  @Sendable private static func aloneBeat(_ reception: Reception) -> Bool {
    reception.body.contains(/: heartbeat \d+\n\n/)
  }
}
