import EventFixtures
import Testing
import WallboardBoard
import WallboardEvents

/// Contract 7: what may be protected health information is masked unless `--privacy open` is given.
@Suite struct EventPrivacyTests {
  static let marked = [
    "call.started.caller_id", "channel.email_bounced.to_address",
    "channel.email_clicked.to_address", "channel.email_complained.to_address",
    "channel.email_delayed.to_address", "channel.email_delivered.to_address",
    "channel.email_opened.to_address", "channel.email_rejected.to_address",
    "channel.email_received.from_address", "channel.email_received.to_address",
    "channel.voicemail_status.recipient_phone_number", "surface.delivered.channel_address",
  ]
  static let unmarked = [
    "call.escalated.reason", "surface.review_rejected.reason", "surface.delivered.short_url",
    "channel.email_received.subject", "operator.profile_updated.changes",
    "text.agent_message.text", "text.background_result.result",
    "integration.approval_rejected.reason", "pipeline.error.error",
  ]

  @Test func theFixturesKnowBothLists() {
    let fields = EventFixture.all.flatMap { fixture in
      fixture.fields.filter(\.isProtected).map { "\(fixture.name).\($0.name)" }
    }
    #expect(fields.sorted() == (Self.marked + Self.unmarked).sorted())
  }

  @Test(arguments: EventFixture.all, PrivacyMode.allCases)
  func secretsAreMasked(fixture: EventFixture, mode: PrivacyMode) throws {
    let received = try event(fixture.payload, type: fixture.name)
    let line = try EventLineEncoder(disclosure(mode)).line(for: received)
    let hasSecrets = fixture.fields.contains(where: \.isProtected)
    #expect(line.contains(EventFixture.Field.secret) == (hasSecrets && mode == .open))
    #expect(line.contains("masked") == (hasSecrets && mode != .open))
    #expect(!"\(received)".contains(EventFixture.Field.secret))
    #expect(!String(reflecting: received).contains(EventFixture.Field.secret))
  }

