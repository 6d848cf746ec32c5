import Testing

@testable import WallboardApp
@testable import WallboardEvents

@Suite("Sentences with little room")
struct SentenceLimiterTests {
  private let start = Timestamp(milliseconds: 1_000_000)

  private func sentence(_ topic: PlainTopic, after milliseconds: Int64 = 0) -> PlainSentence {
    PlainSentence(at: start.advanced(milliseconds: milliseconds), topic: topic, text: "")
  }

  @Test("What exceeds the room is summed up, and what is urgent comes through")
  func limit() {
    var limiter = SentenceLimiter()
    for _ in 0..<SentenceLimiter.mostInWindow {
      let isAdmitted = limiter.admits(sentence(.callStarted))
      #expect(isAdmitted)
    }
    for topic in Array(repeating: PlainTopic.callStarted, count: 9) + [.callEnded, .form] {
      let isAdmitted = limiter.admits(sentence(topic, after: 5_000))
      #expect(!isAdmitted)
    }
    for topic in PlainTopic.allCases where topic.isUrgent {
      let isAdmitted = limiter.admits(sentence(topic, after: 6_000))
      #expect(isAdmitted)
    }
    #expect(limiter.turn(at: start.advanced(milliseconds: 9_999)) == nil)
    #expect(
      limiter.turn(at: start.advanced(milliseconds: SentenceLimiter.window))
        == "And 11 more: 9 calls started, 1 call ended, 1 form moved on.")
    let isAdmitted = limiter.admits(sentence(.callStarted, after: 10_001))
    #expect(isAdmitted)
    #expect(limiter.close() == nil)
  }

  @Test("Of what is urgent, too, no more is said than can be acted upon")
  func urgentLimit() {
    var limiter = SentenceLimiter()
    for _ in 0..<SentenceLimiter.mostUrgentInWindow {
      let isAdmitted = limiter.admits(sentence(.alert))
      #expect(isAdmitted)
    }
    let isAdmitted = limiter.admits(sentence(.escalation))
    #expect(!isAdmitted)
    #expect(limiter.close() == "And 1 more: 1 caller waiting.")
  }

  @Test("A clock that is set back holds nothing for long")
  func clockSetBack() {
    var limiter = SentenceLimiter()
    for _ in 0...SentenceLimiter.mostInWindow { _ = limiter.admits(sentence(.callEnded)) }
    #expect(
      limiter.turn(at: start.advanced(milliseconds: -3_600_000)) == "And 1 more: 1 call ended.")
  }
}
