import Testing
import WallboardBoard
import WallboardEvents
import WallboardPlatform

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
    ] as [(ObserverEnd, ObserverVerdict.Next)])
  func verdicts(end: ObserverEnd, next: ObserverVerdict.Next) {
    let misses = RetryPolicy.isMiss(end) ? 1 : 0
    let verdict = RetryPolicy.observer(after: end, misses: misses)
    #expect(verdict.next == next)
    #expect(!verdict.reason.isEmpty)
  }

  @Test("An unknown call is asked for a few times more", arguments: [closed(4004), status(404)])
  func misses(end: ObserverEnd) {
    for count in 1...RetryPolicy.mostMisses {
      #expect(RetryPolicy.observer(after: end, misses: count).next == .askAgain)
    }
    let last = RetryPolicy.observer(after: end, misses: RetryPolicy.mostMisses + 1)
    #expect(last.next == .notFound)
    #expect(last.reason.string.hasPrefix("The platform does not know the call, or no longer"))
  }

  @Test func whatThePlatformSaidIsQuoted() {
    #expect(
      ObserverEnd.closed(4003, reason: "no\u{1b}[m role").sentence
        == "The token may not follow this call (4003): no [m role (1 control removed)")
    #expect(ObserverEnd.closed(4100, reason: "").sentence == "The token has expired (4100)")
    #expect(
      ObserverEnd.attempt(.status(404, retryAfter: nil, detail: "gone")).sentence.string
        == "The platform does not know the call, or no longer (404), "
        + "or a proxy does not pass WebSockets on: gone")
    for status in [200, 400, 405, 426, 501] {
      let sentence = ObserverEnd.attempt(.status(status, retryAfter: nil, detail: nil)).sentence
      let remedy =
        "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\""
      #expect(sentence.string.contains("(\(status)); a proxy may not pass WebSockets on"))
      #expect(sentence.string.hasSuffix(remedy))
    }
  }

  @Test func aTokenThatFitsIsASubprotocol() throws {
    let token = "AZaz09!#$%&'*+-.^_`|~"
    #expect(try Credential(token: token).observerSubprotocols() == ["auth", token])
  }

  @Test(arguments: ["a:b", "a/b/c", "ab==", "a(b)", "a,b", "a\"b", "a;b", "a@b", "a[b]", "a{b}?<>"])
  func aTokenThatDoesNotFitIsNotSent(token: String) throws {
    let credential = try Credential(token: token)
    let problem = #expect(throws: UnsendableToken.self) { try credential.observerSubprotocols() }
    let sentence = try #require(problem.map { "\($0)" })
    #expect(!sentence.contains(token))
    #expect(sentence.contains("observer_auth = \"header\""))
    for character in try #require(problem).characters { #expect(token.contains(character)) }
  }

  @Test func theSentenceNamesEachCharacterOnce() {
    #expect(
      throws: UnsendableToken(characters: ["/", "="]),
      performing: { try Credential(token: "x=/y/=").observerSubprotocols() })
    #expect("\(UnsendableToken(characters: ["/", "="]))".contains("cannot carry (“/” “=”)"))
  }
}

@Suite("Where calls are followed")
struct ObserverAddressTests {
  static let workspace = "00000000-0000-4000-8000-000000000001"

  private func request(
    _ call: String, at address: String, observers: String? = nil
  ) throws -> PlatformRequest {
    PlatformEndpoints(
      address: try PlatformAddress(address),
      workspace: try #require(WorkspaceID(Self.workspace)),
      observerAddress: try observers.map { try PlatformAddress(webSocket: $0) }
    ).observer(of: try #require(CallSID(call)))
  }

  @Test func thePathIsKept() throws {
    let request = try request("CA1", at: "https://gateway/amigo/")
    #expect(
      request.url == "https://gateway/amigo/v1/\(Self.workspace)/observers/CA1/ws")
    #expect(request.target == "/amigo/v1/\(Self.workspace)/observers/CA1/ws")
    #expect(request.origin.authority == "gateway")
    #expect(request.headers.isEmpty)
  }

  @Test func aKeyIsOnePartOfThePath() throws {
    let request = try request("a/b?c#d e\r\n", at: "https://x:8443")
    #expect(request.target.hasSuffix("/observers/a%2Fb%3Fc%23d%20e%0D%0A/ws"))
    #expect(request.origin.authority == "x:8443")
  }

  @Test(
    arguments: [
      ("wss://agents.example", "https://agents.example"),
      ("WSS://agents.example/a/", "https://agents.example/a"),
      ("https://agents.example:1", "https://agents.example:1"),
      ("ws://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://[::1]", "http://[::1]"),
    ])
  func anotherHost(address: String, base: String) throws {
    let request = try request("CA1", at: "https://x", observers: address)
    #expect(request.url == "\(base)/v1/\(Self.workspace)/observers/CA1/ws")
  }

  @Test(
    arguments: [
      ("ws://agents.example", .clearText), ("http://agents.example", .clearText),
      ("ftp://x", .webSocketScheme), ("x", .webSocketScheme), ("", .webSocketScheme),
      ("wss://", .host), ("wss://a@b", .userInformation), ("wss://a/?b", .queryOrFragment),
      ("ws//x", .webSocketScheme), ("wss://a/../b", .dotSegment),
    ] as [(String, AddressProblem)])
  func badAddresses(address: String, problem: AddressProblem) {
    #expect(throws: problem) { try PlatformAddress(webSocket: address) }
    #expect("\(problem)".hasSuffix("."))
  }

  @Test func aWebSocketMayHaveAQuery() throws {
    let request = try PlatformRequest(webSocket: "ws://127.0.0.1:9001/runCase?case=1&agent=a")
    #expect(request.url == "http://127.0.0.1:9001/runCase?case=1&agent=a")
    #expect(request.target == "/runCase?case=1&agent=a")
    #expect(try PlatformRequest(webSocket: "ws://127.0.0.1?a").target == "/?a")
    #expect(throws: AddressProblem.clearText) { try PlatformRequest(webSocket: "ws://x/") }
    #expect(throws: AddressProblem.queryOrFragment) {
      try PlatformRequest(webSocket: "wss://x/#a")
    }
  }

  @Test func anUpgradeMayBeSentOnInEitherSpelling() throws {
    let request = try request("CA1", at: "https://x")
    #expect(try request.redirected(to: "wss://x/y?z").url == "https://x/y?z")
    #expect(throws: RedirectRefusal.self) { try request.redirected(to: "ws://x/y") }
    #expect(throws: RedirectRefusal.self) { try request.redirected(to: "wss://z/y") }
  }
}
