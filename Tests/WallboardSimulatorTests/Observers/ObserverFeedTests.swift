import TestSupport
import Testing
import WallboardSimulator

@Suite("Faults of the observer socket", .fewAtATime)
struct ObserverFaultTests {
  @Test("refuse the handshake with a status, as often as asked for", arguments: [401, 404, 503])
  func refusal(status: Int) async throws {
    try await Self.run("observer-refuse:\(status):1") { bench, sid async throws in
      let refused = try bench.observe(sid)
      let answer = await refused.wire.receive { $0.body.hasSuffix("}") }
      #expect(answer.status == status)
      #expect((answer.header("Retry-After") != nil) == (status == 503))
      #expect(try await Self.opens(bench.observe(sid)))
    }
  }

  @Test("close with any code after some messages", arguments: [1000, 1013, 4100, 4029])
  func close(code: Int) async throws {
    try await Self.run("observer-close:\(code):3:1") { bench, sid async throws in
      let observer = try bench.observe(sid)
      #expect(await observer.closeCode() == code)
      #expect(await observer.events { _ in true }.count == 3)
      observer.send(opcode: 8, [0x03, 0xE8])
      #expect(await observer.wire.receive { $0.isClosed }.isClosed)
      #expect(try await Self.opens(bench.observe(sid)))
    }
  }

  @Test("close without a code, and without a frame")
  func silentCloses() async throws {
    try await Self.run("observer-close:1005:0") { bench, sid async throws in
      let frames = try await bench.observe(sid).frames { !$0.isEmpty }
      #expect(frames.first?.opcode == 8)
      #expect(frames.first?.payload == [])
    }
    try await Self.run("observer-close:1006:2") { bench, sid async throws in
      let observer = try bench.observe(sid)
      #expect(await observer.wire.receive { $0.isClosed }.isClosed)
      #expect(await observer.frames { _ in true }.map(\.opcode) == [1, 1])
    }
  }

  @Test("cut a frame in the middle")
  func cut() async throws {
    try await Self.run("observer-cut:4:1") { bench, sid async throws in
      let observer = try bench.observe(sid)
      #expect(await observer.wire.receive { $0.isClosed }.isClosed)
      #expect(await observer.frames { _ in true }.count == 4)
      #expect(observer.hasHalfAFrame)
      #expect(try await Self.opens(bench.observe(sid)))
    }
  }

  @Test("say nothing more, not even a pong, and stay connected")
  func silence() async throws {
    try await Self.run("observer-silence:2") { bench, sid async throws in
      let observer = try bench.observe(sid)
      _ = await observer.frames { $0.count >= 2 }
      observer.send(opcode: 9, [1])
      observer.send(opcode: 8, [0x03, 0xE8])
      // Others of the call connect and are sent more, one after another; this one is not.
      for _ in 0..<5 { _ = try await bench.observe(sid).frames { $0.count >= 2 } }
      let frames = await observer.frames(within: 0) { $0.count > 2 }
      #expect(frames.count == 2)
      #expect(!observer.answer.isClosed)
    }
  }

  @Test("split messages into fragments, with pings between them")
  func fragments() async throws {
    try await Self.run("observer-fragments") { bench, sid async throws in
      let observer = try bench.observe(sid)
      let events = await observer.events { $0.count >= 20 }
      #expect(events.flatMap(ObserverRules.violations) == [])
      let frames = await observer.frames { _ in true }
      #expect(frames.contains { $0.opcode == 1 && !$0.isFinal })
      #expect(frames.contains { $0.opcode == 0 && $0.isFinal })
      let ping = try #require(frames.firstIndex { $0.opcode == 9 })
      #expect(!frames[ping - 1].isFinal)
    }
  }

  @Test("send several messages at once, or a few bytes at a time, or in binary")
  func shapes() async throws {
    for fault in ["observer-coalesce:5", "observer-drip", "observer-binary"] {
      try await Self.run(fault) { bench, sid async throws in
        let observer = try bench.observe(sid)
        let events = await observer.events { $0.count >= 2 }
        #expect(events.first?.type == "session_info")
        #expect(events.flatMap(ObserverRules.violations) == [])
        let opcodes = Set(await observer.frames { _ in true }.map(\.opcode))
        #expect(opcodes == [fault == "observer-binary" ? 2 : 1])
      }
    }
  }

  @Test("ping every so many messages")
  func pings() async throws {
    try await Self.run("observer-pings:2") { bench, sid async throws in
      let frames = try await bench.observe(sid).frames { $0.count >= 9 }
      #expect(frames.prefix(9).map(\.opcode) == [1, 1, 9, 1, 1, 9, 1, 1, 9])
    }
  }

