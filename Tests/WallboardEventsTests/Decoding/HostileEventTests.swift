import EventFixtures
import Testing
import TestSupport
import WallboardEvents

/// Whatever comes is an outcome, and never the end of the program.
@Suite struct HostileEventTests {
  static let payloads = [
    "", " ", "null", "{", "}", "[", "\"", "{\"a\":", "nul", "-", "1e", "01", "{\"a\":1}}", "\u{0}",
    "\u{FEFF}{}", "{\"\u{0}\":0}", "1e999", "-1e999", "1e-999", #"{"a":1e999}"#, #""\ud800""#,
    #"{"\ud800":1}"#, #"{"a":"\udc00\ud800"}"#, #"{"a":1,"a":2}"#, #"{"":""}"#,
    #"{"call_sid":"\ud800"}"#, #"{"call_sid":""}"#, #"{"event_type":"\ud800"}"#,
    String(repeating: "9", count: 400), "0." + String(repeating: "1", count: 10_000),
    String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 100_000),
    String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
    String(repeating: "[", count: 513) + String(repeating: "]", count: 513),
    String(repeating: #"{"a":"#, count: 500) + "1e999" + String(repeating: "}", count: 500),
  ]

  @Test(arguments: payloads)
  func hostilePayloads(payload: String) throws {
    for name in ["message", "call.started", "call.teleported", "operator.profile_updated"] {
      try outlive(payload, type: name)
      try outlive(#"{"operator_id":"o","changes":\#(payload)}"#, type: name)
      try outlive(#"{"surface_id":"s","event_type":"surface.updated","x":\#(payload)}"#, type: name)
    }
  }

  @Test func mutatedPayloads() throws {
    var generator = SplitMix64(seed: 20_261_121)
    for _ in 0..<4_000 {
      let fixture = try #require(EventFixture.all.randomElement(using: &generator))
      let bytes = Self.mutate(Array(fixture.payload.utf8), using: &generator)
      try outlive(String(decoding: bytes, as: UTF8.self), type: fixture.name)
    }
  }

  /// Were each compared with all others this would take a minute.
  @Test func aHundredThousandUnknownFields() throws {
    let members = (0..<100_000).map { "\"\($0)\":0" }.joined(separator: ",")
    let received = try event(#"{"call_sid":"A",\#(members)}"#, type: "call.started")
    #expect(received.extras.count == 100_000)
  }

  @Test func aNumberThatDoesNotFit() throws {
    let turn =
      #"{"service_id":"s","run_id":"r","session_id":"i","state_before":"a","#
      + #""state_after":"b","is_terminal":false,"turn_index":"#
    for number in ["1.5", "99999999999999999999", "1e999"] {
      #expect(
        try event(turn + number + "}", type: "simulation.turn_stored").faults.sentences
          == ["turn_index: a value that does not fit"])
    }
    #expect(try event(turn + "7.0}", type: "simulation.turn_stored").faults.isEmpty)
  }

  @Test(arguments: [
    ("1e999", JSONValue.null), (#"{"a":[1e999]}"#, .object(["a": .array([.null])])),
    (#"["\ud800"]"#, .array([.string("\u{FFFD}")])),
  ])
  func anUnknownEventThatSwiftCannotHold(data: String, value: JSONValue) throws {
    guard case .unknown(let event) = try event(data, type: "call.teleported").event else {
      throw NoEvent()
    }
    #expect(event.data.reveal(disclosure(.open)) == value)
  }

  /// A text that is cut in the middle of an emoji hides no caller.
  @Test func halfACharacter() throws {
    let data = #"{"call_sid":"CA1","escalation_id":"e","trigger":"caller","reason":"sad \ud83d"}"#
    guard case .callEscalated(let event) = try event(data, type: "call.escalated").event else {
      throw NoEvent()
    }
    #expect(event.reason?.reveal(disclosure(.open)) == "sad \u{FFFD}")
  }

  @Test func deepNesting() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try event(nested(32), type: "call.teleported").event.payload == nil)
    #expect(
      try complaint(nested(33), type: "call.teleported") == "nested more than 32 levels deep")
    let brackets = "\"\\\"" + String(repeating: "[", count: 100) + "\""
    #expect(try event(brackets, type: "call.teleported").event.payload == nil)
  }

  @Test func anIdentifierThatIsNone() throws {
    for id in ["", String(repeating: "x", count: 257)] {
      #expect(
        try complaint(#"{"surface_id":"\#(id)"}"#, type: "surface.updated")
          == "surface_id: a string that is no identifier")
    }
  }

  @Test func anExtraFieldThatSwiftCannotHoldCostsOnlyItsValue() throws {
    let received = try event(#"{"surface_id":"s","x":1e999}"#, type: "surface.updated")
    #expect(received.extras["x"]?.reveal(disclosure(.open)) == .null)
  }

  @Test func notJSON() throws {
    for data in ["", "oops", "{\"surface_id\":\"s\"", "{}{}"] {
      #expect(try complaint(data, type: "surface.updated") == "not JSON")
    }
  }

  /// Decodes and writes whatever came of it.
  private func outlive(_ data: String, type: String) throws {
    let encoder = EventLineEncoder(disclosure(.open))
    switch decode(data, type: type) {
    case .event(let event): _ = try encoder.line(for: event)
    case .malformed(let malformed):
      #expect(!malformed.reason.isEmpty)
      _ = try encoder.line(for: malformed)
    case .control: break
    }
  }

  static func mutate(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let index = Int.random(in: 0..<max(bytes.count, 1), using: &generator)
      guard bytes.indices.contains(index) else { break }
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[index] = .random(in: .min ... .max, using: &generator)
      case 1: bytes.remove(at: index)
      case 2: bytes.removeSubrange(index...)
      default:
        let piece = ["null", "\\ud800", "[", "{", "\"", "1e999", ",", "\u{0}"]
          .randomElement(using: &generator)
        bytes.insert(contentsOf: (piece ?? "").utf8, at: index)
      }
    }
    return bytes
  }
}

