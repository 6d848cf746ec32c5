import Testing
import WallboardEvents

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
