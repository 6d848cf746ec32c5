import TestSupport
import Testing
@testable import WallboardWire

@Suite("WebSocket: the opening handshake of RFC 6455, 4")
struct WebSocketHandshakeTests {
  static let sound = [
    "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
    "Sec-WebSocket-Accept: \(HandshakeReading.accept)",
  ]

  /// A sound answer with the lines that begin like one of `lines` replaced by those.
  static func answer(_ lines: String..., without prefix: String = "-") -> String {
    let names = lines.map { $0.prefix { $0 != ":" && $0 != "/" } } + [prefix[...]]
    let kept = sound.filter { line in !names.contains { line.hasPrefix($0) } }
    let first = lines.filter { $0.hasPrefix("HTTP") }
    let rest = lines.filter { !$0.hasPrefix("HTTP") }
    return (first + kept + rest).joined(separator: "\r\n") + "\r\n\r\n"
  }

  @Test("the request's lines, in full")
  func request() throws {
    let handshake = try WebSocketHandshake(
      host: "example.com:8080", target: "/chat?a=b", subprotocols: ["auth", "a.b-c"],
      fields: [("User-Agent", "test/1"), ("Authorization", "Bearer x=")],
      key: HandshakeReading.key)
    #expect(
      String(decoding: handshake.request, as: UTF8.self) == """
        GET /chat?a=b HTTP/1.1\r
        Host: example.com:8080\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Protocol: auth, a.b-c\r
        User-Agent: test/1\r
        Authorization: Bearer x=\r
        \r

        """)
  }

  @Test("every handshake has a key of its own")
  func keys() {
    #expect(Set((0..<32).map { _ in WebSocketKey().field }).count == 32)
  }

  typealias Part = WebSocketHandshakeFailure.Part
  @Test(
    "what could add a line to the request is refused",
    arguments: [
      ("a\r\nb", "/", "p", "n", "v", Part.host), ("", "/", "p", "n", "v", .host),
      ("a b", "/", "p", "n", "v", .host), ("a", "x", "p", "n", "v", .target),
      ("a", "/ HTTP/1.1\r\nX: y", "p", "n", "v", .target), ("a", "/\u{E9}", "p", "n", "v", .target),
      ("a", "/", "p\r\n", "n", "v", .subprotocols), ("a", "/", "", "n", "v", .subprotocols),
      ("a", "/", "auth", "n", "v", .subprotocols), ("a", "/", "p:q", "n", "v", .subprotocols),
      ("a", "/", "p", "n", "v\r\nX: y", .fields), ("a", "/", "p", "n\n", "v", .fields),
      ("a", "/", "p", "", "v", .fields), ("a", "/", "p", "n", "\u{0}", .fields),
      ("a", "/", "p", "Host", "v", .fields), ("a", "/", "p", "Sec-WebSocket-Key", "v", .fields),
    ])
  func unfit(
    host: String, target: String, subprotocol: String, name: String, value: String, part: Part
  ) {
    #expect(throws: WebSocketHandshakeFailure.unfitRequest(part)) {
      try WebSocketHandshake(
        host: host, target: target, subprotocols: ["auth", subprotocol],
        fields: [(name, value)])
    }
  }

  @Test(
    "answers that open the connection",
    arguments: [
      (answer(), nil), (answer("Sec-WebSocket-Protocol: auth"), "auth"),
      (answer("Sec-WebSocket-Protocol:\ts3cr3t "), "s3cr3t"),
      (answer("Upgrade: WebSocket", "Connection: keep-alive, uPGRADE"), nil),
      (answer("Connection: keep-alive", "Connection: Upgrade"), nil),
      (answer("connection:upgrade", without: "Connection"), nil),
      (answer("Connection: keep-alive,\r\n Upgrade"), nil),
      (answer("Sec-WebSocket-Protocol:\r\n\t auth\t\r\n  "), "auth"),
      (answer("HTTP/1.1 101"), nil), (answer("Sec-WebSocket-Extensions:"), nil),
      (answer("Server: x", "X-Empty:"), nil),
      (answer().replacing("\r\n", with: "\n"), nil),
      ("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(), nil),
    ] as [(String, String?)])
  func accepts(answer: String, subprotocol: String?) {
    let bytes = Array(answer.utf8) + [0x81, 0]
    let whole = HandshakeReading(bytes)
    #expect(whole.failure == nil)
    #expect(whole.progress == .accepted(subprotocol: subprotocol, rest: [0x81, 0]))
    #expect(HandshakeReading(bytes, inPiecesOf: 1) == whole)
  }

  @Test(
    "answers that fail it",
    arguments: [
      (answer(without: "Upgrade"), .notAnUpgrade), (answer("Upgrade: h2c"), .notAnUpgrade),
      (answer("Upgrade: websocket, h2c"), .notAnUpgrade),
      (answer("Upgrade: websocket", "Upgrade: websocket"), .notAnUpgrade),
      (answer(without: "Connection"), .notAnUpgrade), (answer("Connection: close"), .notAnUpgrade),
      (answer("HTTP/1.0 101 OK"), .notAnUpgrade),
      (answer(without: "Sec-WebSocket-Accept"), .wrongAccept),
      (answer("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOp="), .wrongAccept),
      (
        answer(
          "Sec-WebSocket-Accept: \(HandshakeReading.accept)",
          "Sec-WebSocket-Accept: \(HandshakeReading.accept)"), .wrongAccept
      ),
      (answer("Sec-WebSocket-Extensions: permessage-deflate"), .extensionNotOffered),
      (answer("Sec-WebSocket-Protocol: other"), .subprotocolNotOffered),
      (answer("Sec-WebSocket-Protocol: AUTH"), .subprotocolNotOffered),
      (answer("Sec-WebSocket-Protocol: auth, s3cr3t"), .subprotocolNotOffered),
      (
        answer("Sec-WebSocket-Protocol: auth", "Sec-WebSocket-Protocol: auth"),
        .subprotocolNotOffered
      ),
      (answer("Sec-WebSocket-Protocol:"), .subprotocolNotOffered),
      (answer("HTTP/2 101 OK"), .malformedStatusLine),
      (answer("HTTP/1.1 1o1"), .malformedStatusLine),
      ("\r\n\r\n", .malformedStatusLine), ("SSH-2.0-OpenSSH\r\n\r\n", .malformedStatusLine),
      (answer("no colon"), .malformedField), (answer("X : space"), .malformedField),
      (answer("X: \u{1}"), .malformedField), (answer("X: a\rb"), .malformedField),
      ("HTTP/1.1 101 OK\r\n folded: first\r\n\r\n", .malformedField),
      (": nameless", .headTooLong(limit: 16_384)),
    ] as [(String, WebSocketHandshakeFailure)])
  func refuses(answer: String, failure: WebSocketHandshakeFailure) {
    let isEndless = !answer.hasSuffix("\n")
    let bytes = Array(answer.utf8) + (isEndless ? .init(repeating: 0x61, count: 17_000) : [])
    let whole = HandshakeReading(bytes)
    #expect(whole.failure == failure)
    #expect(HandshakeReading(bytes, inPiecesOf: 1) == whole)
  }

  @Test("interim answers count towards the head's bound")
  func endlessInterimAnswers() {
    let interim = String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 800)
    #expect(HandshakeReading(interim).failure == .headTooLong(limit: 16_384))
  }

  @Test("a failure stays, and quotes neither token nor answer")
  func staysFailed() throws {
    var handshake = try HandshakeReading.handshake()
    let answer = Array(Self.answer("Sec-WebSocket-Protocol: s3cr3t-").utf8)
    #expect(throws: WebSocketHandshakeFailure.subprotocolNotOffered) {
      try handshake.feed(answer.span)
    }
    let sound = Array(Self.answer().utf8)
    #expect(throws: WebSocketHandshakeFailure.subprotocolNotOffered) {
      try handshake.feed(sound.span)
    }
    #expect(handshake.end() == nil)
    #expect(!"\(WebSocketHandshakeFailure.subprotocolNotOffered)".contains("s3cr3t"))
  }

  @Test(
    "random answers to the handshake never trap, however they are cut", arguments: UInt64(1)...8)
  func randomHandshakes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces =
      [
        "HTTP/1.1 101 S", "HTTP/1.1 403 No", "\r\n", "\r\n\r\n", "\n", "Upgrade: websocket",
        "Connection: upgrade", "Content-Length: 5", "Transfer-Encoding: chunked", "5\r\nhello",
        "0\r\n", " fold", ":", "FFFFFFFFFFFF\r\n",
      ].map { Array($0.utf8) } + [[0], [0xFF]]
    for _ in 0..<400 {
      let bytes: [UInt8] = (0..<Int.random(in: 1...12, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
      let whole = HandshakeReading(bytes)
      #expect(HandshakeReading(bytes, inPiecesOf: 1) == whole)
      #expect(HandshakeReading(bytes, inPiecesOf: 7) == whole)
    }
  }
}

