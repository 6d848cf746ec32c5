import FoundationEssentials
import TestSupport
import Testing
@testable import WallboardSimulator

@Suite("The server", .fewAtATime)
struct HTTPServerTests {
  @Test("reads a request's head, and nothing that is none")
  func requests() throws {
    let request = try #require(
      HTTPRequest(head: ["GET /v1/a%20b?x=1%2F2&y&x=3 HTTP/1.1", "Host: h", "last-event-ID:\t7 "]))
    #expect(request.method == "GET")
    #expect(request.path == "/v1/a%20b")
    #expect(request.query == ["x": "1/2", "y": ""])
    #expect(request.headers["Last-Event-ID"] == "7")
    let odd = try #require(HTTPRequest(head: ["GET /?%zz=1&a=1^2|\"<>&=&c=é HTTP/1.1"]))
    #expect(odd.query == ["%zz": "1", "a": "1^2|\"<>", "": "", "c": "é"])
    let lists = try #require(
      HTTPRequest(head: ["GET / HTTP/1.1", "Connection: keep-alive", "connection: Upgrade , x"]))
    #expect(lists.headers.list("Connection") == ["keep-alive", "Upgrade", "x"])
    for head in [[], ["GET /"], ["GET / SSH/2"], ["GET / HTTP/1.1", "no field"]] {
      #expect(HTTPRequest(head: head) == nil)
    }
  }

  @Test("hangs up on what is no request, however long it is")
  func nonsense() async throws {
    try await Bench.run { bench async throws in
      let endless = String(repeating: "x", count: HTTPRequest.headLimit)
      let bad = "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"
      let huge = "POST / HTTP/1.1\r\nContent-Length: 9223372036854775807\r\n\r\n"
      // As a handshake of TLS begins; it waits for its answer.
      let handshake = "\u{16}\u{3}\u{1}"
      for text in ["\r\n", endless, bad, huge, handshake] {
        let wire = try Wire(to: bench.url.port ?? 0)
        wire.send(text)
        let received = await wire.receive { $0.isClosed }
        #expect(received.isClosed && received.bytes.isEmpty)
      }
      #expect(try await bench.get("/_simulator/state").status == 200)
    }
  }

  @Test("brings a stream to its proper end when it stops, says why to an observer, and is gone")
  func stop() async throws {
    try await Bench.run { bench async throws in
      let (stream, _) = try await bench.streamOpened()
      let observer = try bench.observe(try await bench.anyCall())
      _ = await observer.events { !$0.isEmpty }
      await bench.simulator.stop()
      #expect(await stream.receive { $0.isClosed }.isComplete)
      #expect(await observer.closeCode() == 1001)
      #expect(throws: Wire.CannotConnect.self) { try Wire(to: bench.url.port ?? 0) }
    }
  }

  @Test("hangs up on an observer that does not mask, or sends what is too long or unheard of")
  func violations() async throws {
    let frames: [[UInt8]] = [
      [0x89, 0x00], [0xC9, 0x80, 0, 0, 0, 0], [0x8B ^ 0x0F, 0x80, 0, 0, 0, 0],
      [0x82, 0xFF] + Array(repeating: 0xFF, count: 12), [0x82, 0xFF, 0, 0, 0, 0, 0, 2, 0, 0],
    ]
    try await Bench.run { bench async throws in
      for frame in frames {
        let observer = try bench.observe(try await bench.anyCall())
        _ = await observer.events { !$0.isEmpty }
        observer.wire.send(frame)
        #expect(await observer.wire.receive { $0.isClosed }.isClosed)
      }
    }
  }

  @Test("accepts a WebSocket as the standard's example has it (RFC 6455, 1.3)")
  func handshake() {
    #expect(
      WebSocketHandshake.accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test("hashes as the standard's examples have it (FIPS 180-4)")
  func hashes() {
    let digests = [
      "": "da39a3ee5e6b4b0d3255bfef95601890afd80709",
      "abc": "a9993e364706816aba3e25717850c26c9cd0d89d",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
      String(repeating: "a", count: 1_000): "291e9a6c66994949b57ba5e650361e98fc36b1ba",
    ]
    for (message, digest) in digests {
      let hash = SHA1.hash(Array(message.utf8))
      let digits = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      #expect(digits.joined() == digest)
    }
  }
}
