import Testing
import WallboardBoard
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
      names: board.board, disclosure: board.state.settings.privacy.output)
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
