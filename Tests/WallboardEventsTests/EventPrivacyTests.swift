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
