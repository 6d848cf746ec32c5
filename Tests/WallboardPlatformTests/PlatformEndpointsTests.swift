import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct PlatformEndpointsTests {
  @Test(arguments: [
    ("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000001"),
    ("ABCDEF01-2345-6789-abcd-EF0123456789", "abcdef01-2345-6789-abcd-ef0123456789"),
    ("", nil), ("workspace", nil), ("00000000000040008000000000000001", nil),
    ("00000000-0000-4000-8000-00000000000g", nil), ("00000000-0000-4000-8000-00000000000/", nil),
    ("{00000000-0000-4000-8000-00000000001}", nil), ("00000000-0000-4000-80000-0000000000001", nil),
  ])
  func workspaces(text: String, canonical: String?) {
    #expect(WorkspaceID(text)?.rawValue == canonical)
  }

  @Test func theStreamsRequest() throws {
    var cursor = StreamCursor()
    #expect(
      try endpoints("https://gateway.example/amigo").eventStream(from: cursor).headers.count == 2)
    cursor.advance(to: "1766000000000".utf8.span)
    let request = try endpoints("https://gateway.example/amigo").eventStream(from: cursor)
    #expect(request.url == "https://gateway.example/amigo/v1/\(workspace)/events/stream")
    #expect(request.headers.contains("Accept: text/event-stream"))
    #expect(request.headers.contains("Last-Event-ID: 1766000000000"))
    #expect(request.origin.description == "https://gateway.example")
  }

  @Test func theKeysRequest() throws {
    let request = try PlatformAddress("http://localhost:8787").keyIdentity
    #expect(request.url == "http://localhost:8787/v1/auth/me")
    #expect(request.headers == ["Accept: application/json"])
  }

  @Test func theCursorSkipsWhatCannotBeResumedFrom() {
    var cursor = StreamCursor()
    cursor.advance(to: "17".utf8.span)
    for id in ["0", "a b", "a\u{1}b", "é", String(repeating: "1", count: 257)] {
      cursor.advance(to: id.utf8.span)
      #expect(cursor.id == "17")
      #expect(cursor.lastEventID == id)
    }
    cursor.advance(to: "opaque/18".utf8.span)
    #expect(cursor.id == "opaque/18")
    cursor.advance(to: "".utf8.span)
    #expect(cursor == StreamCursor())
  }

  @Test func mediaTypes() {
    for type in [
      "text/event-stream", "Text/Event-Stream; charset=utf-8", " text/event-stream ;x",
    ] {
      #expect(MediaType.isEventStream(type))
    }
    for type in [
      nil, "", ";", "application/json", "text/event-streams", "text/html text/event-stream",
    ] {
      #expect(!MediaType.isEventStream(type))
    }
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
