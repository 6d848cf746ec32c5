import Testing
import WallboardBoard
import WallboardEvents

@Suite struct PastCallFilterTests {
  private let now = Timestamp(milliseconds: 1_766_000_000_000)

  private func passes(_ text: String, _ mode: PrivacyMode = .desk) throws -> Bool {
    let call = try PastCall(
      json: #"""
        {"call_sid":"CA77","direction":"inbound","caller_id":"+15550100","duration_seconds":400,
         "completion_reason":"caller_hangup","escalation_status":"completed","turns":12,
         "quality_score":0.87,"final_state":"book_visit","service_id":"s-1"}
        """#.utf8.span)
    var began = call
    began.startedAt = now.advanced(milliseconds: -7_200_000)
    let disclosure = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)).output
    return try PastCallFilter(text).passes(began, service: "Billing", at: now, disclosure)
  }

  @Test(arguments: [
    "", "billing", "-pharmacy", "ended:hangup", "ended:caller_hangup", "state:hung", "dir:inbound",
    "time>5m", "age>1h", "age<3h", "turns>=12", "quality>85%", "quality<0.9", "escalated:yes",
    "escalated:completed", "step:visit", "id:ca77", "CA77", "caller:any", "hung up",
    "turns>100 or service:bill",
  ])
  func whatIsAskedPasses(text: String) throws {
    #expect(try passes(text))
  }

  @Test(arguments: [
    "pharmacy", "ended:completed", "time>7m", "age>3h", "turns<12", "quality>90%", "escalated:no",
    "-billing", "service:none", "caller:none",
  ])
  func whatIsNotAskedDoesNot(text: String) throws {
    #expect(try !passes(text))
  }

  @Test func aCallerIsFoundWhereShownAlone() throws {
    #expect(try !passes("5550100") && !passes("caller:5550100"))
    #expect(try passes("5550100", .open) && passes("caller:5550100", .open))
  }

  @Test(arguments: [
    ("risk:high", "Unknown field: risk. The fields of calls of the past are ended, "),
    ("time:long", "time takes a number or a time"), ("(", "A ( has no )"),
  ])
  func whatIsWrongIsSaid(text: String, words: String) throws {
    let error = #expect(throws: FilterError.self) { try PastCallFilter(text) }
    #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
  }
}
