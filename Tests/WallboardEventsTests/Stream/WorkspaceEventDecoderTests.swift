import EventFixtures
import Testing
@testable import WallboardEvents
import WallboardWire

@Suite struct EventDecodingTests {
  @Test func everyEventOfTheContractHasAFixture() {
    #expect(EventFixture.all.map(\.name) == WorkspaceEvent.Kind.allCases.map(\.rawValue))
  }

  @Test(arguments: EventFixture.all)
  func theNameMayStandOnTheLineOrInTheData(fixture: EventFixture) throws {
    let onTheLine = try event(fixture.payload, type: fixture.name)
    let named = EventFixture.json(fixture.fields, [("event_type", "\"\(fixture.name)\"")])
    let inTheData = try event(named)
    let inBoth = try event(named, type: fixture.name)
    #expect(onTheLine.event.name == fixture.name)
    #expect(onTheLine.event.payload != nil)
    #expect(onTheLine.event == inTheData.event)
    #expect(onTheLine.event == inBoth.event)
    #expect(onTheLine.extras.isEmpty && inTheData.extras.isEmpty && inBoth.extras.isEmpty)
  }

  @Test(arguments: EventFixture.all)
  func whatIsDecodedIsEncodedAgain(fixture: EventFixture) throws {
    let line = try EventLineEncoder(disclosure(.open))
      .line(for: event(fixture.payload, type: fixture.name))
    for field in fixture.fields where field.kind != .anything {
      #expect(line.contains("\"\(field.name)\":\(field.example)"))
    }
  }

  @Test(arguments: EventFixture.all)
  func anOptionalFieldMayBeAbsentOrNull(fixture: EventFixture) throws {
    let absent = try event(EventFixture.json(fixture.required), type: fixture.name)
    let nulls = fixture.optional.map { ($0.name, "null") }
    let null = try event(EventFixture.json(fixture.required, nulls), type: fixture.name)
    #expect(absent.event == null.event)
    for field in fixture.optional {
      let one = try event(EventFixture.json(fixture.required + [field]), type: fixture.name)
      #expect(one.event != absent.event, "\(field.name) is not read")
    }
  }

