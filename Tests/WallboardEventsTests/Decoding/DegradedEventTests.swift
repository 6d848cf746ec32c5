import EventFixtures
import Testing
import WallboardEvents

/// What of an event cannot be understood costs itself alone: every field of every event of the stream and
/// of a followed call, in every way in which it can be wrong.
@Suite struct DegradedEventTests {
  /// An event of the stream or of a followed call.
  struct Sample: CustomTestStringConvertible {
    let fixture: EventFixture
    let isObserved: Bool

    var testDescription: String { fixture.name }

    static let all =
      EventFixture.all.map { Sample(fixture: $0, isObserved: false) }
      + (EventFixture.observer + EventFixture.olderObserver).map {
        Sample(fixture: $0, isObserved: true)
      }
  }

  @Test(arguments: Sample.all) func whatIsRightIsNotDegraded(sample: Sample) throws {
    let fixture = sample.fixture
    let nulls = fixture.optional.map { ($0.name, "null") }
    for payload in [fixture.payload, EventFixture.json(fixture.required, nulls)] {
      #expect(try understood(sample, payload).faults.isEmpty)
    }
  }

  @Test(arguments: Sample.all) func aKeyIsNeeded(sample: Sample) throws {
    for field in sample.fixture.keys {
      let wrong = ["null", "true", "[]", #""""#, "\"\(String(repeating: "x", count: 257))\""]
      #expect(try refused(sample, without: field) == "\(field.name): missing")
      for value in wrong {
        #expect(
          try refused(sample, without: field, [(field.name, value)]).hasPrefix("\(field.name): "))
      }
    }
  }

  @Test(arguments: Sample.all) func aMissingFieldCostsItself(sample: Sample) throws {
    for field in sample.fixture.required where !field.isKey {
      let event = try understood(sample, without: field)
      #expect(event.faults == ["\(field.name): missing"] && event.count == 1)
      #expect(!event.line.contains("\"\(field.name)\""))
    }
  }

  @Test(arguments: Sample.all) func aRequiredFieldThatIsNullCostsItself(sample: Sample) throws {
    for field in sample.fixture.required where !field.isKey {
      let faults = try understood(sample, without: field, [(field.name, "null")]).faults
      let sentence = try #require(faults.first)
      #expect(faults.count == 1)
      #expect(sentence.hasPrefix("\(field.name): expected ") && sentence.hasSuffix(", found null"))
    }
  }

  @Test(arguments: Sample.all) func aFieldOfAnotherKindCostsItself(sample: Sample) throws {
    for field in sample.fixture.fields where !field.isKey {
      guard let mistake = field.mistake else { continue }
      let event = try understood(sample, without: field, [(field.name, mistake.value)])
      #expect(event.faults == ["\(field.name): \(mistake.sentence)"])
      #expect(!event.line.contains("\"\(field.name)\":"))
    }
  }

  @Test(arguments: Sample.all) func aFieldThatSaysWhatItIsIsTakenForIt(sample: Sample) throws {
    for field in sample.fixture.fields where !sample.isNameOfCall(field) {
      for coercion in field.coercions {
        let event = try understood(sample, without: field, [(field.name, coercion.value)])
        #expect(event.faults == ["\(field.name): \(coercion.sentence)"])
        #expect(event.line.contains("\"\(field.name)\":\(coercion.meaning)"))
      }
    }
  }