/// What a handshake made of a server's answer.
struct HandshakeReading: Equatable {
  var progress = WebSocketHandshake.Progress.incomplete
  var failure: WebSocketHandshakeFailure?
  var end: WebSocketRefusal?

  static let key = WebSocketKey(bytes: Array("the sample nonce".utf8))
  static let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

  /// Feeds `bytes` in pieces of `length` until the answer is judged; what is left then is the
  /// connection's, and is added to the `rest`.
  init(_ bytes: [UInt8], inPiecesOf length: Int = .max) {
    do throws(WebSocketHandshakeFailure) {
      var handshake = try Self.handshake()
      var rest = bytes[...]
      while !rest.isEmpty, progress == .incomplete {
        let piece = Array(rest.prefix(length))
        rest = rest.dropFirst(piece.count)
        progress = try handshake.feed(piece.span)
      }
      end = handshake.end()
      if case .accepted(let subprotocol, let first) = progress {
        progress = .accepted(subprotocol: subprotocol, rest: first + rest)
      }
    } catch {
      failure = error
    }
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  static func handshake() throws(WebSocketHandshakeFailure) -> WebSocketHandshake {
    try WebSocketHandshake(
      host: "localhost", target: "/chat", subprotocols: ["auth", "s3cr3t"], key: key)
  }
}