  @Test("break the rules of a frame")
  func violations() async throws {
    let rules: [(String, (Observer.Frame) -> Bool)] = [
      ("observer-bad-utf8", { String(validating: $0.payload, as: UTF8.self) == nil }),
      ("observer-reserved-bits", { $0.reserved == 0x40 }),
      ("observer-bad-opcode", { $0.opcode == 3 }),
      ("observer-masked", { $0.isMasked }),
    ]
    for (fault, isBroken) in rules {
      try await Self.run("\(fault):1") { bench, sid async throws in
        let observer = try bench.observe(sid)
        let frames = await observer.frames { $0.count >= 2 }
        #expect(frames.count == 2 && isBroken(frames[1]) && !isBroken(frames[0]), "\(fault)")
        observer.send(opcode: 8, [0x03, 0xEA])
        #expect(await observer.closeCode() == 1002)
      }
    }
  }

  @Test("announce a frame that nobody can hold")
  func huge() async throws {
    try await Self.run("observer-huge:0") { bench, sid async throws in
      let received = try await bench.observe(sid).wire.receive { $0.afterHead.count > 20 }
      #expect(Array(received.afterHead.prefix(10)) == [0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0])
    }
  }

  @Test("add garbage and unknown events, and take nothing away")
  func garbage() async throws {
    try await Self.run("observer-garbage:2", "observer-unknown:3") { bench, sid async throws in
      let observer = try bench.observe(sid)
      let events = await observer.events { $0.count >= 60 }
      #expect(events.contains { $0.type == "sentiment_forecast" })
      let texts = observer.messages.map { String(decoding: $0, as: UTF8.self) }
      #expect(texts.contains("[\"type\", \"latency\"]"))
      #expect(texts.contains(""))
    }
  }

  @Test("use the older names and send partial lines")
  func oldNames() async throws {
    try await Self.run("observer-old-names") { bench, sid async throws in
      let events = try await bench.observe(sid).events {
        $0.contains { $0.type == "tool_call_completed" } && $0.contains { $0["is_final"] == true }
      }
      let tools = events.filter { $0.type.hasPrefix("tool_call") }
      #expect(tools.allSatisfy { $0["call_id"] == nil && $0["input"] == nil })
      let last = try #require(events.lastIndex { $0["is_final"] == true })
      #expect(events[last - 1]["is_final"] == false)
      let partial = events[last - 1].text(at: "transcript")
      #expect(events[last].text(at: "transcript").hasPrefix(partial))
    }
  }

  @Test("do not know a call yet when it is asked for first")
  func late() async throws {
    try await Self.run("observer-late:2") { bench, sid async throws in
      #expect(try await bench.observe(sid).closeCode() == 4004)
      #expect(try await bench.observe(sid).closeCode() == 4004)
      #expect(try await Self.opens(bench.observe(sid)))
    }
  }

  @Test("get the handshake wrong")
  func handshake() async throws {
    try await Self.run("observer-accept:1", "observer-protocol:1") { bench, sid async throws in
      let wrong = try bench.observe(sid)
      _ = await wrong.events { !$0.isEmpty }
      #expect(wrong.answer.header("Sec-WebSocket-Protocol") == "chat")
      #expect(wrong.answer.header("Sec-WebSocket-Accept") == "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
      let right = try bench.observe(sid)
      _ = await right.events { !$0.isEmpty }
      #expect(right.answer.header("Sec-WebSocket-Protocol") == "auth")
    }
  }

  @Test("are read with all their numbers, and not with too many")
  func parsing() {
    let fault = SimulatorFault.parse("observer-close:4100:12:2")
    #expect(fault?.code == 4100 && fault?.amount == 12 && fault?.times == 2)
    for wrong in [
      "observer-close", "observer-close:70000", "observer-close:4100:1:1:1", "observer-refuse",
      "observer-refuse:99", "observer-drip:1", "observer-cut:-1",
    ] {
      #expect(SimulatorFault.parse(wrong) == nil, "\(wrong)")
    }
  }

  /// Runs a simulator with the faults that tells its calls quickly.
  private static func run(
    _ faults: String..., body: (Bench, String) async throws -> Void
  ) async throws {
    try await Bench.run {
      $0.observerRate = 200
      $0.faults = faults.compactMap(SimulatorFault.parse)
    } body: { bench async throws in
      try await body(bench, try await bench.anyCall())
    }
  }

  private static func opens(_ observer: Observer) async -> Bool {
    await observer.events { !$0.isEmpty }.first?.type == "session_info"
  }
}
