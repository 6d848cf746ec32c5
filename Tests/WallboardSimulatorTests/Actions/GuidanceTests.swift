import TestSupport
import Testing
import WallboardSimulator

@Suite("Guidance", .fewAtATime)
struct GuidanceTests {
  private static let words = "Offer the Tuesday appointment instead"

  @Test("changes what the agent says next, which the call's story tells, too, while and after it")
  func observed() async throws {
    try await Bench.run {
      $0.observerRate = 300
    } body: { bench async throws in
      let sid = try await bench.quietCall()
      let observer = try bench.observe(sid)
      let before = await observer.events { $0.count > 150 }.count
      #expect(try await bench.guide(sid, Self.words) == "delivered")
      let heard = await observer.events { $0.dropFirst(before).contains(where: Self.isGuided) }
      let guided = try #require(heard.dropFirst(before).firstIndex(where: Self.isGuided))
      #expect(heard[guided].text(at: "transcript").hasSuffix(Self.words))
      #expect(heard[guided].text(at: "speaker_role") == "agent")
      #expect(heard[guided]["interrupted"] == false)
      try await Self.compare(observer, of: sid, on: bench)
      _ = try await bench.emit { truth in
        truth["calls"]?.elements.contains { $0.text(at: "call_sid") == sid } == false ? true : nil
      }
      let all = await observer.events { $0.last?.type == "session_end" }
      let story = try await bench.story(of: sid)
      let told = ToldTurn.lines(of: ToldTurn.told(by: story))
      let lines = ToldTurn.lines(of: ToldTurn.observed(in: all))
      #expect(Array(told.suffix(lines.count)) == lines)
      #expect(lines.count { $0.hasSuffix(Self.words) } == 1)
      #expect(StoryRules.violations(of: story) == [])
    }
  }

  @Test("stands in the story of a call that nobody observes")
  func unobserved() async throws {
    try await Bench.run {
      $0.speed = 50
    } body: { bench async throws in
      let sid = try await bench.quietCall()
      #expect(try await bench.guide(sid, Self.words) == "delivered")
      var lines: [String] = []
      for _ in 0..<500 where !lines.contains(where: { $0.hasSuffix(Self.words) }) {
        try await Task.sleep(for: .milliseconds(20))
        let story = try await bench.story(of: sid)
        #expect(StoryRules.violations(of: story) == [])
        lines = ToldTurn.lines(of: ToldTurn.told(by: story))
      }
      #expect(lines.count { $0.hasSuffix(Self.words) } == 1)
      // Who observes the call from now on hears how the same conversation goes on.
      let observer = try bench.observe(sid)
      _ = await observer.events { ToldTurn.lines(of: ToldTurn.observed(in: $0)).count > 3 }
      try await Self.compare(observer, of: sid, on: bench)
    }
  }

  @Test("waits while a person speaks in the agent's place, and is taken up afterwards")
  func queued() async throws {
    try await Bench.run {
      $0.observerRate = 300
    } body: { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let observer = try bench.observe(sid)
      _ = await observer.events { $0.count > 20 }
      _ = try await bench.act("operators/\(id)/join-call", ["call_sid": .string(sid)])
      #expect(try await bench.guide(sid, Self.words) == "queued_no_subscriber")
      let silent = await observer.events { events in
        let place = events.firstIndex { $0["muted"] == true }
        return place.map { events.count > $0 + 60 } ?? false
      }
      #expect(!silent.contains(where: Self.isGuided))
      _ = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      let heard = await observer.events { $0.contains(where: Self.isGuided) }
      let back = try #require(heard.firstIndex { $0["muted"] == false })
      let guided = try #require(heard.firstIndex(where: Self.isGuided))
      let between = heard[back..<guided].filter { $0.type == "agent_transcript" }
      #expect(between.count == 1)
      try await Self.compare(observer, of: sid, on: bench)
    }
  }

  @Test("waits for the agent where the phone still rings")
  func ringing() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.newCall()
      #expect(try await bench.guide(sid, Self.words) == "queued_no_subscriber")
    }
  }

  @Test("is known again on the same call for a minute, by its words")
  func again() async throws {
    try await Bench.run { bench async throws in
      let calls = await bench.calls { $0["operators"]?.elements == [] }
      try #require(calls.count > 1)
      #expect(try await bench.guide(calls[0], Self.words) == "delivered")
      #expect(try await bench.guide(calls[0], Self.words) == "deduplicated")
      #expect(try await bench.guide(calls[0], Self.words + ".") == "delivered")
      #expect(try await bench.guide(calls[1], Self.words) == "delivered")
      await bench.simulator.turnOn(try #require(SimulatorFault.parse("clock:61")))
      #expect(try await bench.guide(calls[0], Self.words) == "delivered")
    }
  }

  @Test("of more than a hundred on a call fails")
  func many() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.quietCall()
      for number in 0..<100 { #expect(try await bench.guide(sid, "\(number)") == "delivered") }
      #expect(try await bench.guide(sid, "100") == "failed")
      #expect(try await bench.guide(sid, "99") == "deduplicated")
    }
  }

  @Test("has no plain words where words are ciphered")
  func ciphered() async throws {
    try await Bench.run {
      $0.observerRate = 300
      $0.ciphersWords = true
    } body: { bench async throws in
      let sid = try await bench.quietCall()
      let observer = try bench.observe(sid)
      _ = await observer.events { $0.count > 100 }
      _ = try await bench.guide(sid, Self.words)
      let heard = await observer.events { events in
        events.contains {
          $0.text(at: "transcript").hasSuffix("Bssre gur Ghrfqnl nccbvagzrag vafgrnq")
        }
      }
      #expect(!heard.contains { $0.text.contains("Tuesday") })
    }
  }

  private static func isGuided(_ event: JSON) -> Bool {
    event.type == "agent_transcript" && event.text(at: "transcript").hasSuffix(words)
  }

  /// All that was heard stands in the story, in one piece.
  private static func compare(_ observer: Observer, of sid: String, on bench: Bench) async throws {
    let heard = await observer.events(within: 0.01) { _ in false }
    let story = try await bench.story(of: sid)
    let lines = ToldTurn.lines(of: ToldTurn.observed(in: heard))
    let told = ToldTurn.lines(of: ToldTurn.told(by: story))
    #expect(lines.count > 3 && told.firstRange(of: lines) != nil)
    #expect(StoryRules.violations(of: story) == [])
  }
}

extension Bench {
  /// Guides the agent of a call. Returns the status that is answered.
  fileprivate func guide(_ sid: String, _ message: String) async throws -> String? {
    let id = try await helper()
    let answer = try await act(
      "operators/\(id)/send-guidance", ["call_sid": .string(sid), "message": .string(message)])
    #expect(answer.status == 200 && answer.json?.text(at: "call_sid") == sid)
    return answer.json?.text(at: "status")
  }
}
