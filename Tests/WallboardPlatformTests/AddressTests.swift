import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct AddressTests {
  @Test(arguments: [
    ("https://api.platform.amigo.ai", "https://api.platform.amigo.ai"),
    ("HTTPS://API.Platform.Amigo.AI/", "https://api.platform.amigo.ai"),
    ("https://api.platform.amigo.ai:443", "https://api.platform.amigo.ai"),
    ("https://gateway.example:8443/amigo/", "https://gateway.example:8443/amigo"),
    ("https://gateway.example/a/b%20c", "https://gateway.example/a/b%20c"),
    ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
    ("http://127.0.0.1:8787", "http://127.0.0.1:8787"),
    ("http://127.255.255.254", "http://127.255.255.254"),
    ("http://[::1]:8787", "http://[::1]:8787"),
    ("http://localhost:80/x", "http://localhost/x"),
    ("http://LocalHost", "http://localhost"),
  ])
  func goodAddresses(text: String, canonical: String) throws {
    #expect(try PlatformAddress(text).description == canonical)
  }

  @Test(
    arguments: [
      ("", .scheme), ("api.platform.amigo.ai", .scheme), ("ftp://host", .scheme),
      ("https:host", .scheme), ("localhost:8787", .scheme), ("https", .scheme),
      ("https://ho st", .character), ("https://host\\@evil.example", .character),
      ("https://hôst", .character), ("https://host\r\nX: y", .character),
      ("https://user@host", .userInformation), ("https://user:secret@host", .userInformation),
      ("http://127.0.0.1@evil.example", .userInformation),
      ("https://", .host), ("https:///path", .host), ("https://:443", .host),
      ("https://ho%73t", .host), ("https://[::1", .host), ("https://[host]", .host),
      ("https://.host", .host), ("https://a..b", .host), ("https://[::1]x", .port),
      ("https://host:", .port), ("https://host:0", .port), ("https://host:65536", .port),
      ("https://host:+80", .port), ("https://host:8o", .port), ("https://host:000080", .port),
      ("https://host/a/../b", .dotSegment), ("https://host/.", .dotSegment),
      ("https://host?x", .queryOrFragment), ("https://host/#x", .queryOrFragment),
      ("https://host#", .queryOrFragment), ("https://host/?", .queryOrFragment),
      ("http://api.platform.amigo.ai", .clearText), ("http://128.0.0.1", .clearText),
      ("http://127.0.0.1.evil.example", .clearText), ("http://127.1", .clearText),
      ("http://0127.0.0.1", .clearText), ("http://127.0.0.256", .clearText),
      ("http://localhost.evil.example", .clearText), ("http://[::2]", .clearText),
      ("http://0.0.0.0", .clearText), ("http://2130706433", .clearText),
    ] as [(String, AddressProblem)])
  func badAddresses(text: String, problem: AddressProblem) {
    #expect(throws: problem) { try PlatformAddress(text) }
    #expect(problem.description.hasSuffix("."))
  }

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
