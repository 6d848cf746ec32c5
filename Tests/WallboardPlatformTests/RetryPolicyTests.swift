import Testing
import WallboardEvents
import WallboardPlatform
import WallboardWire

@Suite struct RetryPolicyTests {
  static func status(_ status: Int, retryAfter: Int? = nil) -> AttemptEnd {
    .status(status, retryAfter: retryAfter.map { .seconds($0) }, detail: nil)
  }

  static func fault(_ code: String) -> AttemptEnd {
    .fault(StreamFault(code: Open(code), message: nil))
  }

  @Test(
    arguments: [
      (status(204), .stopped),
      (status(401), .refused(retryAfter: .seconds(60))),
      (status(403), .refused(retryAfter: .seconds(60))),
      (status(400), .backOff(atLeast: .seconds(60))),
      (status(404), .backOff(atLeast: .seconds(60))),
      (status(422), .backOff(atLeast: .seconds(60))),
      (status(302), .backOff(atLeast: .seconds(60))),
      (status(201), .backOff(atLeast: .seconds(60))),
      (status(404, retryAfter: 90), .backOff(atLeast: .seconds(90))),
      (status(408), .backOff(atLeast: .zero)),
      (status(429), .backOff(atLeast: .seconds(5))),
      (status(429, retryAfter: 0), .backOff(atLeast: .zero)),
      (status(429, retryAfter: 17), .backOff(atLeast: .seconds(17))),
      (status(500), .backOff(atLeast: .zero)),
      (status(503), .backOff(atLeast: .seconds(5))),
      (status(503, retryAfter: 17), .backOff(atLeast: .seconds(17))),
      (.wrongContentType("text/html"), .backOff(atLeast: .seconds(60))),
      (.redirect("elsewhere"), .backOff(atLeast: .seconds(60))),
      (.unreadable("endless"), .backOff(atLeast: .seconds(60))),
      (.ended(after: .seconds(600)), .reconnectNow),
      (.ended(after: .seconds(60)), .reconnectNow),
      (.ended(after: .milliseconds(59_999)), .backOff(atLeast: .zero)),
      (.silence(.seconds(75)), .backOff(atLeast: .zero)),
      (.transport("connection refused"), .backOff(atLeast: .zero)),
      (fault("too_many_streams"), .stopped),
      (fault("stream_unavailable"), .backOff(atLeast: .zero)),
      (fault("stream_error"), .backOff(atLeast: .zero)),
      (fault("brand_new"), .backOff(atLeast: .zero)),
    ] as [(AttemptEnd, StreamVerdict.Next)])
  func streams(end: AttemptEnd, next: StreamVerdict.Next) {
    let verdict = RetryPolicy.stream(after: end)
    #expect(verdict.next == next)
    #expect(!verdict.reason.isEmpty)
  }

  @Test(
    arguments: [
      (status(401), 300), (status(403), 300), (status(404), 600), (status(422), 600),
      (status(204), 600), (status(404, retryAfter: 900), 900), (status(408), 30),
      (status(429), 30), (status(429, retryAfter: 5), 30), (status(429, retryAfter: 120), 120),
      (status(500), 30), (status(503, retryAfter: 120), 120), (.transport("reset"), 30),
      (.silence(.seconds(30)), 30), (.unreadable("items: missing"), 300), (.redirect("no"), 300),
    ] as [(AttemptEnd, Int)])
  func reads(end: AttemptEnd, seconds: Int) {
    let verdict = RetryPolicy.read(after: end)
    #expect(verdict.retryAfter == .seconds(seconds))
    #expect(!verdict.reason.isEmpty)
  }

  @Test func sentences() {
    #expect(
      AttemptEnd.status(403, retryAfter: nil, detail: "role viewer").sentence
        == "The token may not read this (403): role viewer")
    #expect(
      AttemptEnd.silence(.seconds(75)).sentence
        == "Nothing was heard for 75 s, not even a heartbeat")
    #expect(AttemptEnd.transport("a\u{1b}[31m\nb").sentence == "a [31m b (1 control removed)")
    #expect(
      AttemptEnd.fault(StreamFault(code: .other("odd"), message: "so")).sentence
        == "The platform ended the stream (odd): so")
    #expect(
      AttemptEnd(.endless(patience: 7 << 20)).sentence
        == "The stream holds an event that has not ended after 7 MiB; is the address right?")
    #expect(
      AttemptEnd.wrongContentType("").sentence
        == "The platform sent something untyped instead of the stream; is the address right?")
  }

  @Test func aRefusalsBodyIsRead() {
    let body = Array(#"{"detail":"slow down"}"#.utf8)
    #expect(
      AttemptEnd(status: 429, retryAfter: .seconds(3), body: body)
        == .status(429, retryAfter: .seconds(3), detail: "slow down"))
  }
}
