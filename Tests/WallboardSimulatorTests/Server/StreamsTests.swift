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
      let received = await wire.receive { $0.ids.count >= 100 }
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

@Suite("Faults of the stream", .fewAtATime)
struct StreamFaultTests {
  @Test("drop a stream in the middle")
  func drop() async throws {
    try await Bench.run("drop:5") { bench async throws in
      let (wire, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 20)
      let received = await wire.receive { _ in false }
      #expect(received.isClosed)
      #expect(!received.isComplete)
      #expect((5...6).contains(received.ids.count))
    }
  }

  @Test("end a stream cleanly")
  func end() async throws {
    try await Bench.run("end:5") { bench async throws in
      let (wire, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 20)
      let received = await wire.receive { $0.isComplete }
      #expect(received.isComplete)
      #expect(!received.isClosed)
      #expect(received.ids.count == 5)
    }
  }

  @Test("leave no place to a client that is gone, though nothing is written to it")
  func gone() async throws {
    try await Bench.run("stall:1") { bench async throws in
      var wires: [Wire] = []
      for _ in 0..<50 { wires.append(try await bench.streamOpened().0) }
      await bench.simulator.emit(count: 2)
      wires.removeAll()
      var isLetIn = false
      for _ in 0..<250 where !isLetIn {
        let wire = try await bench.openStream()
        let answer = await wire.receive {
          $0.body.contains("stream.opened") || $0.body.contains("too_many_streams")
        }
        isLetIn = answer.body.contains("stream.opened")
        if !isLetIn { try await Task.sleep(for: .milliseconds(20)) }
      }
      #expect(isLetIn)
    }
  }

  @Test("stall a stream and keep it open")
  func stall() async throws {
    try await Bench.run("stall:5") {
      $0.heartbeatInterval = .milliseconds(50)
    } body: { bench async throws in
      let wire = try await bench.openStream()
      _ = await wire.receive { $0.body.contains("stream.opened") }
      await bench.simulator.emit(count: 20)
      let before = await wire.receive { $0.ids.count >= 5 }
      // Once another stream has had some heartbeats, this one would have had them too.
      let other = try await bench.openStream()
      _ = await other.receive { $0.body.split(separator: ": heartbeat").count > 5 }
      let after = await wire.receive(within: 0) { _ in false }
      #expect(after.bytes == before.bytes)
      #expect(!after.isClosed)
    }
  }

  @Test("cut what is sent into small pieces, with CRLF line ends")
  func cut() async throws {
    try await Bench.run("cut") { bench async throws in
      let wire = try await bench.openStream()
      let opening = await wire.receive { $0.body.hasSuffix("50}\r\n\r\n") }
      #expect(opening.chunks.allSatisfy { (1...9).contains($0.count) })
      #expect(opening.body.hasPrefix("retry: 3000\r\n\r\nid: 0\r\n"))
    }
  }

  @Test("add garbage to the true events and take none away")
  func garbage() async throws {
    try await Bench.run("garbage:2") { bench async throws in
      let (wire, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 30)
      let truth = await bench.simulator.truth
      let last = truth["last_event_id"]?.string ?? ""
      let received = await wire.receive { $0.body.contains("id: \(last)\n") }
      #expect(received.body.contains("call.teleported"))
      #expect(received.body.contains("\u{FFFD}"))
      guard case .integer(let events)? = truth["counts"]?["events"] else { return }
      #expect(Set(received.ids).count == events)
    }
  }

  @Test("send events again, or none, on resuming")
  func resuming() async throws {
    try await Bench.run("replay-overlap:4") { bench async throws in
      let (first, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 30)
      let all = await first.receive { $0.ids.count >= 30 }.ids
      let again = try await bench.openStream(after: all[9])
      #expect(await again.receive { $0.ids.count >= all.count - 6 }.ids == Array(all[6...]))
      try await bench.turnOn("forget:1")
      #expect(try await bench.streamOpened(after: all[9]).1.ids == [])
    }
  }

  @Test("repeat the event's name inside its data")
  func inside() async throws {
    try await Bench.run("event-type-inside") { bench async throws in
      let (wire, _) = try await bench.streamOpened()
      await bench.simulator.emit(count: 1)
      let received = await wire.receive { $0.ids.count >= 1 }
      #expect(received.body.contains("data: {\"event_type\":\""))
    }
  }
}

extension Bench {
  fileprivate func turnOn(_ text: String) async throws {
    let fault = try #require(SimulatorFault.parse(text))
    await simulator.turnOn(fault)
  }
}
