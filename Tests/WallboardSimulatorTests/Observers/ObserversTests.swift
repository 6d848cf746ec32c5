import TestSupport
import Testing
import WallboardSimulator

@Suite("The observer socket", .fewAtATime)
struct ObserverTests {
  @Test("begins with the call's own session_info and goes on with what is said")
  func opening() async throws {
    try await Bench.run {
      $0.observerRate = 200
    } body: { bench async throws in
      let sid = try await bench.anyCall()
      let observer = try bench.observe(sid)
      let events = await observer.events { $0.count >= 50 }
      #expect(observer.answer.status == 101)
      #expect(observer.answer.header("Sec-WebSocket-Protocol") == "auth")
      #expect(observer.answer.header("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
      #expect(events.map(\.type).filter { $0 == "session_info" }.count == 1)
      #expect(events.first?.type == "session_info")
      #expect(events.first?.text(at: "call_sid") == sid)
      #expect(events.count >= 50)
    }
  }

  @Test("takes the token in the Authorization header too, and then chooses no sub-protocol")
  func header() async throws {
    try await Bench.run { bench async throws in
      let observer = try bench.observe(try await bench.anyCall(), inHeader: true)
      #expect(await observer.events { !$0.isEmpty }.first?.type == "session_info")
      #expect(observer.answer.header("Sec-WebSocket-Protocol") == nil)
    }
  }

  @Test("closes with a code for a wrong token, another workspace and an unknown call")
  func refusals() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.anyCall()
      #expect(try await bench.observe(sid, token: "wrong").closeCode() == 4001)
      #expect(try await bench.observe(sid, token: nil).closeCode() == 4001)
      let other = "00000000-0000-4000-8000-000000000002"
      #expect(try await bench.observe(sid, workspace: other).closeCode() == 3003)
      let unknown = "CA" + String(repeating: "0", count: 32)
      #expect(try await bench.observe(unknown).closeCode() == 4004)
    }
  }

  @Test("closes the fifty-first with code 4029")
  func tooMany() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.anyCall()
      let observers = try (0..<50).map { _ in try bench.observe(sid) }
      for observer in observers { _ = await observer.events { !$0.isEmpty } }
      #expect(try await bench.observe(sid).closeCode() == 4029)
    }
  }

  @Test("answers a ping with its payload and a close frame with its code, then hangs up")
  func control() async throws {
    try await Bench.run { bench async throws in
      let observer = try bench.observe(try await bench.anyCall())
      _ = await observer.events { !$0.isEmpty }
      observer.send(opcode: 9, [1, 2, 3])
      let pong = await observer.frames { $0.contains { $0.opcode == 10 } }
      #expect(pong.first { $0.opcode == 10 }?.payload == [1, 2, 3])
      observer.send(opcode: 8, [0x03, 0xE8])
      #expect(await observer.closeCode() == 1000)
      #expect(await observer.wire.receive { $0.isClosed }.isClosed)
    }
  }

  @Test("is refused without a handshake")
  func plainRequest() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.anyCall()
      #expect(try await bench.get(Bench.read("observers/\(sid)/ws")).status == 400)
    }
  }

  @Test("tells two observers of a call the same")
  func twoObservers() async throws {
    try await Bench.run {
      $0.observerRate = 200
    } body: { bench async throws in
      let sid = try await bench.anyCall()
      let first = try bench.observe(sid)
      _ = await first.events { $0.count >= 20 }
      let second = try bench.observe(sid)
      let late = Array(await second.events { $0.count >= 40 }.dropFirst())
      let all = await first.events { $0.firstRange(of: late) != nil }
      #expect(late.count >= 39 && all.firstRange(of: late) != nil)
    }
  }

  @Test("tells a call from its beginning to who looks at once")
  func beginning() async throws {
    try await Bench.run {
      $0.observerRate = 200
    } body: { bench async throws in
      let opening = ["session_info", "actor_allocated", "session_start"]
      var types: [String] = []
      // On a machine under load, a call may have gone on before somebody could look.
      for _ in 0..<20 where types.prefix(3) != opening[...] {
        let events = try await bench.observe(try await bench.newCall()).events {
          $0.contains { $0.type == "agent_transcript" }
        }
        types = events.map(\.type)
      }
      #expect(types.prefix(3) == opening[...])
      #expect(types.filter { $0 == "participant_joined" }.count == 2)
    }
  }
}