/// Whatever an observer socket brings is an outcome, and never the end of the program.
@Suite struct HostileObserverTests {
  @Test(arguments: HostileEventTests.payloads)
  func hostileMessages(payload: String) throws {
    try outlive(payload)
    for field in ["transcript", "x", "type", "is_final"] {
      try outlive(#"{"type":"user_transcript","transcript":"t","\#(field)":\#(payload)}"#)
    }
    for start in [
      #"{"type":"tool_call_started","tool_name":"t","input":"#, #"{"type":"aura_changed","a":"#,
      #"{"type":"barge_in","discarded_texts":"#, #"{"type":"emotion","language_toxicity":"#,
      #"{"type":"session_end","emotional_summary":"#, #"{"type":"emotion","scores":"#,
    ] {
      try outlive(start + payload + "}")
    }
  }

  @Test func mutatedMessages() throws {
    var generator = SplitMix64(seed: 20_261_121)
    let fixtures = EventFixture.observer + EventFixture.olderObserver
    for _ in 0..<4_000 {
      let fixture = try #require(fixtures.randomElement(using: &generator))
      let bytes = HostileEventTests.mutate(Array(fixture.message.utf8), using: &generator)
      try outlive(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func deepNesting() throws {
    func message(_ levels: Int) -> String {
      #"{"type":"tool_call_started","tool_name":"t","input":"#
        + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "}"
    }
    #expect(try observed(message(31)).event.payload != nil)
    let malformed = try unobserved(message(32))
    #expect(malformed.reason == "nested more than 32 levels deep")
    #expect(malformed.name == "tool_call_started")
  }

  @Test func aNumberThatDoesNotFit() throws {
    for number in ["1.5", "99999999999999999999", "1e999"] {
      #expect(
        try observed(#"{"type":"barge_in","total_barge_ins":\#(number)}"#).faults.sentences
          == ["total_barge_ins: a value that does not fit"])
    }
  }

  @Test func aNumberThatNothingCanHold() throws {
    let received = try observed(#"{"type":"aura_changed","a":1e4000,"b":"\udc00"}"#)
    guard case .unknown(let event) = received.event else { throw NoEvent() }
    #expect(
      event.data.reveal(disclosure(.open))
        == .object(["a": .null, "b": .string("\u{FFFD}")]))
  }

  @Test func textsAreCut() throws {
    let long = String(repeating: "ä", count: 50_000)
    let message = #"{"type":"tool_call_completed","tool_name":"\#(long)","output":"\#(long)"}"#
    let received = try observed(message)
    guard case .toolCallCompleted(let completion) = received.event else { throw NoEvent() }
    let name = try #require(completion.toolName)
    #expect(name.string.unicodeScalars.count <= Limits.textLength)
    let output = try #require(completion.output?.reveal(disclosure(.open)))
    #expect(output.string.unicodeScalars.count <= Limits.longTextLength)
    #expect(received.size == message.utf8.count)
  }

  /// Decodes and writes whatever came of it.
  private func outlive(_ message: String) throws {
    let encoder = EventLineEncoder(disclosure(.open))
    switch try observe(message) {
    case .event(let event):
      #expect(!event.event.name.isEmpty)
      _ = try encoder.line(for: event)
    case .malformed(let malformed):
      #expect(!malformed.reason.isEmpty)
      _ = try encoder.line(for: malformed)
    }
  }
}