  @Test(arguments: EventFixture.all)
  func extraFieldsAreMasked(fixture: EventFixture) throws {
    let more = EventFixture.json(fixture.required, [("tool_input", #"{"name":"HIDDEN"}"#)])
    let received = try event(more, type: fixture.name)
    let masked = try EventLineEncoder(disclosure(.desk)).line(for: received)
    let open = try EventLineEncoder(disclosure(.open)).line(for: received)
    #expect(masked.contains(#""tool_input":{"masked":""#) && !masked.contains("HIDDEN"))
    #expect(open.contains(#""tool_input":{"name":"HIDDEN"}"#))
  }

  @Test func unknownEventsAreMaskedWhole() throws {
    let received = try event(#"{"a":"HIDDEN","b":{"c":"HIDDEN"}}"#, type: "call.teleported")
    let masked = try EventLineEncoder(disclosure(.desk)).line(for: received)
    let open = try EventLineEncoder(disclosure(.open)).line(for: received)
    #expect(!masked.contains("HIDDEN") && !"\(received)".contains("HIDDEN"))
    #expect(open.contains(#""data":{"a":"HIDDEN","b":{"c":"HIDDEN"}}"#))
  }

  @Test func malformedEventsAreMaskedWhole() throws {
    let data = #"{"call_sid":"","reason":"HIDDEN","trigger":"ai"}"#
    guard case .malformed(let malformed) = decode(data, type: "call.escalated") else {
      throw NoEvent()
    }
    let masked = try EventLineEncoder(disclosure(.desk)).line(for: malformed)
    let open = try EventLineEncoder(disclosure(.open)).line(for: malformed)
    #expect(!masked.contains("HIDDEN") && !"\(malformed)".contains("HIDDEN"))
    #expect(open.contains("HIDDEN"))
  }

  @Test(arguments: EventFixture.all)
  func complaintsQuoteNoValue(fixture: EventFixture) throws {
    for field in fixture.fields where field.isProtected && field.kind == .secret {
      for value in [#"{"HIDDEN":"HIDDEN"}"#, #"["HIDDEN"]"#, "4711", "471e1147"] {
        let wrong = EventFixture.json(fixture.without(field), [(field.name, value)])
        let received = try event(wrong, type: fixture.name)
        let complaints = received.faults.sentences.map(\.string)
        #expect(complaints.count == 1)
        #expect(complaints.allSatisfy { $0.hasPrefix("\(field.name): expected a string") })
        #expect(!complaints.contains { $0.contains("HIDDEN") || $0.contains("471") })
        #expect(!"\(received)".contains("HIDDEN"))
      }
    }
  }
}

/// Contract 7: what an observer hears is masked unless `--privacy open` is given.
@Suite struct ObserverPrivacyTests {
  static let marked = [
    "agent_transcript.transcript", "agent_transcript_delta.delta", "barge_in.discarded_texts",
    "barge_in.interrupted_text", "emotion.verified_speaker_id",
    "forward_call_resolved.target_number", "participant_joined.display_name",
    "participant_joined.participant_name", "participant_joined.phone_number",
    "participant_left.display_name", "participant_left.phone_number", "session_info.caller_id",
    "tool_call_completed.output", "tool_call_started.input", "user_transcript.transcript",
  ]
  static let unmarked = [
    "forward_call_resolved.error", "forward_call_resolved.location_name",
    "session_end.emotional_summary", "state_transition.annotation",
    "tool_call_completed.error_message", "voice_context_applied.reasoning",
  ]
  static let fixtures = EventFixture.observer + EventFixture.olderObserver

  @Test func theFixturesKnowBothLists() {
    let fields = EventFixture.observer.flatMap { fixture in
      fixture.fields.filter(\.isProtected).map { "\(fixture.name).\($0.name)" }
    }
    #expect(fields.sorted() == (Self.marked + Self.unmarked).sorted())
  }

  @Test(arguments: fixtures, PrivacyMode.allCases)
  func secretsAreMasked(fixture: EventFixture, mode: PrivacyMode) throws {
    let received = try observed(fixture.message)
    let line = try EventLineEncoder(disclosure(mode)).line(for: received)
    let secrets = fixture.fields.filter(\.isProtected)
    #expect(line.contains(EventFixture.Field.secret) == (!secrets.isEmpty && mode == .open))
    for field in secrets {
      #expect(line.contains("\"\(field.name)\":\(field.maskStart)") == (mode != .open))
    }
    var dumped = ""
    dump(received, to: &dumped)
    for text in [dumped, "\(received)", String(reflecting: received)] {
      #expect(!text.contains(EventFixture.Field.secret))
    }
  }

  @Test(arguments: fixtures)
  func extraFieldsAreMasked(fixture: EventFixture) throws {
    let more = fixture.message(fixture.required, [("channel_note", #"{"name":"HIDDEN"}"#)])
    let received = try observed(more)
    let masked = try EventLineEncoder(disclosure(.desk)).line(for: received)
    let open = try EventLineEncoder(disclosure(.open)).line(for: received)
    #expect(masked.contains(#""channel_note":{"masked":""#) && !masked.contains("HIDDEN"))
    #expect(open.contains(#""channel_note":{"name":"HIDDEN"}"#))
    #expect(!"\(received)".contains("HIDDEN"))
  }

  /// Names below a field that holds any are the payload's data.
  @Test func complaintsNameNoNameThatIsNotOfTheContract() throws {
    let emotion = try #require(EventFixture.observer.first { $0.name == "emotion" })
    let scores = ("language_toxicity", #"{"HIDDEN":"x"}"#)
    let received = try observed(emotion.message(emotion.required, [scores]))
    #expect(
      received.faults.sentences == ["language_toxicity: expected a number, found a string"])
  }

  @Test func unknownEventsAreMaskedWhole() throws {
    let received = try observed(#"{"type":"aura_changed","a":"HIDDEN","b":{"c":"HIDDEN"}}"#)
    let masked = try EventLineEncoder(disclosure(.desk)).line(for: received)
    let open = try EventLineEncoder(disclosure(.open)).line(for: received)
    #expect(!masked.contains("HIDDEN") && !"\(received)".contains("HIDDEN"))
    #expect(open.contains(#""data":{"a":"HIDDEN","b":{"c":"HIDDEN"}}"#))
  }

  @Test func malformedMessagesAreMaskedWhole() throws {
    let malformed = try unobserved(#"{"type":"session_start","call_sid":"HIDDEN"}"#)
    let masked = try EventLineEncoder(disclosure(.desk)).line(for: malformed)
    let open = try EventLineEncoder(disclosure(.open)).line(for: malformed)
    #expect(!masked.contains("HIDDEN") && !"\(malformed)".contains("HIDDEN"))
    #expect(open.contains("HIDDEN"))
  }

  @Test(arguments: fixtures)
  func objectionsQuoteNoValue(fixture: EventFixture) throws {
    for field in fixture.fields where field.kind == .secret || field.kind == .secrets {
      for value in [#"{"HIDDEN":"HIDDEN"}"#, #"[["HIDDEN"]]"#, "4711", "471e1147"] {
        let wrong = fixture.message(fixture.without(field), [(field.name, value)])
        let received = try observed(wrong)
        let objections = received.faults.sentences.map(\.string)
        #expect(!objections.isEmpty)
        #expect(objections.allSatisfy { $0.hasPrefix(field.name) })
        #expect(!objections.contains { $0.contains("HIDDEN") || $0.contains("471") })
        #expect(!"\(received)".contains("HIDDEN"))
      }
    }
  }

  @Test func aPseudonymIsTheSameWhereverItsPersonIsNamed() throws {
    let encoder = EventLineEncoder(disclosure(.desk))
    let messages = [
      #"{"type":"session_info","call_sid":"call_sid-example","caller_id":"+15550100"}"#,
      #"{"type":"forward_call_resolved","target_number":"+15550100"}"#,
    ]
    let masks = try messages.map { message in
      try encoder.line(for: observed(message)).firstMatch(of: /"masked":"([0-9A-F]{4})"/)?.output.1
    }
    let first = try #require(masks[0])
    #expect(masks[1] == first)
  }
}

extension EventFixture.Field {
  /// How the field begins where it is masked.
  fileprivate var maskStart: String {
    kind == .secrets ? #"[{"masked":""# : #"{"masked":""#
  }
}
