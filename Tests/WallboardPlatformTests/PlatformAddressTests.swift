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
}
