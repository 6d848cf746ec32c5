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

  @Test(arguments: EventFixture.observer)
  func aMissingFieldIsNamed(fixture: EventFixture) throws {
    for field in fixture.required {
      let malformed = try unobserved(fixture.message(fixture.without(field)))
      #expect(malformed.reason.string == "\(field.name): missing")
      #expect(malformed.name.string == fixture.name && malformed.receivedAt == arrival)
    }
  }

  @Test(arguments: EventFixture.observer + EventFixture.olderObserver)
  func aFieldOfAnotherKindIsNamed(fixture: EventFixture) throws {
    for field in fixture.fields {
      guard let mistake = field.mistake else { continue }
      let wrong = fixture.message(fixture.without(field), [(field.name, mistake.value)])
      #expect(try objection(wrong) == "\(field.name): \(mistake.sentence)")
    }
  }

  @Test(arguments: EventFixture.observer)
  func aRequiredFieldMustNotBeNull(fixture: EventFixture) throws {
    for field in fixture.required {
      let reason = try objection(fixture.message(fixture.without(field), [(field.name, "null")]))
      #expect(reason.hasPrefix("\(field.name): expected ") && reason.hasSuffix(", found null"))
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

  @Test func aFieldWithinAFieldIsNamed() throws {
    let compound = #"{"type":"compound_emotion","turn_index":1,"compounds":"#
    #expect(try objection(compound + #"[{"score":1}]}"#) == "compounds[0].name: missing")
    #expect(
      try objection(compound + #"[{"name":"a","score":1},{"name":7,"score":1}]}"#)
        == "compounds[1].name: expected a string, found a number")
    let emotion = #"{"type":"emotion","dominant":"joy","valence":0,"arousal":0,"#
    #expect(
      try objection(emotion + #""speaker":{"normalized":1}}"#)
        == "speaker.normalized: expected a boolean, found a number")
    // A name that the platform makes up is no word of the contract.
    #expect(
      try objection(emotion + #""language_toxicity":{"rude":"HIDDEN"}}"#)
        .hasPrefix("language_toxicity: expected a number"))
  }
}
