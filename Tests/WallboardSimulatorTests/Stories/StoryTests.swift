import Foundation
import TestSupport
import Testing
import WallboardSimulator

@Suite("The story of a call", .fewAtATime)
struct StoryTests {
  @Test("agrees turn by turn with what an observer of the whole call was sent")
  func wholeCalls() async throws {
    try await Bench.run {
      $0.observerRate = 150
      $0.calls = 6
    } body: { bench async throws in
      let earlier = Set(await bench.calls)
      var observers: [String: Observer] = [:]
      var compared = 0
      for _ in 0..<400 where compared < 6 {
        await bench.simulator.emit(count: 6)
        for sid in await bench.calls where observers[sid] == nil && !earlier.contains(sid) {
          observers[sid] = try bench.observe(sid)
          _ = await observers[sid]?.events { !$0.isEmpty }
        }
        let live = Set(await bench.calls)
        for (sid, observer) in observers where !live.contains(sid) {
          observers[sid] = nil
          let events = await observer.events { $0.last?.type == "session_end" }
          // Somebody who came late has not seen the beginning.
          guard events.contains(where: { $0.type == "session_start" }), events.count > 60 else {
            continue
          }
          let story = try await bench.story(of: sid)
          #expect(ToldTurn.told(by: story) == ToldTurn.observed(in: events))
          #expect(StoryRules.violations(of: story) == [])
          // However fast the call went on, it was told by the platform's clock.
          let stamps = (story["turns"]?.elements ?? []).map { $0.text(at: "timestamp") }
          let ends = [story.text(at: "call_start_time"), story.text(at: "call_end_time")]
          #expect(
            stamps == stamps.sorted() && stamps.allSatisfy { (ends[0]...ends[1]).contains($0) })
          compared += 1
        }
        try await Task.sleep(for: .milliseconds(80))
      }
      #expect(compared == 6)
    }
  }

  @Test("holds, word by word, what an observer was sent who came later, while and after the call")
  func lateObservers() async throws {
    var linesHeard = 0
    var withOperator = 0
    for rate in [0.0, 60] {
      try await Bench.run {
        $0.observerRate = rate
        $0.speed = 2
        $0.calls = 12
      } body: { bench async throws in
        let observers = try await bench.observeAll()
        var compared = 0
        for round in 0..<400 where compared < observers.count {
          await bench.simulator.emit(count: 4)
          let live = await bench.calls.filter { observers[$0] != nil }
          // Every story is made anew, which takes its time.
          if round.isMultiple(of: 5),
            let sid = live.dropFirst(round / 5 % max(1, live.count)).first,
            let observer = observers[sid]
          {
            let events = await observer.events(within: 0.01) { _ in false }
            let story = ToldTurn.told(by: try await bench.story(of: sid))
            #expect(
              ToldTurn.lines(of: story).hold(ToldTurn.lines(of: ToldTurn.observed(in: events))))
          }
          compared = observers.keys.count { !live.contains($0) }
          try await Task.sleep(for: .milliseconds(30))
        }
        for (sid, observer) in observers {
          guard await !bench.calls.contains(sid) else { continue }
          let events = await observer.events { $0.last?.type == "session_end" }
          let story = try await bench.story(of: sid)
          let lines = ToldTurn.lines(of: ToldTurn.told(by: story))
          let heard = ToldTurn.lines(of: ToldTurn.observed(in: events))
          #expect(lines.count > heard.count)
          linesHeard += heard.count
          #expect(Array(lines.suffix(heard.count)) == heard)
          #expect(StoryRules.violations(of: story) == [])
          withOperator += story["human_segments"]?.elements.isEmpty == false ? 1 : 0
        }
      }
    }
    #expect(withOperator > 0 && linesHeard > 20)
  }

  @Test("of a call that nobody observed goes on where it was read before, up to its end")
  func unobserved() async throws {
    try await Bench.run {
      $0.speed = 5
    } body: { bench async throws in
      var told: [String: [String]] = [:]
      for sid in await bench.calls {
        let story = try await bench.story(of: sid)
        #expect(story.text(at: "status") == "in-progress" && story["call_end_time"] == .null)
        #expect(story["completion_reason"] == .null)
        told[sid] = ToldTurn.lines(of: ToldTurn.told(by: story))
      }
      #expect(told.values.contains { $0.count > 5 })
      await bench.simulator.emit(count: 500)
      let ended = await bench.simulator.truth["ended_calls"]?["recent"]?.elements ?? []
      for call in ended {
        let story = try await bench.story(of: call.text(at: "call_sid"))
        let lines = ToldTurn.lines(of: ToldTurn.told(by: story))
        let before = told[call.text(at: "call_sid")] ?? []
        #expect(Array(lines.prefix(before.count)) == before)
        #expect(story["completion_reason"] == call["completion_reason"])
        #expect(story["call_duration_seconds"]?.double == call["duration_seconds"]?.double)
        #expect((story["escalation"] != .null) == (call["escalated"] == true))
        #expect(StoryRules.violations(of: story) == [])
      }
      #expect(ended.contains { told[$0.text(at: "call_sid")] != nil })
    }
  }

  @Test("has times that rise and lie within the call")
  func times() async throws {
    try await Bench.run { bench async throws in
      for sid in await bench.calls {
        let story = try await bench.story(of: sid)
        let length = (story["call_duration_seconds"]?.double ?? 0) * 1000
        var last = 0.0
        for turn in story["turns"]?.elements ?? [] {
          let keys = [
            "user_speech_start_ms", "user_speech_end_ms", "agent_speech_start_ms",
            "agent_speech_end_ms",
          ]
          let times = keys.compactMap { turn[$0]?.double }
          #expect(times == times.sorted() && (times.first ?? last) >= last)
          last = times.last ?? last
        }
        #expect(last <= length)
        let stamps = (story["turns"]?.elements ?? []).map { $0.text(at: "timestamp") }
        #expect(
          stamps == stamps.sorted() && stamps.allSatisfy { $0 >= story.text(at: "call_start_time") }
        )
      }
    }
  }

  @Test("goes on by the clock, though the ids of events have run ahead of it")
  func idsAhead() async throws {
    try await Bench.run {
      $0.speed = 20
      $0.calls = 8
    } body: { bench async throws in
      // No event's id is below the one before it, so that they stay there.
      await bench.simulator.turnOn(try #require(SimulatorFault.parse("clock:100000")))
      await bench.simulator.emit(count: 400)
      await bench.simulator.turnOff(.clock)
      let sessions = try await bench.get(Bench.read("sessions/active")).body
      let durations = WireJSON.parse(Array(sessions.utf8))?.elements.compactMap {
        $0["duration_seconds"]?.double
      }
      #expect(durations?.count ?? 0 > 0 && durations?.allSatisfy { $0 >= 0 } == true)
      let waiting = Set(await bench.calls(where: { $0["escalation"] != .null }))
      let observers = try await bench.observeAll()
      let (sid, observer) = try await bench.emit { truth in
        truth["calls"]?.elements.first {
          $0["escalation"] != .null && !waiting.contains($0.text(at: "call_sid"))
        }.flatMap { call in
          observers[call.text(at: "call_sid")].map { (call.text(at: "call_sid"), $0) }
        }
      }
      let events = await observer.events(within: 20) { events in
        let place = events.firstIndex { $0.text(at: "next_state") == "escalated" }
        return place.map { events.count > $0 + 10 } ?? false
      }
      let place = try #require(events.firstIndex { $0.text(at: "next_state") == "escalated" })
      #expect(events.count > place + 10)
      let story = try await bench.story(of: sid)
      #expect(story["call_duration_seconds"]?.double ?? -1 >= 0)
      #expect(story["escalation"]?["wait_seconds"]?.double ?? -1 >= 0)
      #expect(StoryRules.violations(of: story) == [])
    }
  }

  @Test("is found by either id, and there is none of a call that nobody knows")
  func identifiers() async throws {
    try await Bench.run { bench async throws in
      let story = try await bench.story(of: try await bench.anyCall())
      let same = try await bench.story(of: story.text(at: "id"))
      #expect(same.text(at: "call_sid") == story.text(at: "call_sid"))
      #expect(try await bench.get(Bench.read("calls/CA0")).status == 404)
      #expect(
        try await bench.get(Bench.read("calls/\(story.text(at: "id"))"), token: nil).status == 401)
    }
  }

  @Test("is among the words that are searched for")
  func spoken() async throws {
    try await Bench.run { bench async throws in
      let story = try await bench.story(of: try await bench.anyCall())
      let spoken = await bench.simulator.spoken
      let transcripts = Set(spoken["transcripts"]?.elements.compactMap(\.string) ?? [])
      #expect(transcripts.isSuperset(of: ToldTurn.lines(of: ToldTurn.told(by: story))))
      let ids = spoken["identifiers"]?.elements ?? []
      #expect(ids.contains(story["id"] ?? .null) && !ids.contains("turn-1"))
    }
  }
}

extension Bench {
  func story(of id: String) async throws -> JSON {
    let body = try await get(Bench.read("calls/\(id)")).body
    return try #require(WireJSON.parse(Array(body.utf8)))
  }
}

extension [String] {
  /// Whether the others stand in it, in one piece.
  fileprivate func hold(_ others: [String]) -> Bool {
    others.isEmpty || firstRange(of: others) != nil
  }
}
