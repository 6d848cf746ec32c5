import Testing
import WallboardBoard
import WallboardEvents
import WallboardPlatform

@Suite struct RetryPolicyTests {
  static func status(_ status: Int, retryAfter: Int? = nil) -> AttemptEnd {
    .status(status, retryAfter: retryAfter.map { .seconds($0) }, detail: nil)
  }

  static func fault(_ code: String) -> AttemptEnd {
    .fault(StreamFault(code: OpenEnum(code), message: nil))
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
    ] as [(AttemptEnd, StreamRetryDecision.Next)])
  func streams(end: AttemptEnd, next: StreamRetryDecision.Next) {
    let verdict = RetryPolicy.stream(after: end)
    #expect(verdict.next == next)
    #expect(end.isRefusal == (next == .refused(retryAfter: .seconds(60))))
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
}

@Suite("What becomes of a followed call")
struct ObserverPolicyTests {
  static func closed(_ code: Int) -> ObserverEnd { .closed(code, reason: nil) }

  static func status(_ status: Int, retryAfter: Int? = nil) -> ObserverEnd {
    .attempt(.status(status, retryAfter: retryAfter.map { .seconds($0) }, detail: nil))
  }

  /// Contract 1.4, line by line.
  @Test(
    arguments: [
      (closed(1000), .ended),
      (closed(1008), .refused), (closed(3003), .refused), (closed(4001), .refused),
      (closed(4003), .refused), (closed(4100), .refused), (closed(4403), .refused),
      (closed(1013), .backOff(atLeast: .seconds(5))),
      (closed(4029), .backOff(atLeast: .seconds(5))),
      (closed(4004), .askAgain),
      (closed(1001), .backOff(atLeast: .zero)), (closed(1005), .backOff(atLeast: .zero)),
      (closed(1006), .backOff(atLeast: .zero)), (closed(1011), .backOff(atLeast: .zero)),
      (closed(1012), .backOff(atLeast: .zero)), (closed(4000), .backOff(atLeast: .zero)),
      (closed(4200), .backOff(atLeast: .zero)), (closed(4999), .backOff(atLeast: .zero)),
      (status(401), .refused), (status(403), .refused), (status(404), .askAgain),
      (status(404, retryAfter: 900), .askAgain),
      (status(400), .backOff(atLeast: .seconds(60))),
      (status(426), .backOff(atLeast: .seconds(60))),
      (status(200), .backOff(atLeast: .seconds(60))),
      (status(204), .backOff(atLeast: .seconds(60))),
      (status(302), .backOff(atLeast: .seconds(60))),
      (status(410, retryAfter: 90), .backOff(atLeast: .seconds(90))),
      (status(408), .backOff(atLeast: .zero)),
      (status(429), .backOff(atLeast: .seconds(5))),
      (status(429, retryAfter: 17), .backOff(atLeast: .seconds(17))),
      (status(503), .backOff(atLeast: .seconds(5))),
      (status(503, retryAfter: 17), .backOff(atLeast: .seconds(17))),
      (status(500), .backOff(atLeast: .zero)),
      (status(502, retryAfter: 17), .backOff(atLeast: .seconds(17))),
      (.attempt(.redirect("elsewhere")), .backOff(atLeast: .seconds(60))),
      (.attempt(.silence(.seconds(60))), .backOff(atLeast: .zero)),
      (.attempt(.transport("refused")), .backOff(atLeast: .zero)),
      (.violation("a reserved bit"), .backOff(atLeast: .zero)),
      (.unsendableToken(UnsendableToken(characters: ["/"])), .refused),
      (.sessionEnded, .ended),
    ] as [(ObserverEnd, ObserverRetryDecision.Next)])
  func verdicts(end: ObserverEnd, next: ObserverRetryDecision.Next) {
    let misses = RetryPolicy.isMiss(end) ? 1 : 0
    let verdict = RetryPolicy.observer(after: end, misses: misses)
    #expect(verdict.next == next)
    if case .unsendableToken = end {
      #expect(!end.isRefusal, "the platform has not seen it")
    } else {
      #expect(end.isRefusal == (next == .refused))
    }
    #expect(!verdict.reason.isEmpty)
  }

  @Test("An unknown call is asked for a few times more", arguments: [closed(4004), status(404)])
  func misses(end: ObserverEnd) {
    for count in 1...RetryPolicy.mostMisses {
      #expect(RetryPolicy.observer(after: end, misses: count).next == .askAgain)
    }
    let last = RetryPolicy.observer(after: end, misses: RetryPolicy.mostMisses + 1)
    #expect(last.next == .notFound)
    #expect(last.reason.string.hasPrefix("The platform does not know this call, or no longer does"))
  }

  @Test func whatThePlatformSaidIsQuoted() {
    #expect(
      ObserverEnd.closed(4003, reason: "no\u{1b}[m role").sentence
        == "The token does not give access to this call (4003): no [m role (1 control removed)")
    #expect(ObserverEnd.closed(4100, reason: "").sentence == "The token has expired (4100)")
    #expect(
      ObserverEnd.attempt(.status(404, retryAfter: nil, detail: "gone")).sentence.string
        == "The platform does not know this call, or no longer does (404), "
        + "or a proxy does not pass WebSockets on: gone")
    for status in [200, 400, 405, 426, 501] {
      let sentence = ObserverEnd.attempt(.status(status, retryAfter: nil, detail: nil)).sentence
      let remedy =
        "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\""
      #expect(sentence.string.contains("(\(status)); a proxy may not pass WebSockets on"))
      #expect(sentence.string.hasSuffix(remedy))
    }
  }
}
