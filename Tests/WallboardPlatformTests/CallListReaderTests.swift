import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct CallListReaderTests {
  /// A list that is being read.
  private struct Listing {
    private(set) var reader: CallListReader
    private(set) var requests: [String] = []

    init(_ query: CallListQuery = CallListQuery()) throws {
      reader = CallListReader(query, from: try endpoints())
    }

    mutating func answer(_ body: String, status: Int = 200) throws -> PastCallPage {
      requests.append(
        reader.request.url.replacing("https://host/v1/\(workspace)", with: ""))
      return try reader.receive(
        PlatformResponse(status: status, body: Array(body.utf8), arrival: arrival))
    }
  }

  private func calls(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { #"{"entity_id":"e-\#($0)","call_sid":"CA\#($0)"}"# }.joined(separator: ",")
  }

  private func list(_ items: String, _ rest: String) -> String { "{\"items\":[\(items)],\(rest)}" }

  @Test func pagesFollowOneAnotherByOffset() throws {
    var query = CallListQuery()
    query.firstDay = "2026-08-03"
    query.lastDay = "2026-08-04"
    query.pageSize = 3
    var listing = try Listing(query)
    let first = try listing.answer(list(calls(1...3), #""has_more":true,"total":5"#))
    #expect(first.next == .page && first.calls.count == 3 && first.total == 5)
    let last = try listing.answer(list(calls(4...5), #""has_more":false,"total":5"#))
    #expect(last.next == .end && last.calls.map(\.key) == ["CA4", "CA5"])
    let dates = "date_from=2026-08-03&date_to=2026-08-04&limit=3"
    #expect(listing.requests == ["/calls?\(dates)&offset=0", "/calls?\(dates)&offset=3"])
  }

  @Test func noCallComesTwice() throws {
    var listing = try Listing()
    _ = try listing.answer(list(calls(1...3), #""has_more":true"#))
    // One that began meanwhile has moved the others on.
    let second = try listing.answer(list(calls(3...5), #""has_more":true"#))
    #expect(second.calls.map(\.key) == ["CA4", "CA5"] && second.next == .page)
    let other = #"{"entity_id":"e-9","call_sid":"CA4"},{"entity_id":"e-5"},{"call_sid":"CA6"}"#
    #expect(try listing.answer(list(other, #""has_more":true"#)).calls.map(\.key) == ["CA6"])
    #expect(listing.requests.last == "/calls?limit=100&offset=6")
  }

  /// As everywhere: a UUID is the same in both cases.
  @Test func aCallIsTheSameInBothSpellingsOfItsEntity() throws {
    let entity = "0A0B0C0D-0000-4000-8000-000000000001"
    var listing = try Listing()
    let page = try listing.answer(
      list(
        #"{"entity_id":"\#(entity)"},{"entity_id":"\#(entity.lowercased())"}"#, #""has_more":false"#
      ))
    #expect(page.calls.count == 1)
  }

  @Test func whatLiesEnds() throws {
    var empty = try Listing()
    #expect(try empty.answer(list("", #""has_more":true,"total":9"#)).next == .doubtful)
    var repeated = try Listing()
    _ = try repeated.answer(list(calls(1...3), #""has_more":true"#))
    #expect(try repeated.answer(list(calls(1...3), #""has_more":true"#)).next == .doubtful)
    var shrinking = try Listing()
    _ = try shrinking.answer(list(calls(1...3), #""has_more":true"#))
    #expect(try shrinking.answer(list(calls(4...5), #""has_more":true"#)).next == .doubtful)
    var early = try Listing()
    #expect(try early.answer(list(calls(1...3), #""has_more":false,"total":9"#)).next == .doubtful)
  }

  @Test(arguments: ["", #","has_more":null"#, #","has_more":"maybe""#])
  func withoutAWordTheTotalSaysWhetherThereIsMore(word: String) throws {
    var listing = try Listing()
    let first = try listing.answer(list(calls(1...3), #""total":5\#(word)"#))
    #expect(first.next == .page && first.faults.count == 1)
    #expect(try listing.answer(list(calls(4...5), #""total":5\#(word)"#)).next == .end)
    var silent = try Listing()
    #expect(try silent.answer(list(calls(1...3), #""a":1\#(word)"#)).next == .end)
  }

  @Test func pagesAreBounded() throws {
    var listing = try Listing()
    var count = 0
    while count < 1_000 {
      count += 1
      let page = try listing.answer(list(calls(count...count), #""has_more":true"#))
      guard page.next == .page else {
        #expect(page.next == .tooMany)
        break
      }
    }
    #expect(count == SnapshotReader.mostPages)
  }

  @Test func aCallThatCannotBeReadCostsItself() throws {
    var listing = try Listing()
    let page = try listing.answer(
      list(calls(1...1) + #",7,{},{"call_sid":"CA2","turns":"x"}"#, #""has_more":false"#))
    #expect(page.calls.map(\.key) == ["CA1", "CA2"] && page.unreadable == 2)
    #expect(page.faults.count == 3)
  }

  @Test(arguments: [("", 200), ("[]", 200), (#"{"has_more":false}"#, 200), ("{}", 500), ("", 403)])
  func whatIsNoPageEndsTheList(body: String, status: Int) throws {
    var listing = try Listing()
    #expect(throws: AttemptEnd.self) { try listing.answer(body, status: status) }
  }
}

@Suite struct StoryReaderTests {
  private func answer(_ body: String, status: Int = 200) throws -> StoryAnswer {
    let reader = StoryReader(try #require(CallSID("CA 1/2")), from: try endpoints())
    #expect(reader.request.url == "https://host/v1/\(workspace)/calls/CA%201%2F2")
    return reader.story(
      PlatformResponse(status: status, body: Array(body.utf8), arrival: arrival))
  }

  @Test func aStoryComesWithWhatWasNotUnderstood() throws {
    guard case .story(let story, let faults) = try answer(#"{"call_sid":"CA1","turns":[{},3]}"#)
    else { throw NotExpected() }
    #expect(story.callSID == CallSID("CA1") && story.turns.count == 1 && story.missingTurns == 1)
    #expect(faults.count == 1)
  }

  @Test func aCallThatIsNotKnownIsNoFailure() throws {
    #expect(try answer(#"{"detail":"no such call"}"#, status: 404) == .notKnown)
  }

  @Test(arguments: [401, 403, 429, 500, 204])
  func aRefusalIsOne(status: Int) throws {
    guard case .failed(.status(status, _, _)) = try answer("{}", status: status) else {
      throw NotExpected()
    }
  }

  @Test(arguments: ["", "[]", "<html>"]) func whatIsNoStoryFails(body: String) throws {
    guard case .failed(.unreadable(let why)) = try answer(body) else { throw NotExpected() }
    #expect(why.string.hasPrefix("the call: "))
  }
}
