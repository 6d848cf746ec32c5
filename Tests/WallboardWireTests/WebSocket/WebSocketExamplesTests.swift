import Testing
@testable import WallboardWire

@Suite("WebSocket: the examples of RFC 6455")
struct WebSocketExamplesTests {
  @Test("the key of 1.3 and the accept that answers it")
  func handshakeKey() {
    let key = WebSocketKey(bytes: Array("the sample nonce".utf8))
    #expect(key.field == "dGhlIHNhbXBsZSBub25jZQ==")
    #expect(key.accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test("the frames of 5.7")
  func frames() {
    let hello: [UInt8] = [0x48, 0x65, 0x6C, 0x6C, 0x6F]
    let bytes = [UInt8](repeating: 7, count: 65_536)
    let input: [UInt8] =
      [0x81, 5] + hello + [0x01, 3, 0x48, 0x65, 0x6C, 0x80, 2, 0x6C, 0x6F] + [0x89, 5] + hello
      + [0x8A, 5] + hello + [0x82, 0x7E, 1, 0] + bytes.prefix(256)
      + [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0] + bytes
    #expect(
      SessionReading(input).events == [
        .text("Hello"), .text("Hello"), .ping, .pong(hello), .binary(Array(bytes.prefix(256))),
        .binary(bytes),
      ])
  }

  @Test("the masked frame of 5.7, by its key")
  func maskedFrame() {
    var encoder = WebSocketFrameEncoder(generator: FixedGenerator(number: 0x37FA_213D))
    var output: [UInt8] = []
    encoder.append(.text, "Hello".utf8, to: &output)
    #expect(output == [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58])
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
