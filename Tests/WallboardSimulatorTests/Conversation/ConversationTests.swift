import TestSupport
import Testing
import WallboardSimulator

@Suite("The conversation of a call", .fewAtATime)
struct ConversationTests {
  @Test("has every event there is in the course of a day, each with the contract's fields")
  func everyEvent() async throws {
    try await Bench.run {
      $0.observerRate = 200
      $0.calls = 8
    } body: { bench async throws in
      var observers: [String: (observer: Observer, read: Int)] = [:]
      var types: Set<String> = []
      var violations: Set<String> = []
      for _ in 0..<400 where types.count < ObserverRules.table.count {
        await bench.simulator.emit(count: 12)
        for sid in await bench.calls where observers[sid] == nil {
          observers[sid] = (try bench.observe(sid), 0)
        }
        for (sid, (observer, read)) in observers {
          let events = await observer.events(within: 0.02) { $0.count > read + 20 }
          types.formUnion(events.dropFirst(read).map(\.type))
          violations.formUnion(events.dropFirst(read).flatMap(ObserverRules.violations))
          observers[sid]?.read = events.count
        }
      }
      #expect(types == Set(ObserverRules.table.keys))
      #expect(violations == [])
      #expect(ObserverRules.table.count == 23)
    }
  }

  @Test("does not say the same again and again")
  func variety() async throws {
    try await Bench.run {
      $0.observerRate = 1000
    } body: { bench async throws in
      let observer = try bench.observe(try await bench.anyCall())
      let events = await observer.events { $0.count >= 1000 }
      let lines = events.filter { $0.type.hasSuffix("_transcript") }.map {
        $0.text(at: "transcript")
      }
      #expect(lines.count > 100)
      #expect(Set(lines).count > lines.count / 2)
    }
  }

  @Test("lets fragments add up to the line that follows them")
  func fragments() async throws {
    try await Bench.run {
      $0.observerRate = 1000
    } body: { bench async throws in
      let observer = try bench.observe(try await bench.anyCall())
      let events = await observer.events { $0.count >= 800 }
      var open = ""
      var checked = 0
      for event in events.drop(while: { $0.type != "agent_transcript" }) {
        if event.type == "agent_transcript_delta" { open += event.text(at: "delta") }
        guard event.type == "agent_transcript", !open.isEmpty else { continue }
        #expect(open == event.text(at: "transcript"))
        checked += 1
        open = ""
      }
      #expect(checked > 15)
    }
  }

  @Test("ends as the stream says: the same duration and reason, then code 1000")
  func ending() async throws {
    try await Bench.run { bench async throws in
      let observers = try await bench.observeAll()
      let ended = try await bench.emit { truth in
        truth["ended_calls"]?["recent"]?.elements.first {
          observers[$0.text(at: "call_sid")] != nil
        }
      }
      let observer = try #require(observers[ended.text(at: "call_sid")])
      #expect(await observer.closeCode() == 1000)
      let end = try #require(await observer.events { _ in true }.last { $0.type == "session_end" })
      #expect(end["duration_s"]?.double == ended["duration_seconds"]?.double)
      #expect(end["completion_reason"] == ended["completion_reason"])
      #expect(try await bench.observe(ended.text(at: "call_sid")).closeCode() == 4004)
    }
  }

  @Test("sees the operator whom the stream sees, who speaks after taking over")
  func operators() async throws {
    try await Bench.run {
      $0.observerRate = 100
    } body: { bench async throws in
      let attended = Set(await bench.attendances.map(\.sid))
      let observers = try await bench.observeAll()
      let joined = try await bench.emit { truth in
        Bench.attendances(in: truth).first {
          !attended.contains($0.sid) && observers[$0.sid] != nil && $0.mode == "takeover"
        }
      }
      let observer = try #require(observers[joined.sid])
      let events = await observer.events {
        $0.contains { $0.text(at: "speaker_role") == "operator" }
      }
      let leg = try #require(
        events.last {
          $0.type == "participant_joined" && $0.text(at: "operator_entity_id") == joined.id
        })
      #expect(leg.text(at: "participant_role") == "operator")
      #expect(events.contains { $0.type == "speaker_muted" && $0["muted"] == true })
      #expect(events.contains { $0.text(at: "speaker_id") == leg.text(at: "participant_id") })
    }
  }

  @Test("asks for a person when the stream says so")
  func escalation() async throws {
    try await Bench.run { bench async throws in
      let escalated = Set(await bench.calls(where: { $0["escalation"] != .null }))
      let observers = try await bench.observeAll()
      let call = try await bench.emit { truth in
        truth["calls"]?.elements.first {
          let sid = $0.text(at: "call_sid")
          return $0["escalation"] != .null && !escalated.contains(sid) && observers[sid] != nil
        }
      }
      let observer = try #require(observers[call.text(at: "call_sid")])
      let events = await observer.events {
        $0.contains { $0.text(at: "next_state") == "escalated" }
      }
      let tool = events.last {
        $0.type == "tool_call_started" && $0.text(at: "tool_name") == "escalate_to_human"
      }
      #expect(tool?["input"]?["reason"] == call["escalation"]?["reason"])
    }
  }

  @Test("is in the same state in the reads as on the socket")
  func state() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.anyCall()
      let observer = try bench.observe(sid)
      _ = await observer.events { !$0.isEmpty }
      let body = try await bench.get(Bench.read("sessions/active")).body
      let session = WireJSON.parse(Array(body.utf8))?.elements.first {
        $0.text(at: "call_sid") == sid
      }
      let state = try #require(session?.text(at: "current_state"))
      let events = await observer.events {
        $0.contains { [$0.text(at: "current_state"), $0.text(at: "next_state")].contains(state) }
      }
      let told = events.flatMap { [$0.text(at: "current_state"), $0.text(at: "next_state")] }
      #expect(told.contains(state))
    }
  }
}

extension Bench {
  fileprivate struct Attendance {
    let sid: String
    let id: String
    let mode: String
  }

  /// The calls that an operator is on.
  fileprivate var attendances: [Attendance] {
    get async { Self.attendances(in: await simulator.truth) }
  }

  fileprivate static func attendances(in truth: JSON) -> [Attendance] {
    (truth["calls"]?.elements ?? []).compactMap { call in
      call["operators"]?.elements.first.map { person in
        Attendance(
          sid: call.text(at: "call_sid"), id: person.text(at: "operator_id"),
          mode: person.text(at: "mode"))
      }
    }
  }
}
