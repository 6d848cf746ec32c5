import EventFixtures
import Testing
import WallboardEvents

/// Contract 1.5: every observer event, in every shape that a platform may send it in.
@Suite struct ObserverDecodingTests {
  @Test func everyEventOfTheContractHasAFixture() {
    #expect(
      EventFixture.observer.map(\.name) == ObserverEvent.Kind.allCases.map(\.rawValue).sorted())
    #expect(EventFixture.observer.count == 23)
  }

  @Test(arguments: EventFixture.observer + EventFixture.olderObserver)
  func whatCameIsKnownWithItsTimeAndSize(fixture: EventFixture) throws {
    let received = try observed(fixture.message)
    #expect(received.event.name == fixture.name && received.event.payload != nil)
    #expect(received.extras.isEmpty)
    #expect(received.callSID == (try observedCall()) && received.at == arrival)
    #expect(received.size == fixture.message.utf8.count)
  }

  @Test(arguments: EventFixture.observer + EventFixture.olderObserver)
  func whatIsDecodedIsEncodedAgain(fixture: EventFixture) throws {
    let line = try EventLineEncoder(disclosure(.open)).line(for: observed(fixture.message))
    for field in fixture.fields where field.kind != .anything {
      #expect(line.contains("\"\(field.name)\":\(field.example)"))
    }
    #expect(!line.contains("\"type\""))
  }

  @Test(arguments: EventFixture.observer + EventFixture.olderObserver)
  func anOptionalFieldMayBeAbsentOrNull(fixture: EventFixture) throws {
    let absent = try observed(fixture.message(fixture.required))
    let nulls = fixture.optional.map { ($0.name, "null") }
    #expect(try observed(fixture.message(fixture.required, nulls)).event == absent.event)
    for field in fixture.optional {
      let one = try observed(fixture.message(fixture.required + [field]))
      #expect(one.event != absent.event, "\(field.name) is not read")
    }
  }

  @Test(arguments: EventFixture.observer + EventFixture.olderObserver)
  func aFieldThatTheContractDoesNotHaveIsKept(fixture: EventFixture) throws {
    let received = try observed(
      fixture.message(fixture.fields, [("colour", #"["red",1]"#), ("mood", "null")]))
    let open = disclosure(.open)
    #expect(received.extras.keys.sorted() == ["colour", "mood"])
    #expect(received.extras["colour"]?.reveal(open) == .array([.string("red"), .number(1)]))
    #expect(received.extras["mood"]?.reveal(open) == .null)
    #expect(received.event == (try observed(fixture.message)).event)
  }

  @Test(arguments: EventFixture.observer)
  func aWordThatTheContractDoesNotHaveIsKept(fixture: EventFixture) throws {
    for field in fixture.fields {
      guard case .word = field.kind else { continue }
      let other = fixture.message(fixture.without(field), [(field.name, #""brand-new""#)])
      let line = try EventLineEncoder(disclosure(.wall)).line(for: observed(other))
      #expect(line.contains("\"\(field.name)\":\"brand-new\""))
    }
  }
}

/// How messages name their events, and the contradictions of contract 8 about observer events.
@Suite struct ObserverVariantTests {
  @Test func c7WhoIsMutedMayBeToldInsteadOfWhether() throws {
    let muted: [(String, Bool)] = [
      (#"{"type":"speaker_muted","muted":true}"#, true),
      (#"{"type":"speaker_muted","muted":false}"#, false),
      (#"{"type":"speaker_muted","speaker_id":"s","speaker_role":"caller"}"#, true),
      (#"{"type":"speaker_muted"}"#, true),
    ]
    for (message, isMuted) in muted {
      guard case .speakerMuted(let mute) = try observed(message).event else { throw NoEvent() }
      #expect(mute.isMuted == isMuted)
    }
  }

  @Test func c8APartialLineSaysThatItIsNotFinal() throws {
    let message = #"{"type":"user_transcript","transcript":"I wo","is_final":false,"channel":0}"#
    let received = try observed(message)
    guard case .userTranscript(let line) = received.event else { throw NoEvent() }
    #expect(line.isFinal == false)
    #expect(received.extras.keys.sorted() == ["channel"])
  }

  @Test func c9AToolsInputByEitherName() throws {
    let open = disclosure(.open)
    for name in ["input", "tool_input"] {
      for (input, json) in [
        (#""today""#, JSONValue.string("today")), (#"{"day":1}"#, .object(["day": .number(1)])),
        ("[1]", .array([.number(1)])),
      ] {
        let message = #"{"type":"tool_call_started","tool_name":"t","\#(name)":\#(input)}"#
        guard case .toolCallStarted(let start) = try observed(message).event else {
          throw NoEvent()
        }
        #expect(start.callID == nil && start.arguments?.reveal(open)?.json == json)
      }
    }
  }

  @Test func c9AToolsFailureByEitherName() throws {
    let open = disclosure(.open)
    for (rest, failed) in [
      (#""error":"down""#, true), (#""error_message":"down""#, true),
      (#""error_message":"down","succeeded":true"#, false), (#""succeeded":false"#, true),
      (#""error":"""#, false), (#""error":null"#, false),
    ] {
      let message = #"{"type":"tool_call_completed","tool_name":"t",\#(rest)}"#
      guard case .toolCallCompleted(let completion) = try observed(message).event else {
        throw NoEvent()
      }
      #expect(completion.hasFailed == failed, "\(rest)")
      #expect((completion.failure?.reveal(open) == "down") == rest.contains("down"))
    }
  }

  @Test func aMessageWithoutANameIsMalformed() throws {
    let muted = #""muted":true}"#
    #expect(try objection("{" + muted) == "no event name")
    #expect(try objection(#"{"type":"",\#(muted)"#) == "no event name")
    #expect(try objection(#"{"type":null,\#(muted)"#) == "no event name")
    #expect(try objection(#"{"type":7,\#(muted)"#) == "type: expected a string, found a number")
    for name in [#""event_type""#, #""Type""#] {
      #expect(try objection(#"{\#(name):"speaker_muted",\#(muted)"#) == "no event name")
    }
  }

  @Test func onlyAnObjectIsAMessage() throws {
    for (message, kind) in [
      ("[]", "an array"), ("7", "a number"), (#""speaker_muted""#, "a string"), ("null", "null"),
      ("true", "a boolean"),
    ] {
      let malformed = try unobserved(message)
      #expect(malformed.reason.string == "expected an object, found \(kind)")
      #expect(malformed.name == "" && malformed.id == nil && malformed.fingerprint == 0)
    }
    for message in ["", " ", "oops", #"{"type":"speaker_muted""#, "{}{}"] {
      #expect(try objection(message) == "not JSON")
    }
  }

  @Test func anUnknownEventIsKept() throws {
    let received = try observed(#"{"type":"aura_changed","a":[1,null],"b":{"type":"x"}}"#)
    guard case .unknown(let unknown) = received.event else { throw NoEvent() }
    #expect(unknown.name == "aura_changed" && received.extras.isEmpty)
    #expect(
      unknown.data.reveal(disclosure(.open))
        == .object([
          "a": .array([.number(1), .null]), "b": .object(["type": .string("x")]),
        ]))
    // An event of the other vocabulary is one more unknown event.
    #expect(try observed(#"{"type":"call.started","call_sid":"CA1"}"#).event.payload == nil)
  }

  @Test func aWordAboutAnotherCallIsNotBelieved() throws {
    for name in ["session_info", "session_start", "session_end"] {
      #expect(
        try objection(#"{"type":"\#(name)","call_sid":"CA-other"}"#) == "call_sid: another call")
      #expect(
        try observed(#"{"type":"\#(name)","call_sid":"call_sid-example"}"#).event.payload != nil)
    }
    for name in ["session_start", "session_end"] {
      #expect(try observed(#"{"type":"\#(name)","call_sid":""}"#).event.payload != nil)
    }
    let uuid = "0a1b2c3d-4e5f-4a6b-8c7d-ffeeddccbbaa"
    let call = try #require(CallSID(uuid))
    for name in ["session_info", "session_start", "session_end"] {
      let message = #"{"type":"\#(name)","call_sid":"\#(uuid.uppercased())"}"#
      guard case .event = ObserverEventDecoder().decode(message, of: call, at: arrival) else {
        throw NoEvent()
      }
    }
  }
}
