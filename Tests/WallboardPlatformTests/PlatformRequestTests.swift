import Testing
import WallboardPlatform

@Suite struct RedirectTests {
  private func redirect(_ location: String) throws -> String {
    try endpoints("https://host/amigo").eventStream(from: StreamCursor())
      .redirected(to: location).url
  }

  @Test(arguments: [
    ("https://host/v2/stream", "https://host/v2/stream"),
    ("https://HOST:443/v2", "https://host/v2"),
    ("//host/v2", "https://host/v2"),
    ("/v2/stream?x=1#part", "https://host/v2/stream?x=1"),
    ("other", "https://host/amigo/v1/\(workspace)/events/other"),
    ("../other", "https://host/amigo/v1/\(workspace)/other"),
    ("?x=1", "https://host/amigo/v1/\(workspace)/events/stream?x=1"),
  ])
  func withinTheOrigin(location: String, url: String) throws {
    #expect(try redirect(location) == url)
  }

  @Test(arguments: [
    "https://evil.example/", "//evil.example/v1", "http://host/v1", "https://host:8443/v1",
    "https://host.evil.example/", "https://sub.host/",
  ])
  func toAnotherOrigin(location: String) throws {
    let refusal = #expect(throws: RedirectRefusal.self) { try redirect(location) }
    guard case .otherOrigin = refusal else { throw NotExpected() }
  }

  @Test(arguments: [
    "https://host@evil.example/", "https://user@host/", "ftp://host/", "javascript:alert(1)",
    "https://host\\evil", "https://host /", "https://", "https://host:99999/", "/\r\nX: y",
  ])
  func thatCannotBeRead(location: String) {
    #expect(throws: RedirectRefusal.unreadable) { try redirect(location) }
  }

  @Test func theHeadersStay() throws {
    let request = try endpoints().eventStream(from: StreamCursor())
    #expect(try request.redirected(to: "/x").headers == request.headers)
  }
}
