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
