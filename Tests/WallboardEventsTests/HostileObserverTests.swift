import EventFixtures
import Testing
import TestSupport
import WallboardEvents

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
