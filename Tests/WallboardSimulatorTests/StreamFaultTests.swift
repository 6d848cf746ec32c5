import TestSupport
import Testing
import WallboardSimulator

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

  @Test("stall a stream and keep it open")
  func stall() async throws {
    try await Bench.run("stall:5") {
      $0.heartbeatInterval = .milliseconds(50)
    } body: { bench async throws in
      let wire = try await bench.openStream()
      _ = await wire.receive { $0.body.contains("stream.opened") }
      await bench.simulator.emit(count: 20)
      let before = await wire.receive { $0.ids.count >= 5 }
      let after = await wire.receive(within: 0.4) { _ in false }
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
