import TestSupport
import Testing
import WallboardSimulator

@Suite("Faults of actions", .fewAtATime)
struct ActionFaultTests {
  @Test(
    "refuse them as often as asked for, and nothing is done",
    arguments: [401, 403, 404, 409, 422, 429, 503])
  func statuses(status: Int) async throws {
    try await Bench.run("action-\(status):2") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let form = try await bench.pendingForm()
      let (path, body): (String, JSON) = ("operators/\(id)/join-call", ["call_sid": .string(sid)])
      let before = await bench.simulator.truth
      let answers = [
        try await bench.act(path, body), try await bench.act("surfaces/\(form)/approve", nil),
      ]
      for answer in answers {
        #expect(answer.status == status)
        #expect(
          answer.reception.header("Retry-After") == ([429, 503].contains(status) ? "2" : nil))
        if status == 422 {
          #expect(answer.detail.elements.first?["loc"] == ["body"])
          #expect(answer.detail.elements.first?["msg"] != nil)
        } else {
          #expect(answer.detail.string?.isEmpty == false)
        }
      }
      if status == 403 {
        #expect(answers[0].detail.string?.hasSuffix("Required role: admin") == true)
        #expect(answers[1].detail.string?.contains("ReviewQueue:Review") == true)
      }
      #expect(await bench.simulator.truth == before)
      // The reads, and actions after that, go on.
      #expect(try await bench.get(Bench.read("operators")).status == 200)
      #expect(try await bench.act(path, body).status == 200)
    }
  }

  @Test("lose the answer of one that was carried out")
  func lost() async throws {
    try await Bench.run("action-lost:1") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let (stream, _) = try await bench.streamOpened()
      let answer = try await bench.act("operators/\(id)/join-call", ["call_sid": .string(sid)])
      #expect(answer.reception.bytes.isEmpty && answer.reception.isClosed)
      #expect(await stream.events(count: 2).last?.name == "operator.joined_call")
      #expect(try await bench.entry(of: id).text(at: "active_call_sid") == sid)
      let left = try await bench.act("operators/\(id)/leave-call", ["call_sid": .string(sid)])
      #expect(left.status == 200)
    }
  }

  @Test("hang up with nothing done")
  func dropped() async throws {
    try await Bench.run("action-drop:1") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let before = await bench.simulator.truth
      let (path, body): (String, JSON) = ("operators/\(id)/join-call", ["call_sid": .string(sid)])
      let answer = try await bench.act(path, body)
      #expect(answer.reception.bytes.isEmpty && answer.reception.isClosed)
      #expect(await bench.simulator.truth == before)
      #expect(try await bench.act(path, body).status == 200)
    }
  }

  @Test("let an operator be on another call by then")
  func elsewhere() async throws {
    try await Bench.run("action-elsewhere:1") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let (stream, _) = try await bench.streamOpened()
      let answer = try await bench.act("operators/\(id)/join-call", ["call_sid": .string(sid)])
      #expect(answer.status == 409 && answer.detail == "Operator is already on a call")
      let joined = try #require(await stream.events(count: 2).last)
      #expect(joined.name == "operator.joined_call" && joined.data.text(at: "operator_id") == id)
      let other = joined.data.text(at: "call_sid")
      #expect(other != sid)
      #expect(try await bench.entry(of: id).text(at: "active_call_sid") == other)
      #expect(await bench.call(sid)?["operators"]?.elements == [])
    }
  }

  @Test("redirect an action, which is not done")
  func redirect() async throws {
    try await Bench.run("action-redirect:1") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let path = "operators/\(id)/join-call"
      let before = await bench.simulator.truth
      let answer = try await bench.act(path, ["call_sid": .string(sid)])
      #expect(answer.status == 307)
      #expect(answer.reception.header("Location") == Bench.read(path) + "?redirected=1")
      #expect(await bench.simulator.truth == before)
      // Whoever follows it is counted at the same path.
      _ = try await bench.act(path + "?redirected=1", ["call_sid": .string(sid)])
      #expect(await bench.simulator.received.values.max() == 2)
    }
  }

  @Test("give hostile ids, by which an action finds what it is about all the same")
  func hostile() async throws {
    try await Bench.run("hostile") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let long = sid + "\u{202E}" + String(repeating: "\u{1B}", count: 40)
      let answer = try await bench.act(
        "operators/\(id)%E2%80%AE%1B/join-call", ["call_sid": .string(long), "mode": "listen"])
      #expect(answer.status == 200)
      #expect(answer.json?.text(at: "operator_entity_id").contains("\u{202E}") == true)
      #expect(await bench.call(sid)?["operators"]?.elements.first?.text(at: "operator_id") == id)
    }
  }

  @Test("answer late, when the stream has told it")
  func slow() async throws {
    try await Bench.run("action-slow:1") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let (stream, _) = try await bench.streamOpened()
      let start = ContinuousClock.now
      async let answer = bench.act("operators/\(id)/join-call", ["call_sid": .string(sid)])
      #expect(await stream.events(count: 2).last?.name == "operator.joined_call")
      let told = ContinuousClock.now
      #expect(try await answer.status == 200)
      let answered = ContinuousClock.now
      #expect(answered - start >= .seconds(1) && answered > told)
      #expect(SimulatorFault.parse("action-slow")?.amount == 5)
      #expect(SimulatorFault.parse("action-slow:601") == nil)
    }
  }

  @Test("answer with what is no reply, though it is done")
  func garbage() async throws {
    try await Bench.run("action-garbage") { bench async throws in
      let id = try await bench.helper()
      var bodies: Set<[UInt8]> = []
      for number in 0..<6 {
        let status = number.isMultiple(of: 2) ? "offline" : "online"
        let answer = try await bench.act(
          "operators/\(id)", ["status": .string(status)], method: "PATCH")
        #expect(answer.status == 200 && answer.json?["id"] == nil)
        bodies.insert(Array(answer.reception.afterHead))
        #expect(try await bench.entry(of: id).text(at: "status") == status)
      }
      #expect(bodies.count == 6)
      // A refusal is one.
      #expect(try await bench.act("operators/\(id)", text: "{", method: "PATCH").json != nil)
    }
  }
}
