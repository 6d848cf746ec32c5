import TestSupport
import Testing
import WallboardSimulator

@Suite("A request that is to change something is refused", .fewAtATime)
struct ActionRefusalTests {
  private static let nobody = "00000000-0000-4000-8000-00000000dead"

  /// A body that cannot be read: for which action, where, and by which rule.
  struct Flaw: Sendable {
    let action: String
    let body: String
    let place: JSON
    let rule: String
    let message: String

    init(_ action: String, _ body: String, _ place: JSON, _ rule: String, _ message: String) {
      self.action = action
      self.body = body
      self.place = place
      self.rule = rule
      self.message = message
    }
  }

  private static let modes = "Input should be 'listen' or 'takeover'"
  private static let long = String(repeating: "x", count: 65)

  static let flaws = [
    Flaw("join-call", "", ["body"], "missing", "Field required"),
    Flaw("join-call", "{\"call_sid\"", ["body", 0], "json_invalid", "JSON decode error"),
    Flaw(
      "leave-call", "[1]", ["body"], "model_attributes_type",
      "Input should be a valid dictionary or object to extract fields from"),
    Flaw("leave-call", "{}", ["body", "call_sid"], "missing", "Field required"),
    Flaw(
      "leave-call", #"{"call_sid":7}"#, ["body", "call_sid"], "string_type",
      "Input should be a valid string"),
    Flaw(
      "leave-call", #"{"call_sid":null}"#, ["body", "call_sid"], "string_type",
      "Input should be a valid string"),
    Flaw(
      "leave-call", #"{"call_sid":""}"#, ["body", "call_sid"], "string_too_short",
      "String should have at least 1 character"),
    Flaw(
      "leave-call", #"{"call_sid":"\#(long)"}"#, ["body", "call_sid"], "string_too_long",
      "String should have at most 64 characters"),
    Flaw(
      "join-call", #"{"call_sid":"C","mode":"whisper"}"#, ["body", "mode"], "literal_error", modes),
    Flaw("join-call", #"{"call_sid":"C","mode":null}"#, ["body", "mode"], "literal_error", modes),
    Flaw("switch-mode", #"{"call_sid":"C"}"#, ["body", "mode"], "missing", "Field required"),
    Flaw(
      "switch-mode", #"{"call_sid":"C","mode":"listen","participant_call_sid":1}"#,
      ["body", "participant_call_sid"], "string_type", "Input should be a valid string"),
    Flaw("send-guidance", #"{"call_sid":"C"}"#, ["body", "message"], "missing", "Field required"),
    Flaw(
      "send-guidance", #"{"call_sid":"C","message":""}"#, ["body", "message"], "string_too_short",
      "String should have at least 1 character"),
    Flaw(
      "send-guidance",
      #"{"call_sid":"C","message":"\#(String(repeating: "é", count: 5_001))"}"#,
      ["body", "message"], "string_too_long", "String should have at most 5000 characters"),
    Flaw("wrap-up", #"{"call_sid":"C"}"#, ["body", "outcome"], "missing", "Field required"),
    Flaw(
      "wrap-up", #"{"call_sid":"C","outcome":"fine"}"#, ["body", "outcome"], "literal_error",
      "Input should be 'resolved', 'escalated' or 'transferred'"),
    Flaw(
      "wrap-up",
      #"{"call_sid":"C","outcome":"resolved","notes":"\#(String(repeating: "n", count: 2_001))"}"#,
      ["body", "notes"], "string_too_long", "String should have at most 2000 characters"),
    Flaw(
      "", #"{"status":"away"}"#, ["body", "status"], "literal_error",
      "Input should be 'online', 'busy' or 'offline'"),
    Flaw(
      "reject", #"{"reason":"\#(String(repeating: "r", count: 2_001))"}"#, ["body", "reason"],
      "string_too_long", "String should have at most 2000 characters"),
    Flaw("reject", "", ["body"], "missing", "Field required"),
  ]

  @Test("for its body, before for what it names, in the platform's own form")
  func bodies() async throws {
    try await Bench.run { bench async throws in
      for flaw in Self.flaws {
        let place = flaw.action == "reject" ? "surfaces" : "operators"
        let path = "\(place)/\(Self.nobody)" + (flaw.action.isEmpty ? "" : "/\(flaw.action)")
        let answer = try await bench.act(
          path, text: flaw.body, method: flaw.action.isEmpty ? "PATCH" : "POST")
        #expect(answer.status == 422, "\(flaw)")
        let error = answer.detail.elements.first ?? .null
        #expect(answer.detail.elements.count == 1 && error["loc"] == flaw.place, "\(flaw)")
        #expect(error.text(at: "type") == flaw.rule, "\(flaw)")
        #expect(error.text(at: "msg") == flaw.message, "\(flaw)")
        // It holds what was sent, as the platform's do.
        #expect(error["input"] != nil)
      }
    }
  }

  @Test("unless its body is as long as it may be, counted in characters")
  func longest() async throws {
    try await Bench.run { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let message = JSON.string(String(repeating: "👩‍🚀", count: 1_666))
      let answer = try await bench.act(
        "operators/\(id)/send-guidance", ["call_sid": .string(sid), "message": message])
      #expect(answer.status == 200)
    }
  }

  @Test("for another type of content, a path that is none, and a method that is none")
  func strangers() async throws {
    try await Bench.run { bench async throws in
      let id = try await bench.helper()
      let leave = "operators/\(id)/leave-call"
      let typed = try await bench.act(leave, text: #"{"call_sid":"C"}"#, type: "text/plain")
      #expect(typed.status == 422)
      #expect(typed.detail.elements.first?.text(at: "type") == "model_attributes_type")
      let path = try await bench.act("operators/me/leave-call", ["call_sid": "C"])
      #expect(path.status == 422)
      #expect(path.detail.elements.first?["loc"] == ["path", "operator_id"])
      #expect(path.detail.elements.first?.text(at: "type") == "uuid_parsing")
      #expect(try await bench.act(leave, ["call_sid": "C"], method: "PUT").status == 405)
      #expect(try await bench.act("operators/\(id)", [:]).status == 405)
      #expect(try await bench.act("operators/\(id)/dance", [:]).status == 404)
      #expect(try await bench.act("surfaces/\(id)/leave-call", [:]).status == 404)
      #expect(try await bench.act("operators/\(id)/", [:], method: "PATCH").status == 404)
      #expect(try await bench.act(leave, ["call_sid": "C"], token: "wrong").status == 401)
    }
  }

  @Test("for an operator, a call or a form that nobody knows, and for a call that is over")
  func unknown() async throws {
    try await Bench.run { bench async throws in
      let (id, sid) = (try await bench.helper(), JSON.string(try await bench.quietCall()))
      let past = JSON.string(
        try #require(try await bench.calls("limit=1").first).text(at: "call_sid"))
      let fields: [(String, JSON)] = [
        ("mode", "listen"), ("message", "Hello"), ("outcome", "resolved"),
      ]
      func body(_ call: JSON) -> JSON {
        .object((fields + [("call_sid", call)]).map { JSON.Member(key: $0.0, value: $0.1) })
      }
      for action in ["join-call", "switch-mode", "leave-call", "send-guidance", "wrap-up"] {
        let stranger = try await bench.act("operators/\(Self.nobody)/\(action)", body(sid))
        #expect(stranger.status == 404 && stranger.detail == "Operator not found")
        let lost = try await bench.act("operators/\(id)/\(action)", body("CA0"))
        #expect(lost.status == 404, "\(action)")
        let over = try await bench.act("operators/\(id)/\(action)", body(past))
        #expect(over.status == (action == "wrap-up" ? 200 : 404), "\(action)")
      }
      for action in ["switch-mode", "leave-call"] {
        let away = try await bench.act("operators/\(id)/\(action)", body(sid))
        #expect(away.status == 404 && away.detail == "Operator on this call not found")
      }
      let patch = try await bench.act("operators/\(Self.nobody)", [:], method: "PATCH")
      #expect(patch.status == 404)
      #expect(try await bench.act("surfaces/\(Self.nobody)/approve", nil).status == 404)
      #expect(try await bench.act("surfaces/\(Self.nobody)/reject", [:]).status == 404)
    }
  }

  @Test("for an operator who is on a call, a call that has an operator, and another's leg")
  func conflicts() async throws {
    try await Bench.run { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let join = "operators/\(id)/join-call"
      #expect(try await bench.act(join, ["call_sid": .string(sid)]).status == 200)
      let other = try await bench.quietCall()
      for call in [sid, other] {
        let again = try await bench.act(join, ["call_sid": .string(call)])
        #expect(again.status == 409 && again.detail == "Operator is already on a call")
      }
      let second = try await bench.helper()
      let taken = try await bench.act("operators/\(second)/join-call", ["call_sid": .string(sid)])
      #expect(taken.status == 409 && taken.detail == "Another operator is on this call")
      let leg = try await bench.act(
        "operators/\(id)/switch-mode",
        ["call_sid": .string(sid), "participant_call_sid": "CA1", "mode": "listen"])
      #expect(leg.status == 404)
      #expect(await bench.call(sid)?["operators"]?.elements.first?.text(at: "mode") == "takeover")
    }
  }

  @Test("is counted by method, path and body, whatever comes of it")
  func counted() async throws {
    try await Bench.run("action-lost:1", "action-drop:1") { bench async throws in
      let (id, sid) = (try await bench.helper(), try await bench.quietCall())
      let path = "operators/\(id)/send-guidance"
      let body: JSON = ["call_sid": .string(sid), "message": "Once"]
      for _ in 0..<3 { _ = try await bench.act(path, body) }
      _ = try await bench.act(path, body, token: "wrong")
      _ = try await bench.act(path, ["call_sid": .string(sid), "message": "Twice"])
      _ = try await bench.act("operators/\(id)", [:], method: "PATCH")
      _ = try await bench.get(Bench.read("operators"))
      _ = try await bench.get("/_simulator/emit?count=1", method: "POST")
      let counts = await bench.simulator.received
      func count(_ method: String, _ path: String, _ body: JSON) -> Int? {
        counts[
          ReceivedRequest(method: method, path: Bench.read(path), body: Array(body.text.utf8))]
      }
      #expect(count("POST", path, body) == 4)
      #expect(count("POST", path, ["call_sid": .string(sid), "message": "Twice"]) == 1)
      #expect(count("PATCH", "operators/\(id)", [:]) == 1)
      #expect(counts.values.reduce(0, +) == 6)
    }
  }
}
