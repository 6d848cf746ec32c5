import WallboardWire

extension FuzzTarget {
  /// Frames: the same however they are cut, nothing behind the end, nothing beyond the limits.
  static let webSocket = FuzzTarget(
    "websocket", rounds: 3_000, bytes: frames, words: ["\u{E9}", "\u{1F4DE}"]
  ) { bytes in
    let reading = try Cuts.agree(on: bytes, SessionReading.init)
    for event in reading.events {
      switch event {
      case .text(let text): try require(text.utf8.count <= SessionReading.limits.message, "a text")
      case .binary(let bytes): try require(bytes.count <= SessionReading.limits.message, "binary")
      case .pong(let payload): try require(payload.count <= 125, "a pong")
      case .ping, .closed: break
      }
    }
    let ends = reading.events.indices.filter { reading.events[$0].isEnd }
    try require(ends, is: [reading.events.count - 1], "the end comes once, and last")
    // Pongs and a close frame, each with a header of at most 6 bytes.
    let most = (WebSocketSession.mostPongsHeld + 1) * (125 + 6)
    try require(reading.output.count <= most, "\(reading.output.count) bytes of answers")
  }

  /// The answer to the handshake: the same however it is cut; what follows it is not lost.
  static let handshake = FuzzTarget(
    "handshake", rounds: 2_000, seeds: answers,
    words: [
      "HTTP/1.1 ", "101 ", "\r\n", "\r\n\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n",
      "Content-Length: ", "FFFFFFFFFFFF\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "\n ", "chunked",
      "Connection: upgrade\r\n", "Upgrade: websocket\r\n", "auth", "9223372036854775808",
    ]
  ) { bytes in
    let reading = try Cuts.agree(on: bytes, HandshakeReading.init)
    switch reading.progress {
    case .accepted(let subprotocol, let rest):
      try require(bytes.suffix(rest.count) == rest[...], "what followed the answer is not the same")
      try require([nil, "auth", "token"].contains(subprotocol), "a sub-protocol nobody offered")
    case .refused(let refusal):
      try require(refusal.body.count <= WebSocketRefusal.longestBody, "a body beyond the limit")
      try require((200...999).contains(refusal.status), "status \(refusal.status)")
    case .incomplete: break
    }
  }

  private static let frames: [[UInt8]] = [
    [0x81, 0x02, 0x68, 0x69], [0x01, 0x01, 0xC3, 0x89, 0x00, 0x80, 0x01, 0xA9],
    [0x82, 0x7E, 0x00, 0x80] + Array(repeating: 7, count: 128),
    [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0] + Array(repeating: 7, count: 300),
    [0x89, 0x00, 0x8A, 0x01, 0x31, 0x88, 0x05, 0x03, 0xE8, 0x62, 0x79, 0x65],
    Array(repeating: [0x89, 0x01, 0x70], count: 20).flatMap(\.self) + [0x88, 0x00],
    [0x81, 0x85, 1, 2, 3, 4, 5], [0x83, 0x00], [0xC1, 0x00], [0x88, 0x01, 0x03],
    [0x81, 0x04, 0xF0, 0x9F, 0x93, 0x9E], [0x81, 0x03, 0xED, 0xA0, 0x80],
  ]

  private static let answers = [
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      + "Sec-WebSocket-Accept: \(HandshakeReading.accept)\r\nSec-WebSocket-Protocol: auth\r\n\r\n"
      + "\u{1}rest",
    "HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nhello more",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 503 \r\nRetry-After: 5\r\n folded\r\n\r\nbusy",
    "HTTP/1.1 401 No\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\n\r\n",
    "HTTP/1.1 204 None\n\n", "HTTP/1.1 404 A\nContent-Length: 1\nContent-Length: 2\n\nxyz",
  ]
}

extension WebSocketEvent {
  fileprivate var isEnd: Bool {
    if case .closed = self { true } else { false }
  }
}

private struct SessionReading: Equatable {
  static let limits = WebSocketLimits(frame: 400, message: 600)

  var events: [WebSocketEvent] = []
  var output: [UInt8] = []

  init(_ pieces: [[UInt8]]) {
    var session = WebSocketSession(limits: Self.limits, generator: Zeros())
    for piece in pieces { session.receive(piece.span, into: &events) }
    session.transportEnded(into: &events)
    output = session.takeOutput()
  }
}

/// Masks nothing.
private struct Zeros: RandomNumberGenerator {
  func next() -> UInt64 { 0 }
}

private struct HandshakeReading: Equatable {
  /// What belongs to a key of nothing but zeros.
  static let accept = "ICX+Yqv66kxgM0FcWaLWlFLwTAI="

  var progress = WebSocketHandshake.Progress.incomplete
  var failure: WebSocketHandshakeFailure?
  var end: WebSocketRefusal?

  init(_ pieces: [[UInt8]]) throws {
    var zeros = Zeros()
    let key = WebSocketKey(using: &zeros)
    do throws(WebSocketHandshakeFailure) {
      var handshake = try WebSocketHandshake(
        host: "localhost", target: "/", subprotocols: ["auth", "token"], key: key)
      for piece in pieces {
        switch progress {
        case .incomplete: progress = try handshake.feed(piece.span)
        case .accepted(let subprotocol, let rest):
          progress = .accepted(subprotocol: subprotocol, rest: rest + piece)
        case .refused: break
        }
      }
      end = handshake.end()
    } catch {
      failure = error
    }
  }
}
