import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct CallReadTests {
  private let queued =
    #"{"call_sid":"CA1","caller_id":"+15550100","service_id":"s-1","#
    + #""service_name":"Billing","direction":"inbound","started_at":"2026-08-03T10:00:00Z","#
    + #""priority_score":0.5,"priority_reasons":["long_wait"],"risk_level":"high","#
    + #""current_emotion":"calm","current_state":"greeting","turn_count":4,"#
    + #""escalation_active":true,"entity_name":"HIDDEN","brief_context":"HIDDEN"}"#
  private let session =
    #"{"call_sid":"CA1","caller_id":"+15550100","direction":"inbound","#
    + #""duration_seconds":12.5,"current_state":"greeting","scenario":"","service_id":"s-1"}"#

  private func queue(_ calls: String, active: Int) -> String {
    #"{"workspace_id":"w","queue":[\#(calls)],"total_active":\#(active)}"#
  }

  private func calls(_ step: SnapshotStep) throws -> ([CallSnapshot], isComplete: Bool) {
    guard case .finished(.calls(let calls, let isComplete)) = step else { throw NotExpected() }
    return (calls, isComplete)
  }

  @Test func theQueueKnowsMost() throws {
    var reading = try Reading(.calls)
    let step = reading.answer(queue(queued, active: 1))
    var expected = CallSnapshot(callSID: try #require(CallSID("CA1")))
    expected.direction = .known(.inbound)
    expected.serviceID = ServiceID("s-1")
    expected.serviceName = "Billing"
    expected.callerID = Protected("+15550100")
    expected.startedAt = Timestamp(milliseconds: 1_785_751_200_000)
    expected.escalationActive = true
    expected.riskLevel = .known(.high)
    expected.priorityReasons = [.known(.longWait)]
    expected.currentState = "greeting"
    expected.emotion = "calm"
    expected.turnCount = 4
    #expect(reading.requests == ["/operators/queue"])
    #expect(step == .finished(.calls([expected], isComplete: true)))
    #expect(!"\(step)".contains("HIDDEN") && !"\(step)".contains("15550100"))
  }

  @Test func theQueueMayBeShorterThanTheTruth() throws {
    var reading = try Reading(.calls)
    #expect(try !calls(reading.answer(queue(queued, active: 2))).isComplete)
    var other = try Reading(.calls)
    #expect(try !calls(other.answer(queue(queued + ",7", active: 1))).isComplete)
    var without = try Reading(.calls)
    #expect(try calls(without.answer(#"{"queue":[]}"#)).isComplete)
  }

  @Test func whatIsNotNeededIsNotRequired() throws {
    var reading = try Reading(.calls)
    let odd =
      #"{"call_sid":"CA1","caller_id":"","caller_phone":"+15550101","service_id":"","#
      + #""started_at":"soon","risk_level":null,"turn_count":"many","current_emotion":{}}"#
    var expected = CallSnapshot(callSID: try #require(CallSID("CA1")))
    expected.callerID = Protected("+15550101")
    #expect(
      reading.answer(queue(odd, active: 1)) == .finished(.calls([expected], isComplete: true)))
  }

  @Test(arguments: [403, 404, 405, 500, 503])
  func withoutTheQueueTheSessionsDo(status: Int) throws {
    var reading = try Reading(.calls)
    reading.answer("{}", status: status)
    #expect(reading.requests == ["/operators/queue", "/sessions/active"])
    let (calls, isComplete) = try calls(reading.answer("[\(session)]"))
    #expect(isComplete)
    #expect(calls.first?.startedAt == arrival.advanced(milliseconds: -12_500))
    #expect(calls.first?.callerID == Protected("+15550100"))
    #expect(calls.first?.serviceID == ServiceID("s-1"))
  }

  @Test func aQueueThatIsNoneLeavesTheSessions() throws {
    var reading = try Reading(.calls)
    reading.answer("oops")
    #expect(reading.requests.last == "/sessions/active")
    #expect(
      reading.answer("{}")
        == .failed(.unreadable("the live calls: expected an array, found an object")))
  }

  @Test(arguments: [401, 429])
  func aRefusalThatHoldsForBothEndsTheRead(status: Int) throws {
    var reading = try Reading(.calls)
    #expect(
      reading.answer("", status: status)
        == .failed(.status(status, retryAfter: nil, detail: nil)))
  }

  @Test func theSessionsMayFailToo() throws {
    var reading = try Reading(.calls)
    reading.answer("", status: 404)
    #expect(
      reading.answer("", status: 404) == .failed(.status(404, retryAfter: nil, detail: nil)))
  }

  @Test func agesAreBounded() throws {
    for (age, start) in [
      ("-5", arrival), ("1e300", arrival), ("null", nil), (#""old""#, nil),
    ] as [(String, Timestamp?)] {
      var reading = try Reading(.calls)
      reading.answer("", status: 404)
      let step = reading.answer(#"[{"call_sid":"CA1","duration_seconds":\#(age)}]"#)
      #expect(try calls(step).0.first?.startedAt == start)
    }
  }
}
