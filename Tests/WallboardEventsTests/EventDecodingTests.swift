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

  private func fingerprint(_ id: String, _ name: String, _ data: String) -> UInt64 {
    let time = Timestamp(eventID: id.utf8.span)
    return EventFingerprint.of(
      id: id.utf8.span, at: time, name: name.utf8.span, data: data.utf8.span)
  }

  /// They are looked for in one part of the memory, and yet nobody can send many to one place of it.
  @Test func fingerprintsOfOneMomentLieSideBySide() {
    let all = (0..<20_000).map { number in
      fingerprint(number % 2 == 0 ? "1785758400000" : "1785758400001", "n", "\(number)")
    }
    let counts = Dictionary(grouping: all) { $0 & 0x1_FFFF }.mapValues(\.count)
    #expect(Set(all).count == all.count)
    // Five at each place of 4,097, if chance spreads them: 30 do not happen.
    #expect(counts.values.allSatisfy { $0 < 30 })
    // Be it around the end.
    let first = UInt64(1_785_758_400_000 & 0x1_FFFF)
    #expect(counts.keys.allSatisfy { ($0 &- first) & 0x1_FFFF <= 4_096 })
  }

  @Test func aFingerprintTellsEveryByteAndEveryPartFromAnother() {
    var (known, hashed) = (Set<UInt64>(), 0)
    func hash(_ id: String, _ name: String, _ data: String) {
      known.insert(fingerprint(id, name, data))
      hashed += 1
    }
    // Every length around the words of eight and sixteen bytes, and in each every byte changed.
    for (length, id) in (0...49).flatMap({ length in ["1", "1785758400000"].map { (length, $0) } })
    {
      let data = String(repeating: "a", count: length)
      hash(id, "n", data)
      for place in 0..<length {
        hash(id, "n", data.prefix(place) + "b" + data.dropFirst(place + 1))
      }
    }
    let parts = [
      ("1", "ab", "c"), ("1", "a", "bc"), ("1", "abc", ""), ("1a", "bc", ""), ("1", "", "abc"),
      ("1", "\0", ""), ("1", "", "\0"), ("1", "", "\0\0"), ("1", "12345678", ""),
      ("1", "", "12345678"),
    ]
    for part in parts { hash(part.0, part.1, part.2) }
    #expect(known.count == hashed && !known.contains(0) && !known.contains(.max))
  }

  @Test func aReplayedEventHasTheSameFingerprint() throws {
    func fingerprint(_ id: String?, _ type: String, _ surface: String) throws -> UInt64 {
      try event(#"{"surface_id":"\#(surface)"}"#, type: type, id: id).fingerprint
    }
    let first = try fingerprint("1", "surface.updated", "s-1")
    #expect(first != 0)
    #expect(try fingerprint("1", "surface.updated", "s-1") == first)
    #expect(try fingerprint("2", "surface.updated", "s-1") != first)
    #expect(try fingerprint("1", "surface.archived", "s-1") != first)
    #expect(try fingerprint("1", "surface.updated", "s-2") != first)
    #expect(try fingerprint(nil, "surface.updated", "s-1") == 0)
    #expect(try fingerprint("0", "surface.updated", "s-1") == 0)
  }
}
