import TestSupport
import Testing
import WallboardSimulator

@Suite("An operator whom requests lead", .fewAtATime)
struct HelpTests {
  @Test("takes a call over, speaks in the agent's place, leaves it and wraps it up")
  func takeOver() async throws {
    try await Bench.run {
      $0.observerRate = 300
    } body: { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let observer = try bench.observe(sid)
      _ = await observer.events { $0.count > 20 }
      let (stream, _) = try await bench.streamOpened()
      let handled = try await bench.entry(of: id)["total_escalations_handled"]?.double ?? 0

      let joined = try await bench.act(
        "operators/\(id)/join-call", ["call_sid": .string(sid), "mode": "takeover"])
      #expect(joined.status == 200 && joined.json?.text(at: "mode") == "takeover")
      #expect(joined.json?.text(at: "operator_entity_id") == id)
      #expect(joined.json?.text(at: "participant_call_sid").contains(/^CA[0-9a-f]{32}$/) == true)
      let joining = await stream.events(count: 2)
      #expect(joining.map(\.name) == ["operator.status_changed", "operator.joined_call"])
      #expect(joining[0].data == ["operator_id": .string(id), "status": "busy"])
      #expect(
        joining[1].data == [
          "call_sid": .string(sid), "mode": "takeover", "operator_id": .string(id),
        ])
      var entry = try await bench.entry(of: id)
      #expect(entry.text(at: "active_call_sid") == sid && entry.text(at: "status") == "busy")
      #expect(await bench.call(sid)?["operators"]?.elements.first?.text(at: "operator_id") == id)

      let heard = await observer.events { events in
        let place = events.firstIndex { $0["muted"] == true }
        return place.map { events.count > $0 + 60 } ?? false
      }
      let leg = try #require(heard.last { $0.type == "participant_joined" })
      #expect(leg.text(at: "participant_role") == "operator")
      #expect(leg.text(at: "operator_entity_id") == id)
      #expect(leg.text(at: "conference_sid") == joined.json?.text(at: "conference_sid"))
      let muted = try #require(heard.firstIndex { $0["muted"] == true })
      let lines = heard[muted...].filter { $0.type.hasPrefix("agent_transcript") }
      #expect(!lines.isEmpty && lines.allSatisfy { $0.text(at: "speaker_role") == "operator" })

      let left = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      #expect(left.status == 200 && left.json == ["success": true])
      let leaving = await stream.events(count: 3)[2]
      #expect(leaving.name == "operator.left_call" && leaving.data.text(at: "operator_id") == id)
      let after = await observer.events { events in
        let place = events.firstIndex { $0["muted"] == false }
        return place.map { events.count > $0 + 20 } ?? false
      }
      let unmuted = try #require(after.firstIndex { $0["muted"] == false })
      #expect(after[unmuted - 1].type == "participant_left")
      let next = after[unmuted...].first { $0.type == "agent_transcript" }
      #expect(next?.text(at: "speaker_role") == "agent")
      entry = try await bench.entry(of: id)
      #expect(entry["active_call_sid"] == .null && entry.text(at: "status") == "busy")
      #expect(await bench.call(sid)?["operators"]?.elements == [])

      let wrapped = try await bench.act(
        "operators/\(id)/wrap-up",
        ["call_sid": .string(sid), "outcome": "escalated", "notes": "Rang the clinic"])
      #expect(wrapped.status == 200 && wrapped.json == ["success": true])
      let wrapping = await stream.events(count: 5).dropFirst(3)
      #expect(wrapping.map(\.name) == ["operator.wrap_up", "operator.status_changed"])
      #expect(
        wrapping.first?.data == ["call_sid": .string(sid), "wrap_up_reason": "escalated"])
      entry = try await bench.entry(of: id)
      #expect(entry.text(at: "status") == "online")
      #expect(entry["total_escalations_handled"]?.double == handled + 1)
    }
  }

  @Test("listens without a word, and changes who speaks by switching")
  func listen() async throws {
    try await Bench.run {
      $0.observerRate = 300
    } body: { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let call = JSON.string(sid)
      let observer = try bench.observe(sid)
      _ = await observer.events { $0.count > 20 }
      let (stream, _) = try await bench.streamOpened()
      let joined = try await bench.act(
        "operators/\(id)/join-call", ["call_sid": call, "mode": "listen"])
      #expect(joined.status == 200 && joined.json?.text(at: "mode") == "listen")
      let heard = await observer.events { events in
        let place = events.lastIndex { $0.type == "participant_joined" }
        return place.map { events.count > $0 + 120 } ?? false
      }
      let place = try #require(heard.lastIndex { $0.text(at: "operator_entity_id") == id })
      #expect(!heard.contains { $0.type == "speaker_muted" })
      let lines = heard[place...].filter { $0.type == "agent_transcript" }
      #expect(!lines.isEmpty && lines.allSatisfy { $0.text(at: "speaker_role") == "agent" })

      let leg = joined.json?["participant_call_sid"] ?? .null
      let switching: JSON = [
        "call_sid": call, "participant_call_sid": leg, "mode": "takeover",
      ]
      for _ in 0..<2 {
        let switched = try await bench.act("operators/\(id)/switch-mode", switching)
        #expect(switched.status == 200 && switched.json == ["mode": "takeover"])
      }
      _ = await observer.events { $0.contains { $0["muted"] == true } }
      let back = try await bench.act(
        "operators/\(id)/switch-mode", ["call_sid": call, "mode": "listen"])
      #expect(back.json == ["mode": "listen"])
      let after = await observer.events { $0.contains { $0["muted"] == false } }
      #expect(after.filter { $0.type == "speaker_muted" }.count == 2)
      // Who takes over twice has taken over once.
      let modes = await stream.events(count: 4).filter { $0.name == "operator.mode_changed" }
      #expect(modes.map { $0.data.text(at: "mode") } == ["takeover", "listen"])
      #expect(modes.allSatisfy { $0.data.text(at: "operator_id") == id })
      #expect(try await bench.entry(of: id).text(at: "active_call_sid") == sid)
    }
  }

  @Test("who joins without a mode takes over")
  func defaultMode() async throws {
    try await Bench.run { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let joined = try await bench.act("operators/\(id)/join-call", ["call_sid": .string(sid)])
      #expect(joined.json?.text(at: "mode") == "takeover")
      #expect(await bench.call(sid)?["operators"]?.elements.first?.text(at: "mode") == "takeover")
    }
  }

  @Test("answers who waits by taking over, and not by listening")
  func waiting() async throws {
    try await Bench.run { bench async throws in
      let id = try await bench.helper()
      let sid = try #require(
        await bench.calls { $0["escalation"]?.text(at: "status") == "requested" }.first)
      func status() async -> String? { await bench.call(sid)?["escalation"]?.text(at: "status") }
      _ = try await bench.act(
        "operators/\(id)/join-call", ["call_sid": .string(sid), "mode": "listen"])
      #expect(await status() == "requested")
      _ = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      #expect(await status() == "requested")
      // Who only listened has nothing to wrap up.
      #expect(try await bench.entry(of: id).text(at: "status") == "online")
      _ = try await bench.act("operators/\(id)/join-call", ["call_sid": .string(sid)])
      #expect(await status() == "connected")
      _ = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      #expect(await status() == "handback")
      _ = try await bench.act(
        "operators/\(id)/wrap-up", ["call_sid": .string(sid), "outcome": "resolved"])
      _ = try await bench.act(
        "operators/\(id)/join-call", ["call_sid": .string(sid), "mode": "listen"])
      _ = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      #expect(await status() == "completed")
    }
  }

  @Test("does nothing of itself; the call that it has left ends, though nobody wraps it up")
  func ownDay() async throws {
    try await Bench.run { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      _ = try await bench.act(
        "operators/\(id)/join-call", ["call_sid": .string(sid), "mode": "takeover"])
      await bench.simulator.emit(count: 2_000)
      let seats = await bench.call(sid)?["operators"]?.elements ?? []
      #expect(seats.map { $0.text(at: "operator_id") } == [id])
      #expect(seats.first?.text(at: "mode") == "takeover")
      _ = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      _ = try await bench.emit { truth in
        truth["calls"]?.elements.contains { $0.text(at: "call_sid") == sid } == false ? true : nil
      }
      #expect(try await bench.entry(of: id).text(at: "status") == "busy")
      let (stream, _) = try await bench.streamOpened()
      let wrapped = try await bench.act(
        "operators/\(id)/wrap-up", ["call_sid": .string(sid), "outcome": "resolved"])
      #expect(wrapped.status == 200)
      #expect(await stream.events(count: 2).map(\.name).first == "operator.wrap_up")
      #expect(try await bench.entry(of: id).text(at: "status") == "online")
    }
  }

  @Test("comes and goes as it is asked to", arguments: ["offline", "busy", "online"])
  func status(status: String) async throws {
    try await Bench.run { bench async throws in
      let id = try await bench.helper()
      let (stream, _) = try await bench.streamOpened()
      let path = "operators/\(id)"
      _ = try await bench.act(path, ["status": "busy"], method: "PATCH")
      _ = try await bench.act(path, ["status": "offline"], method: "PATCH")
      let changed = try await bench.act(path, ["status": .string(status)], method: "PATCH")
      #expect(changed.status == 200 && changed.json?.text(at: "status") == status)
      let count = status == "offline" ? 2 : 3
      let events = await stream.events(count: count)
      #expect(events.map(\.name) == Array(repeating: "operator.status_changed", count: count))
      #expect(events.last?.data == ["operator_id": .string(id), "status": .string(status)])
      // A shift would have changed it.
      await bench.simulator.emit(count: 500)
      #expect(try await bench.entry(of: id) == changed.json)
      // Nothing asked for is nothing done.
      #expect(try await bench.act(path, ["status": nil], method: "PATCH").json == changed.json)
    }
  }
}