  /// A number, or half a word, must not stand in the place of a word that is known.
  @Test(arguments: Sample.all) func aWordIsAWholeString(sample: Sample) throws {
    for field in sample.fixture.fields where field.isWord {
      for (value, sentence) in [
        ("42", "expected a string, found a number"),
        (#""cut \ud83d""#, "cut in the middle of a character"),
      ] {
        let event = try understood(sample, without: field, [(field.name, value)])
        #expect(event.faults == ["\(field.name): \(sentence)"])
        #expect(!event.line.contains("\"\(field.name)\":"))
      }
    }
  }

  @Test(arguments: Sample.all) func halfACharacterIsMended(sample: Sample) throws {
    for field in sample.fixture.fields where !sample.isNameOfCall(field) && !field.isWord {
      guard field.example.hasPrefix("\"") else { continue }
      let event = try understood(sample, without: field, [(field.name, #""cut \ud83d""#)])
      #expect(event.faults == ["\(field.name): cut in the middle of a character"])
      #expect(event.line.contains("\"\(field.name)\":\"cut \u{FFFD}\""))
    }
  }

  /// A number has but one kind in JSON.
  @Test func aWholeNumberMayHaveAPoint() throws {
    let turn = #"{"type":"barge_in","total_barge_ins":5.0}"#
    #expect(try observed(turn).faults.isEmpty)
  }

  @Test(arguments: [
    ("escalated", "2"), ("escalated", #""yes""#), ("escalated", #""True""#), ("escalated", "[]"),
    ("escalated", #""""#), ("duration_seconds", #""1 ""#), ("duration_seconds", #""0x1""#),
    ("duration_seconds", #""nan""#), ("duration_seconds", #""+1""#), ("duration_seconds", #""01""#),
    ("duration_seconds", "1e400"), ("duration_seconds", #""1e400""#), ("duration_seconds", "true"),
  ])
  func whatSaysNothingIsAbsent(name: String, value: String) throws {
    let fields = ["escalated": "true", "duration_seconds": "1"].filter { $0.key != name }
    let others = fields.map { "\"\($0.key)\":\($0.value)," }.joined()
    let received = try event(
      #"{"call_sid":"c","direction":"inbound","completion_reason":"completed",\#(others)"\#(name)":\#(value)}"#,
      type: "call.ended")
    guard case .callEnded(let ended) = received.event else { throw NoEvent() }
    #expect(received.faults.count == 1)
    #expect(name == "escalated" ? ended.escalated == nil : ended.durationSeconds == nil)
    let reason = try #require(received.faults.sentences.first)
    #expect(!reason.string.contains("(read all the same)"))
  }

  @Test func anElementThatCannotBeReadCostsItself() throws {
    let compound = #"{"type":"compound_emotion","turn_index":1,"compounds":"#
    let received = try observed(
      compound + #"[{"score":1},{"name":"joy","score":"0.5"},{"name":[],"score":1},7]}"#)
    guard case .compoundEmotion(let emotion) = received.event else { throw NoEvent() }
    #expect(emotion.compounds?.map(\.name) == ["joy"])
    #expect(
      received.faults.sentences == [
        "compounds[0].name: missing",
        "compounds[1].score: expected a number, found a string (read all the same)",
        "compounds[2].name: expected a string, found an array",
        "compounds[3]: expected an object, found a number",
      ])
    let emotions = #"{"type":"emotion","dominant":"joy","valence":0,"arousal":0,"#
    #expect(
      try observed(emotions + #""speaker":{"normalized":1}}"#).faults.sentences
        == ["speaker.normalized: expected a boolean, found a number (read all the same)"])
    // A name that the platform makes up is no word of the contract.
    #expect(
      try observed(emotions + #""language_toxicity":{"SECRET":"HIDDEN"}}"#).faults.sentences
        == ["language_toxicity: expected a number, found a string"])
  }

  @Test func manyFaultsAreCountedAndFewKept() throws {
    let numbers = Array(repeating: "{}", count: 1_000).joined(separator: ",")
    let received = try event(
      #"{"surface_id":"s","entity_id":7,"fields_submitted":[\#(numbers)]}"#,
      type: "surface.submitted")
    #expect(received.faults.count == 1_001)
    #expect(received.faults.sentences.count == FieldFaults.most)
    #expect(received.faults.summary == "1001 fields not understood")
  }

  @Test func anUnknownEventThatWasCutIsDegraded() throws {
    for data in [#"{"a":["\ud83d"]}"#, #""\ud83d""#, #"{"event_type":"x","b":"\ud83d"}"#] {
      let received = try event(data, type: "call.teleported")
      #expect(received.faults.sentences == ["cut in the middle of a character"])
    }
    #expect(try event(#"{"a":["x"]}"#, type: "call.teleported").faults.isEmpty)
  }

  @Test func theLineNamesWhatWasNotUnderstood() throws {
    let encoder = EventLineEncoder(disclosure(.wall))
    let received = try event(
      #"{"call_sid":"c","escalation_id":"e","trigger":[]}"#, type: "call.escalated")
    #expect(
      try encoder.line(for: received)
        == #"{"at":1766000000000,"data":{"call_sid":"c","escalation_id":"e"},"#
        + #""degraded":["trigger: expected a string, found an array","reason: missing"],"#
        + #""event":"call.escalated","id":"1766000000000"}"#)
  }
}

extension DegradedEventTests {
  /// An event that was understood, as far as it was.
  private struct Understood {
    let faults: [String]
    let count: Int
    let line: String
  }

  private func understood(_ sample: Sample, _ payload: String) throws -> Understood {
    let encoder = EventLineEncoder(disclosure(.open))
    if sample.isObserved {
      let event = try observed(sample.fixture.message(payload))
      return Understood(
        faults: event.faults.sentences.map(\.string), count: event.faults.count,
        line: try encoder.line(for: event))
    }
    let event = try event(payload, type: sample.fixture.name)
    return Understood(
      faults: event.faults.sentences.map(\.string), count: event.faults.count,
      line: try encoder.line(for: event))
  }

  private func understood(
    _ sample: Sample, without field: EventFixture.Field, _ others: [(String, String)] = []
  ) throws -> Understood {
    try understood(sample, EventFixture.json(sample.fixture.without(field), others))
  }

  private func refused(
    _ sample: Sample, without field: EventFixture.Field, _ others: [(String, String)] = []
  ) throws -> String {
    let payload = EventFixture.json(sample.fixture.without(field), others)
    return sample.isObserved
      ? try objection(sample.fixture.message(payload))
      : try complaint(payload, type: sample.fixture.name)
  }
}

extension DegradedEventTests.Sample {
  /// A message that names another call is none of the observed one's.
  fileprivate func isNameOfCall(_ field: EventFixture.Field) -> Bool {
    isObserved && field.name == "call_sid"
  }
}

extension EventFixture.Field {
  fileprivate var isWord: Bool { if case .word = kind { true } else { false } }
}

extension EventFixture {
  /// The message of an observer socket whose payload that is.
  fileprivate func message(_ payload: String) -> String {
    "{\"type\":\"\(name)\"" + (payload == "{}" ? "}" : ",\(payload.dropFirst())")
  }
}
