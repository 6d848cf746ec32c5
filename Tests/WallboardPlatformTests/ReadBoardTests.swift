import Testing
@testable import WallboardBoard
import WallboardEvents
import WallboardPlatform

/// From the bytes of a read to the numbers, and to what is said of what was not understood.
@Suite struct ReadBoardTests {
  private let waiting = #"{"call_sid":"CA1","escalation_id":"E1","status":"requested"}"#

  @Test(arguments: [#"{"call_sid":{},"status":"requested"}"#, #"{"call_sid":""}"#, "7"])
  func nobodyWaitsOnlyWhereAllIsRead(item: String) throws {
    var board = ReadBoard()
    try board.read(.escalations, page(item))
    #expect(try board.holds("waiting==0") == nil)
    #expect(try board.holds("longest_wait<2m") == nil)
    try board.read(.escalations, page(item, waiting))
    #expect(try board.holds("waiting>=1") == true)
    try board.read(.escalations, page())
    #expect(try board.holds("waiting==0") == true)
  }

  @Test func noneIsCountedOnlyWhereAllIsRead() throws {
    for (source, number) in [
      (SnapshotSource.operators, "online"), (.operators, "offline"), (.surfaces, "to_review"),
    ] {
      var board = ReadBoard()
      let bad = page(#"{"id":[]}"#)
      let pages = source == .surfaces ? Array(repeating: page(), count: 4) : []
      try board.read(source, ([bad] + pages).map { Array($0.utf8) })
      #expect(try board.holds("\(number)==0") == nil)
    }
    var board = ReadBoard()
    try board.read(.calls, #"{"queue":[{}],"total_active":0}"#)
    #expect(try board.holds("live==0") == nil)
  }

  /// The contract lets an escalation name no call: it has no place on the board, and none is missing.
  @Test(arguments: ["", #","call_sid":null"#]) func anItemWithoutACallIsRight(call: String) throws {
    var board = ReadBoard()
    let faults = try board.read(.escalations, page(#"{"call_entity_id":"e","status":"x"\#(call)}"#))
    #expect(faults.isEmpty)
    #expect(try board.holds("waiting==0") == true)
  }

  @Test func whatIsWrongIsTold() throws {
    var board = ReadBoard()
    let bad = page(#"{"id":"o","status":3,"name":7}"#, #"{"id":{}}"#)
    let faults = [
      "items[0].status: expected a string, found a number",
      "items[0].name: expected a string, found a number (read all the same)",
      "items[1].id: expected a string, found an object",
    ]
    for count in 1...3 {
      #expect(try board.read(.operators, bad) == faults)
      #expect(board.board.counts.degraded == count && board.board.counts.malformed == 0)
      // The same again and again is one line.
      #expect(board.board.activity.problemCount == 1)
    }
    let entry = try #require(board.board.activity.problems.last)
    #expect(entry.content.name == "read of operators")
    let context = SummaryContext(
      names: board.board, disclosure: board.state.settings.privacy.output, for: .people)
    #expect(entry.summary(context) == "3 fields not understood")
    #expect(entry.faults.sentences.map(\.string) == faults)
    #expect(try board.read(.operators, page()).isEmpty)
    #expect(board.board.counts.degraded == 3)
  }

  /// The platform says so that there is nothing.
  @Test func anEmptyStringIsNoFault() throws {
    var board = ReadBoard()
    #expect(
      try board.read(
        .calls,
        #"{"queue":[{"call_sid":"CA1","service_id":"","caller_id":"","current_state":""}]}"#
      ).isEmpty)
    #expect(
      try board.read(.operators, page(#"{"id":"o","status":"busy","active_call_sid":""}"#)).isEmpty)
  }

  @Test func aByteThatIsNoUTF8CostsItself() throws {
    var board = ReadBoard()
    let text = page(waiting, #"{"call_sid":"CA2","status":"requested","caller_id":"A?"}"#)
    let body = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
    #expect(try board.read(.escalations, [body]) == ["cut in the middle of a character"])
    #expect(try board.holds("waiting==2") == true)
    #expect(board.board.counts.degraded == 1)
  }

  @Test func withoutHasMoreTheItemsStay() throws {
    var board = ReadBoard()
    let faults = try board.read(.escalations, #"{"items":[\#(waiting)]}"#)
    #expect(faults == ["has_more: missing"])
    #expect(try board.holds("waiting==0") == false)
    try board.read(.escalations, #"{"items":[],"has_more":"no"}"#)
    #expect(try board.holds("waiting==0") == false)
  }

  @Test(arguments: ["{}", "true", #""\#(String(repeating: "x", count: 257))""#])
  func aCallThatCannotBeReadTakesNobodyOff(call: String) throws {
    func person(_ call: String) -> String {
      page(#"{"id":"o","status":"busy","active_call_sid":\#(call)}"#)
    }
    var board = ReadBoard()
    try board.tell("call.started", #"{"call_sid":"CA1","direction":"inbound","service_id":"s"}"#)
    try board.read(.operators, person(#""CA1""#))
    let faults = try board.read(.operators, person(call))
    #expect(faults.count == 1 && faults.first?.hasPrefix("items[0].active_call_sid: ") == true)
    #expect(try board.call("CA1")?.operators.count == 1)
    #expect(board.board.operators.values.first?.callSID?.rawValue == "CA1")
    try board.read(.operators, person("null"))
    #expect(try board.call("CA1")?.operators.isEmpty == true)
  }

  /// A call that the board does not have yet is waited for.
  @Test func aCallThatCannotBeReadIsStillWaitedFor() throws {
    var board = ReadBoard()
    try board.read(.operators, page(#"{"id":"o","status":"busy","active_call_sid":"CA1"}"#))
    try board.read(.operators, page(#"{"id":"o","status":"busy","active_call_sid":{}}"#))
    try board.read(.calls, #"{"queue":[{"call_sid":"CA1"}]}"#)
    #expect(try board.call("CA1")?.operators.count == 1)
  }
}

/// From the bytes of a read to who waits.
@Suite struct EscalationBoardTests {
  private let escalated =
    #"{"call_sid":"CA1","escalation_id":"E1","trigger":"caller","reason":"x"}"#

  private func item(_ status: String, _ others: String = "") -> String {
    #"{"call_sid":"CA1","escalation_id":"E1"\#(status)\#(others)}"#
  }

  private static let unreadable = [
    #","status":1"#, #","status":"""#, #","status":"requ\ud83d""#, #","status":[]"#,
    #","status":null"#, "",
  ]
  private static let unknown = [#","status":"queued""#, #","status":"Requested""#]

  @Test(arguments: unreadable + unknown) func whoIsOnTheListWaits(status: String) throws {
    for isTold in [true, false] {
      var board = ReadBoard()
      if isTold { try board.tell("call.escalated", escalated) }
      let faults = try board.read(.escalations, page(item(status)))
      let call = try #require(try board.call("CA1"))
      #expect(call.escalation?.isWaiting == true && call.urgency == 0)
      #expect(try board.holds("waiting==0") == false)
      #expect(call.stateWords(at: board.board.now).contains("waiting"))
      #expect(faults.count == (Self.unknown.contains(status) ? 0 : 1))
    }
  }

  @Test func anUnknownWordIsShownAsItCame() throws {
    var board = ReadBoard()
    try board.read(.escalations, page(item(#","status":"queued""#)))
    #expect(try board.status("CA1") == "queued")
    // An operator who takes the call over answers it all the same.
    try board.tell(
      "operator.joined_call", #"{"call_sid":"CA1","operator_id":"o","mode":"takeover"}"#)
    #expect(try board.status("CA1") == "connected")
  }

  @Test(arguments: unreadable + unknown) func whoIsAnsweredDoesNotWait(status: String) throws {
    var board = ReadBoard()
    try board.tell("call.escalated", escalated)
    try board.tell(
      "operator.joined_call", #"{"call_sid":"CA1","operator_id":"o","mode":"takeover"}"#)
    try board.read(.escalations, page(item(status)))
    #expect(try board.status("CA1") == "connected")
    try board.tell("operator.wrap_up", #"{"call_sid":"CA1","wrap_up_reason":"x"}"#)
    try board.read(.escalations, page(item(status)))
    #expect(try board.status("CA1") == "completed")
  }

  @Test(arguments: unreadable + unknown) func whoWasConnectedDoesNotWait(status: String) throws {
    var board = ReadBoard()
    let moment = #","connected_at":"2026-08-03T10:00:00Z""#
    try board.read(.escalations, page(item(status, moment)))
    #expect(try board.call("CA1")?.escalation?.isWaiting == false)
    // An operator may but listen.
    var other = ReadBoard()
    try other.read(.escalations, page(item(status, #","operator_entity_id":"o""#)))
    #expect(try other.call("CA1")?.escalation?.isWaiting == true)
  }

  /// The queue's flag had told of a request that was over; the list has another, of which it does not
  /// say how it stands.
  @Test(arguments: unreadable + unknown) func anotherRequestWaits(status: String) throws {
    var board = ReadBoard()
    for flag in ["true", "false"] {
      try board.read(
        .calls, #"{"queue":[{"call_sid":"CA1","escalation_active":\#(flag)}],"total_active":1}"#)
    }
    #expect(try board.status("CA1") == "completed")
    try board.read(.escalations, page(item(status)))
    #expect(try board.call("CA1")?.escalation?.isWaiting == true)
  }

  @Test func aWordThatIsNoneLeavesTheOneThatIsKnown() throws {
    for nothing in ["3", #""""#, "null", #""onl\ud83d""#] {
      var board = ReadBoard()
      try board.read(.operators, page(#"{"id":"o","status":"online"}"#))
      let faults = try board.read(.operators, page(#"{"id":"o","status":\#(nothing)}"#))
      #expect(faults.count == 1)
      #expect(try board.holds("online==1") == true)
    }
    for nothing in ["1", #""take\ud83d""#, "null"] {
      var board = ReadBoard()
      try board.tell(
        "operator.joined_call", #"{"call_sid":"CA1","operator_id":"o","mode":"takeover"}"#)
      try board.tell(
        "operator.mode_changed", #"{"call_sid":"CA1","operator_id":"o","mode":\#(nothing)}"#)
      #expect(try board.call("CA1")?.isTakenOver == true)
    }
  }
}

/// A board that is told of events and reads in their bytes, by a stream that is open.
struct ReadBoard {
  private(set) var state = WallboardState(
    BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))))
  private var time = arrival

  var board: Board { state.board }

  init() {
    act(.connection(ConnectionChange(.open, at: time)))
    act(.heard(at: time))
  }

  /// An event comes.
  mutating func tell(_ type: String, _ data: String) throws {
    time = time.advanced(milliseconds: 1_000)
    let outcome = WorkspaceEventDecoder().decode(
      id: "\(time.milliseconds)", type: type, data: data, at: time)
    guard case .event(let event) = outcome else { throw NotExpected() }
    act(.received(event))
  }

  /// A read is sent, and answered by those bodies.
  @discardableResult
  mutating func read(_ source: SnapshotSource, _ bodies: String...) throws -> [String] {
    try read(source, bodies.map { Array($0.utf8) })
  }

  @discardableResult
  mutating func read(_ source: SnapshotSource, _ bodies: [[UInt8]]) throws -> [String] {
    time = time.advanced(milliseconds: 1_000)
    act(.readStarted(source, at: time))
    var reading = try Reading(source)
    var step = SnapshotStep.request(reading.reader.request)
    for body in bodies { step = reading.answer(body) }
    guard case .finished(let part) = step else { throw NotExpected() }
    act(.read(part, reading.reader.notes, at: time))
    return reading.reader.notes.faults.sentences.map(\.string)
  }

  /// Whether the condition holds; `nil` where that is not known.
  func holds(_ condition: String) throws -> Bool? {
    switch try Check(condition).verdict(on: board, staleAfter: 60) {
    case .holds: true
    case .fails: false
    case .unknown: nil
    }
  }

  func call(_ id: String) throws -> Call? { board.calls[try #require(CallSID(id))] }

  func status(_ id: String) throws -> String? { try call(id)?.escalation?.status.word }

  private mutating func act(_ action: Input) {
    _ = reduce(into: &state, action)
  }
}