  @Test(arguments: EventFixture.all)
  func aFieldThatTheContractDoesNotHaveIsKept(fixture: EventFixture) throws {
    let more = EventFixture.json(fixture.fields, [("colour", #"["red",1]"#), ("mood", "null")])
    let received = try event(more, type: fixture.name)
    let open = disclosure(.open)
    #expect(received.extras.keys.sorted() == ["colour", "mood"])
    #expect(received.extras["colour"]?.reveal(open) == .array([.string("red"), .number(1)]))
    #expect(received.extras["mood"]?.reveal(open) == .null)
    #expect(received.event == (try event(fixture.payload, type: fixture.name)).event)
  }

  @Test(arguments: EventFixture.all)
  func aWordThatTheContractDoesNotHaveIsKept(fixture: EventFixture) throws {
    for field in fixture.fields {
      guard case .word = field.kind else { continue }
      let other = EventFixture.json(fixture.without(field), [(field.name, #""brand-new""#)])
      let line = try EventLineEncoder(disclosure(.wall))
        .line(for: event(other, type: fixture.name))
      #expect(line.contains("\"\(field.name)\":\"brand-new\""))
    }
  }

  /// Whether it is a problem is asked of the few payloads that can be one.
  @Test(arguments: EventFixture.all)
  func anEventIsAProblemWhereItsPayloadIs(fixture: EventFixture) throws {
    let words = ["error", "no_inbound_audio", "failed", "not_delivered", "completed"]
    for word in words {
      let fields = fixture.fields.map { field in
        switch field.kind {
        case .word: (field.name, "\"\(word)\"")
        case .boolean: (field.name, "false")
        case _: (field.name, field.example)
        }
      }
      let event = try event(EventFixture.json([], fields), type: fixture.name).event
      #expect(event.isProblem == event.payload?.isProblem, "\(word)")
    }
  }

  @Test func theTimeIsTheIDWhereThatIsATime() throws {
    let known = #"{"surface_id":"s-1"}"#
    let times: [(String?, Int64)] = [
      ("1766000000000", 1_766_000_000_000), (nil, arrival.milliseconds),
      ("0", arrival.milliseconds), ("1766000000", arrival.milliseconds),
      ("0176600000000", arrival.milliseconds), ("-176600000000", arrival.milliseconds),
      ("+176600000000", arrival.milliseconds), ("176600000000x", arrival.milliseconds),
      ("99999999999999999999", arrival.milliseconds),
    ]
    for (id, time) in times {
      let received = try event(known, type: "surface.updated", id: id)
      #expect(received.at.milliseconds == time, "\(id ?? "none")")
      #expect(received.receivedAt == arrival)
      #expect(received.id?.string == id)
    }
  }

  @Test func whatIsNotUTF8BecomesTheReplacementCharacter() throws {
    func outcome(_ data: [UInt8], type: [UInt8]) -> StreamOutcome {
      let id = "1766000000000"
      let block = ServerSentBlock(
        id: id.utf8.span, hasOwnID: true, type: type.span, data: data.span)
      return WorkspaceEventDecoder().decode(block, at: arrival)
    }
    let reason = Array(#"{"call_sid":"CA1","escalation_id":"e","trigger":"t","reason":""#.utf8)
    let damaged = outcome(
      reason + [0xE2, 0x82] + Array("\"}".utf8), type: Array("call.escalated".utf8))
    guard case .event(let received) = damaged else { throw NoEvent() }
    #expect(received.id == "1766000000000" && received.at.milliseconds == 1_766_000_000_000)
    let line = try EventLineEncoder(disclosure(.open)).line(for: received)
    #expect(line.contains("\"reason\":\"\u{FFFD}\""))
    #expect(received.faults.sentences == ["cut in the middle of a character"])
    guard case .event(let unknown) = outcome(Array("{}".utf8), type: [0x61, 0xFF]) else {
      throw NoEvent()
    }
    #expect(unknown.event.name == "a\u{FFFD}")
    guard case .malformed(let malformed) = outcome([0x7B, 0xFF], type: Array("x".utf8)) else {
      throw NoEvent()
    }
    #expect(malformed.reason == "not JSON")
    #expect(malformed.data.reveal(disclosure(.open)) == "{\u{FFFD}")
    let fault = outcome([0xFF], type: Array("error".utf8))
    #expect(fault == .control(.fault(StreamFault(code: nil, message: nil))))
  }
}

/// The contradictions of contract 8, accepted as its "adopt" column says.
@Suite struct EventVariantTests {
  @Test func c1SavedFieldsByTheirOldName() throws {
    let new = #"{"surface_id":"s","entity_id":"e","field_key":"age"}"#
    let old = #"{"surface_id":"s","entity_id":"e","field_id":"age"}"#
    let both = #"{"surface_id":"s","entity_id":"e","field_key":"age","field_id":"other"}"#
    let type = "surface.field_saved"
    #expect(try event(new, type: type).event == event(old, type: type).event)
    #expect(try event(new, type: type).event == event(both, type: type).event)
    let odd = #"{"surface_id":"s","entity_id":"e","field_key":"age","field_id":7}"#
    #expect(try event(new, type: type).event == event(odd, type: type).event)
    let neither = #"{"surface_id":"s","entity_id":"e","field_id":null}"#
    #expect(try event(neither, type: type).faults.sentences == ["field_key: missing"])
    let unreadable = #"{"surface_id":"s","entity_id":"e","field_id":"age","field_key":{}}"#
    let mended = try event(unreadable, type: type)
    #expect(try event(new, type: type).event == mended.event && mended.faults.count == 1)
  }

  @Test func c2RegisteredOperatorsMayHaveANameOrATime() throws {
    guard
      case .operatorRegistered(let named) = try event(
        #"{"operator_id":"o","name":"Ada"}"#, type: "operator.registered"
      ).event,
      case .operatorRegistered(let timed) = try event(
        #"{"operator_id":"o","timestamp":"2026-04-24T10:00:00Z"}"#, type: "operator.registered"
      ).event
    else { throw NoEvent() }
    #expect(named.name == "Ada" && named.timestamp == nil)
    #expect(timed.timestamp == "2026-04-24T10:00:00Z" && timed.name == nil)
  }

  @Test func c3WrapUpMayNameItsOperator() throws {
    let data = #"{"call_sid":"CA1","operator_id":"o"}"#
    guard case .operatorWrapUp(let wrapUp) = try event(data, type: "operator.wrap_up").event else {
      throw NoEvent()
    }
    #expect(wrapUp.operatorID == OperatorID("o") && wrapUp.wrapUpReason == nil)
  }

  @Test func c4ReshapedSurfacesMayNameTheirEntity() throws {
    let data = #"{"surface_id":"s","original_surface_id":"t","entity_id":"e"}"#
    guard case .surfaceReshaped(let reshaped) = try event(data, type: "surface.reshaped").event
    else { throw NoEvent() }
    #expect(reshaped.entityID == EntityID("e"))
  }

  @Test func c5UpdatedAndArchivedSurfacesMayNameTheirEntity() throws {
    let data = #"{"surface_id":"s","entity_id":"e"}"#
    guard case .surfaceUpdated(let updated) = try event(data, type: "surface.updated").event,
      case .surfaceArchived(let archived) = try event(data, type: "surface.archived").event
    else { throw NoEvent() }
    #expect(updated.entityID == EntityID("e") && archived.entityID == EntityID("e"))
  }

  @Test func c6ProfileChangesAreOptional() throws {
    let alone = try event(#"{"operator_id":"o"}"#, type: "operator.profile_updated")
    let changed = try event(
      #"{"operator_id":"o","changes":{"email":null}}"#, type: "operator.profile_updated")
    #expect(alone.event != changed.event)
  }

  @Test func c7AnObserversEventOnTheStreamIsUnknown() throws {
    // `speaker_muted` belongs to the observer's socket: here it is one more unknown event.
    for data in [#"{"muted":true}"#, #"{"speaker_id":"s","speaker_role":"caller"}"#] {
      let received = try event(data, type: "speaker_muted")
      #expect(received.event.payload == nil && received.event.name == "speaker_muted")
    }
  }

  @Test func c11SurfacesOfAllVersions() throws {
    let versions = [
      ("surface.created", #"{"surface_id":"s","entity_id":"e","channel":"sms","fields_count":3}"#),
      (
        "surface.created",
        #"{"surface_id":"s","entity_id":"e","source":"api","form_template_id":"f"}"#
      ),
      ("surface.created", #"{"surface_id":"s","entity_id":"e","review_required":true}"#),
      ("surface.delivered", #"{"surface_id":"s","entity_id":"e","channel":"email"}"#),
      ("surface.submitted", #"{"surface_id":"s","entity_id":"e","submitted_at":"2026-04-24"}"#),
      ("surface.pending_review", #"{"surface_id":"s","entity_id":"e"}"#),
      ("operator.left_call", #"{"call_sid":"CA1","operator_id":"o"}"#),
    ]
    for (type, data) in versions {
      #expect(try event(data, type: type).extras.isEmpty)
    }
  }

  @Test func c12TheLineWins() throws {
    let data = #"{"event_type":"surface.archived","surface_id":"s"}"#
    #expect(try event(data, type: "surface.updated").event.name == "surface.updated")
    #expect(try event(data, type: "").event.name == "surface.archived")
    #expect(try event(data, type: "message").event.name == "surface.archived")
  }

  @Test func c12AMalformedEventKeepsItsName() throws {
    let data = #"{"event_type":"surface.archived"}"#
    for (type, name) in [("message", "surface.archived"), ("surface.updated", "surface.updated")] {
      guard case .malformed(let malformed) = decode(data, type: type) else { throw NoEvent() }
      #expect(malformed.name.string == name && malformed.reason == "surface_id: missing")
    }
  }

  @Test func c12AnEventWithoutANameIsMalformed() throws {
    #expect(try complaint(#"{"surface_id":"s"}"#) == "no event name")
    #expect(try complaint(#"{"event_type":null}"#) == "no event name")
    #expect(try complaint(#"{"event_type":""}"#) == "no event name")
    #expect(try complaint(#"{"event_type":7}"#) == "event_type: expected a string, found a number")
    #expect(try complaint("[1]") == "expected an object, found an array")
  }

  @Test func anUnknownEventIsKept() throws {
    let object = try event(#"{"a":[1,null,{"b":"c"}]}"#, type: "call.teleported")
    guard case .unknown(let unknown) = object.event else { throw NoEvent() }
    #expect(unknown.name == "call.teleported")
    #expect(
      unknown.data.reveal(disclosure(.open))
        == .object(["a": .array([.number(1), .null, .object(["b": .string("c")])])]))
    for data in ["7", "null", #""text""#, "[]", "true"] {
      #expect(try event(data, type: "call.teleported").event.payload == nil)
    }
  }
}
