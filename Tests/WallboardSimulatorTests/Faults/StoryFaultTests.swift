import TestSupport
import Testing
import WallboardSimulator

@Suite("Faults of the calls' past", .fewAtATime)
struct StoryFaultTests {
  @Test("refuse either read as often as asked for, and no other")
  func refusals() async throws {
    try await Bench.run("rest-503:calls:1", "rest-429:story:1") { bench async throws in
      let story = Bench.read("calls/\(try await bench.anyCall())")
      let refused = try await bench.get(story)
      #expect(refused.status == 429 && refused.header("Retry-After") == "2")
      #expect(try await bench.get(story).status == 200)
      #expect(try await bench.get(Bench.read("calls")).status == 503)
      #expect(try await bench.get(Bench.read("calls")).status == 200)
    }
  }

  @Test("keep the story of a live call back, and no other")
  func missing() async throws {
    try await Bench.run("story-404:1") { bench async throws in
      let past = try #require(try await bench.calls("limit=1").first).text(at: "call_sid")
      #expect(try await bench.get(Bench.read("calls/\(past)")).status == 200)
      let live = Bench.read("calls/\(try await bench.anyCall())")
      let missing = try await bench.get(live)
      #expect(missing.status == 404 && missing.body.hasPrefix(#"{"detail":"Not Found""#))
      #expect(try await bench.get(live).status == 200)
    }
  }

  @Test("break a story off in the middle")
  func cut() async throws {
    try await Bench.run("story-cut:1") { bench async throws in
      let sid = try await bench.anyCall()
      let broken = try await bench.get(Bench.read("calls/\(sid)"))
      #expect(broken.status == 200 && broken.isClosed && !broken.isComplete)
      #expect(broken.body.hasPrefix(#"{"id":"#) && WireJSON.parse(Array(broken.body.utf8)) == nil)
      #expect(try await bench.story(of: sid).text(at: "call_sid") == sid)
    }
  }

  @Test("make a story long: in turns and in words")
  func long() async throws {
    try await Bench.run("story-turns:3000", "story-words:2") { bench async throws in
      let sid = try await bench.anyCall()
      let story = try await bench.story(of: sid)
      let turns = ToldTurn.told(by: story)
      #expect(turns.count == 3000)
      let bytes = ToldTurn.lines(of: turns).reduce(0) { $0 + $1.utf8.count }
      #expect((2 << 20...3 << 20).contains(bytes))
      #expect(StoryRules.violations(of: story) == [])
      #expect(SimulatorFault.parse("story-turns")?.amount == 10_000)
      #expect(SimulatorFault.parse("story-words")?.amount == 16)
    }
  }

  @Test("leave every field out once, and give each another type")
  func garbage() async throws {
    try await Bench.run("story-garbage") { bench async throws in
      let sid = try await bench.anyCall()
      var gone: Set<String> = []
      var wrong: Set<String> = []
      for _ in 0..<60 {
        let story = try await bench.story(of: sid)
        let turns = story["turns"]?.elements ?? []
        gone.formUnion(StoryRules.call.names.filter { story[$0] == nil })
        gone.formUnion(
          turns.flatMap { turn in
            StoryRules.turn.names.filter { turn[$0] == nil }.map { "turn." + $0 }
          })
        wrong.formUnion(StoryRules.violations(of: story))
      }
      let fields = StoryRules.turn.names.map { "turn." + $0 }
      #expect(gone == Set(fields + StoryRules.call.names).subtracting(["turns"]))
      // What is null becomes an array, which may be right.
      let others = StoryRules.turn.namesOfNoArray.map { "turns." + $0 }
      #expect(wrong.isSuperset(of: others))
      #expect(wrong.isSuperset(of: StoryRules.call.namesOfNoArray.map { "call." + $0 }))
    }
  }

  @Test("let the pages move when calls end")
  func moving() async throws {
    try await Bench.run("calls-moving") { bench async throws in
      let first = try await bench.page("limit=5")
      #expect(first["continuation_token"] == 5)
      let count = try #require(first["total"]?.double)
      await bench.simulator.emit(count: 60)
      let next = try await bench.page("limit=5&continuation_token=5")
      #expect(try #require(next["total"]?.double) > count)
      let shown = first["items"]?.elements ?? []
      #expect((next["items"]?.elements ?? []).contains { shown.contains($0) })
    }
  }
}

extension [String] {
  /// The fields that rules are about.
  fileprivate var names: [String] {
    map { FieldRule($0).name }
  }

  fileprivate var namesOfNoArray: [String] {
    map(FieldRule.init).filter { $0.type != "array" }.map(\.name)
  }
}
