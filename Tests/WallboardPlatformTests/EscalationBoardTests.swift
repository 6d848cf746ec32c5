import Testing
@testable import WallboardBoard
import WallboardEvents

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
