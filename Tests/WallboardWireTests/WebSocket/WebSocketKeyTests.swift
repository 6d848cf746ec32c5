import Testing
@testable import WallboardWire

@Suite("WebSocket: the key and the digest that proves it was read")
struct WebSocketKeyTests {
  @Test("the key of 1.3 and the accept that answers it")
  func handshakeKey() {
    let key = WebSocketKey(bytes: Array("the sample nonce".utf8))
    #expect(key.field == "dGhlIHNhbXBsZSBub25jZQ==")
    #expect(key.accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test(
    "digests as of FIPS 180-4, with lengths around a block's end",
    arguments: [
      ("abc", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
      ("", "2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
      ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "hJg+RBw70m66rkqh+VEp5eVGcPE="),
      (String(repeating: "a", count: 55), "wci73CJ5bijA4VFj0giZtlYh1lo="),
      (String(repeating: "a", count: 64), "AJi6gktcFkJ716ESKlpEKiXsZE0="),
    ])
  func digests(of text: String, digest: String) {
    #expect(Base64.encoded(SHA1.digest(of: Array(text.utf8))) == digest)
  }

  @Test(
    "the texts of RFC 4648, 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(of text: String, encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == encoded)
  }
}
