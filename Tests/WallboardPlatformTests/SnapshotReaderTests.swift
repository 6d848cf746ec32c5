import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct SnapshotReaderTests {
  private let ada = #"{"id":"o-1","status":"online","name":"Ada","email":"HIDDEN"}"#
  private let bob = #"{"id":"o-2","status":"asleep"}"#

  @Test(arguments: [
    ("2", "2"), (#""2""#, "2"), (#""a/b+c= &d""#, "a%2Fb%2Bc%3D%20%26d"), ("0", "0"),
    ("-7", "-7"), ("12345678901234567890", "12345678901234567890"), ("0.1", "0.1"),
    (#""""#, ""),
  ])
  func tokensAreHandedBackAsTheyCame(token: String, query: String) throws {
    var reading = try Reading(.operators)
    reading.answer(page(ada, hasMore: true, token: token))
    #expect(
      reading.requests == [
        "/operators?limit=100", "/operators?limit=100&continuation_token=\(query)",
      ])
    guard case .finished(.operators(let operators, isComplete: true)) = reading.answer(page(bob))
    else { throw NotExpected() }
    #expect(operators.count == 2)
  }

  @Test(arguments: [nil, "null", "{}", "[1]", "true"])
  func aListWithoutAWayOnIsIncomplete(token: String?) throws {
    var reading = try Reading(.operators)
    let step = reading.answer(page(ada, hasMore: true, token: token))
    guard case .finished(.operators(let operators, isComplete: false)) = step else {
      throw NotExpected()
    }
    #expect(operators.count == 1)
  }

  @Test func aTokenThatStaysTheSameEndsTheList() throws {
    var reading = try Reading(.operators)
    reading.answer(page(ada, hasMore: true, token: "1"))
    let step = reading.answer(page(bob, hasMore: true, token: "1"))
    guard case .finished(.operators(_, isComplete: false)) = step else { throw NotExpected() }
  }

  @Test func pagesAreBounded() throws {
    var reading = try Reading(.operators)
    var step = reading.answer(page(ada, hasMore: true, token: "1"))
    for number in 2..<1_000 {
      guard case .request = step else { break }
      step = reading.answer(page(ada, hasMore: true, token: "\(number)"))
    }
    guard case .finished(.operators(let operators, isComplete: false)) = step else {
      throw NotExpected()
    }
    #expect(operators.count == SnapshotReader.mostPages)
  }

  @Test func itemsAreBounded() throws {
    let half = Array(repeating: ada, count: SnapshotReader.mostItems / 2).joined(separator: ",")
    var reading = try Reading(.operators)
    guard case .request = reading.answer(page(half, hasMore: true, token: "1")),
      case .finished(.operators(let operators, isComplete: false)) =
        reading.answer(page(half, hasMore: true, token: "2"))
    else { throw NotExpected() }
    #expect(operators.count == SnapshotReader.mostItems)
  }

  /// Found with a page of eight million numbers, which took half a minute.
  @Test func whatIsBeyondTheBoundIsNotLookedAt() throws {
    let few = Array(repeating: ada, count: SnapshotReader.mostItems + 5).joined(separator: ",")
    for (items, count) in [(few, SnapshotReader.mostItems), (many(of: "1"), 0)] {
      var reading = try Reading(.operators)
      guard
        case .finished(.operators(let operators, isComplete: false)) = reading.answer(page(items))
      else { throw NotExpected() }
      #expect(operators.count == count)
    }
  }

  private func many(of item: String) -> String {
    Array(repeating: item, count: 1_000_000).joined(separator: ",")
  }

  @Test(arguments: ["7", "null", "[]", "{}", #"{"id":""}"#, #"{"id":[3]}"#])
  func anItemThatCannotBeReadCostsOnlyItself(item: String) throws {
    var reading = try Reading(.operators)
    guard
      case .finished(.operators(let operators, isComplete: false)) =
        reading.answer(page(ada, item, bob))
    else { throw NotExpected() }
    #expect(operators.map(\.operatorID.rawValue) == ["o-1", "o-2"])
  }

  @Test(arguments: [#"{"id":"3"}"#, #"{"id":3,"status":[]}"#, #"{"id":"3","status":null}"#])
  func aFieldThatCannotBeReadCostsOnlyItself(item: String) throws {
    var reading = try Reading(.operators)
    guard
      case .finished(.operators(let operators, isComplete: true)) =
        reading.answer(page(ada, item, bob))
    else { throw NotExpected() }
    #expect(operators.map(\.operatorID.rawValue) == ["o-1", "3", "o-2"])
    #expect(operators.map { $0.status == nil } == [false, true, false])
  }

  @Test(arguments: [
    ("", "not JSON"), ("<html>", "not JSON"), ("[]", "expected an object, found an array"),
    (#"{"has_more":false}"#, "items: missing"),
    (#"{"items":{},"has_more":false}"#, "items: expected an array, found an object"),
  ])
  func aPageThatIsNoneEndsTheRead(body: String, reason: String) throws {
    var reading = try Reading(.escalations)
    let text = BoundedString("a page of operators/escalations/active: \(reason)")
    #expect(reading.answer(body) == .failed(.unreadable(text)))
  }

  @Test(arguments: ["", #","has_more":null"#, #","has_more":"no""#, #","has_more":{}"#])
  func whetherThereIsMoreMayBeUnknown(more: String) throws {
    var reading = try Reading(.operators)
    reading.answer(#"{"items":[\#(ada)]\#(more),"continuation_token":"2"}"#)
    #expect(reading.requests.last == "/operators?limit=100&continuation_token=2")
    guard
      case .finished(.operators(let operators, isComplete: false)) =
        reading.answer(#"{"items":[\#(bob)]\#(more)}"#)
    else { throw NotExpected() }
    #expect(operators.count == 2 && !reading.reader.notes.tellsAll)
    #expect(reading.reader.notes.faults.count == 2)
  }

  @Test func aRefusalEndsTheRead() throws {
    var reading = try Reading(.operators)
    reading.answer(page(ada, hasMore: true, token: "1"))
    #expect(
      reading.answer(#"{"detail":"no such thing"}"#, status: 404)
        == .failed(.status(404, retryAfter: nil, detail: "no such thing")))
  }
}
