import Testing
import WallboardSimulator

@Suite("The observer socket")
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
      #expect(events.first?["type"] as? String == "session_info")
      #expect(events.first?["call_sid"] as? String == sid)
      #expect(events.count >= 50)
    }
  }
}
