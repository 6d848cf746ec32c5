import Testing
@testable import WallboardEvents

@Suite("Words of people")
struct SpokenTests {
  /// What a row has for the name of an event.
  private static let widest = 24

  @Test("name each event of the platform, in no more than a row shows")
  func events() {
    let words = WorkspaceEvent.Kind.allCases.map(\.spoken)
    #expect(Set(words).count == words.count, "no two are called alike")
    #expect(words.allSatisfy { !$0.isEmpty && $0.count <= Self.widest })
    #expect(words.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == " " } })
  }

  @Test("keep a word that nobody knows")
  func unknown() {
    #expect(OpenEnum<OperatorStatus>("on_break").spoken == "on break")
    #expect(OpenEnum<OperatorStatus>("online").spoken == "available")
    #expect(OpenEnum<OperatorStatus>("online").word == "online")
  }

  @Test("count one thing as one", arguments: [(0, "0 calls"), (1, "1 call"), (2, "2 calls")])
  func counts(count: Int, words: String) {
    #expect(count.counted("call") == words)
  }

  @Test(
    "tell a length of time as a stopwatch does",
    arguments: [
      (0, "0:00"), (42, "0:42"), (727, "12:07"), (3_599, "59:59"), (3_600, "1:00:00"),
      (36_065, "10:01:05"),
    ])
  func stopwatch(seconds: Int64, words: String) throws {
    #expect(seconds.stopwatch == words)
    #expect(context(.people).duration(Double(seconds)) == (seconds < 60 ? "\(seconds) s" : words))
    #expect(context(.programs).duration(Double(seconds)) == "\(seconds) s")
  }

  @Test("are not what programs read")
  func readers() throws {
    let call = try #require(CallSID("CA12345678901"))
    let ended = CallEnded(
      callSID: call, direction: .known(.inbound), durationSeconds: 185,
      completionReason: .known(.abandoned))
    let escalated = CallEscalated(
      callSID: call, escalationID: EscalationID("E"), trigger: .known(.ai))
    let joined = OperatorJoinedCall(
      callSID: call, operatorID: try #require(OperatorID("O")), mode: .known(.listen))
    let events: [any EventPayload] = [ended, escalated, joined]
    #expect(
      events.map { $0.summary(context(.programs)) } == [
        "…678901 abandoned after 185 s", "…678901 by ai", "O on …678901, listen",
      ])
    #expect(
      events.map { $0.summary(context(.people)) } == [
        "…678901 hung up waiting after 3:05", "…678901, AI asked for help",
        "O on …678901, monitoring",
      ])
  }

  private func context(_ reader: SummaryContext.Reader) -> SummaryContext {
    let privacy = Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))
    return SummaryContext(names: NoNames(), disclosure: privacy.output, for: reader)
  }
}

private struct NoNames: NameBook {
  func knownName(of service: ServiceID) -> BoundedString? { nil }
  func knownName(of operatorID: OperatorID) -> BoundedString? { nil }
}
