/// An open WebSocket connection, client side, as a value (RFC 6455, 5 to 7): bytes in, events out,
/// bytes to send collected.
///
/// However the input is cut, the events are the same. It answers pings and close frames by itself.
/// It holds a message's beginning, up to the limits, and answers to at most `mostPongsHeld` pings.
package struct WebSocketSession: Sendable {
  /// Where a connection stands.
  package enum State: Hashable, Sendable {
    case open
    /// Our close frame is in the output or sent, the server's has not come.
    case closing
    /// The closing handshake is done or given up. A client sends the rest of its output and waits
    /// for the server to end the transport (7.1.1); what still comes is not looked at.
    case closed
  }

  /// The most pings that are answered each; of more only the latest are, as 5.5.3 allows, so that
  /// a flood of pings cannot fill our memory with answers.
  package static let mostPongsHeld = 16

  /// The stage of the connection's life.
  package private(set) var state = State.open
  private var decoder: WebSocketFrameDecoder
  private var assembler: WebSocketMessageAssembler
  private var encoder: WebSocketFrameEncoder
  /// The header of the frame whose payload has not all come.
  private var frame: WebSocketFrameHeader?
  private var controlPayload: [UInt8] = []
  private var pongs: [[UInt8]] = []
  private var output: [UInt8] = []
  /// What our close frame said.
  private var ourClose: WebSocketClosePayload?

  /// Starts behind a handshake; `generator` draws the masking keys, so that outside of tests nobody
  /// may be able to foresee it.
  package init(
    limits: WebSocketLimits = WebSocketLimits(),
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    decoder = WebSocketFrameDecoder(longestPayload: limits.frame)
    assembler = WebSocketMessageAssembler(longestMessage: limits.message)
    encoder = WebSocketFrameEncoder(generator: generator)
  }

  /// Reads the next bytes of the server and appends what they complete to `events`.
  package mutating func receive(_ bytes: Span<UInt8>, into events: inout [WebSocketEvent]) {
    var offset = 0
    do throws(WebSocketViolation) {
      while state != .closed, let piece = try decoder.next(in: bytes, at: &offset) {
        try take(piece, of: bytes, into: &events)
      }
    } catch {
      fail(error, into: &events)
    }
  }

  /// Takes note that the transport ended, cleanly or not.
  package mutating func transportEnded(into events: inout [WebSocketEvent]) {
    guard state != .closed else { return }
    state = .closed
    events.append(.closed(.abnormal))
  }

  /// Sends a text message; does nothing once the connection closes.
  package mutating func send(text: String) {
    guard state == .open else { return }
    write(.text, text.utf8)
  }

  /// Sends a binary message; does nothing once the connection closes.
  package mutating func send(binary payload: [UInt8]) {
    guard state == .open else { return }
    write(.binary, payload)
  }

  /// Sends a ping with the first 125 bytes of `payload`; does nothing once the connection closes.
  package mutating func ping(_ payload: [UInt8] = []) {
    guard state == .open else { return }
    write(.ping, payload.prefix(WebSocketFrameHeader.longestControlPayload))
  }

  /// Begins to close; does nothing once the connection closes. Of `reason` the first 123 bytes are
  /// sent, and nothing at all if the code may not be sent.
  package mutating func close(_ code: WebSocketCloseCode, reason: String = "") {
    guard state == .open else { return }
    writeClose(WebSocketClosePayload(code: code, reason: reason))
    state = .closing
  }

  /// Hands over what is to be sent next; empty when there is nothing. Whoever takes it only when all
  /// that was taken before is sent keeps the bound on answers to pings.
  package mutating func takeOutput() -> [UInt8] {
    writePongs()
    defer { output = [] }
    return output
  }
}

// Reading.
extension WebSocketSession {
  private mutating func take(
    _ piece: WebSocketFrameDecoder.Piece, of bytes: Span<UInt8>,
    into events: inout [WebSocketEvent]
  ) throws(WebSocketViolation) {
    switch piece {
    case .header(let header):
      if !header.opcode.isControl { try assembler.begin(header) }
      if header.payloadLength == 0 { try end(header, into: &events) } else { frame = header }
    case .payload(let range, let isLast):
      guard let frame else { return }
      try append(bytes.extracting(range), to: frame)
      if isLast { try end(frame, into: &events) }
    }
  }

  private mutating func append(
    _ bytes: Span<UInt8>, to frame: WebSocketFrameHeader
  ) throws(WebSocketViolation) {
    if frame.opcode.isControl {
      controlPayload.append(copying: bytes)
    } else {
      try assembler.append(bytes)
    }
  }

  private mutating func end(
    _ header: WebSocketFrameHeader, into events: inout [WebSocketEvent]
  ) throws(WebSocketViolation) {
    frame = nil
    let payload = controlPayload
    controlPayload = []
    switch header.opcode {
    case .continuation, .text, .binary:
      if let message = try assembler.end(isFinal: header.isFinal) { events.append(message) }
    case .ping:
      answer(ping: payload)
      events.append(.ping)
    case .pong:
      events.append(.pong(payload))
    case .close:
      events.append(.closed(closure(after: try WebSocketClosePayload(reading: payload))))
    }
  }

  private mutating func answer(ping payload: [UInt8]) {
    guard state == .open else { return }
    if pongs.count == Self.mostPongsHeld { pongs.removeFirst() }
    pongs.append(payload)
  }

  private mutating func closure(after theirs: WebSocketClosePayload) -> WebSocketClosure {
    state = .closed
    if let ourClose { return .byClient(code: ourClose.code, reason: ourClose.reason) }
    writeClose(WebSocketClosePayload(code: theirs.code, reason: ""))
    return .byServer(code: theirs.code, reason: theirs.reason)
  }

  private mutating func fail(
    _ violation: WebSocketViolation, into events: inout [WebSocketEvent]
  ) {
    if ourClose == nil {
      writeClose(WebSocketClosePayload(code: violation.code, reason: violation.reason))
    }
    state = .closed
    events.append(.closed(.failed(code: violation.code, reason: violation.reason)))
  }
}

// Writing.
extension WebSocketSession {
  private mutating func write(_ opcode: WebSocketOpcode, _ payload: some Collection<UInt8>) {
    writePongs()
    encoder.append(opcode, payload, to: &output)
  }

  private mutating func writePongs() {
    for pong in pongs { encoder.append(.pong, pong, to: &output) }
    pongs = []
  }

  private mutating func writeClose(_ payload: WebSocketClosePayload) {
    write(.close, payload.bytes)
    ourClose = payload
  }
}

/// What the bytes of a WebSocket connection amounted to.
package enum WebSocketEvent: Hashable, Sendable {
  /// A whole text message.
  case text(String)
  /// A whole binary message.
  case binary([UInt8])
  /// A ping: a sign of life, which the session answers by itself.
  case ping
  /// A pong with its payload, asked for or not.
  case pong([UInt8])
  /// The connection is over; nothing comes after it.
  case closed(WebSocketClosure)
}

/// What a peer may make us hold; checked on a frame's header, before its payload is waited for.
package struct WebSocketLimits: Hashable, Sendable {
  /// The most bytes of one frame's payload.
  package var frame: Int
  /// The most bytes of one message, all its fragments together.
  package var message: Int

  /// Sets both bounds, in bytes; unless told otherwise to 1 MiB each, as for an event of the stream.
  package init(frame: Int = 1 << 20, message: Int = 1 << 20) {
    self.frame = frame
    self.message = message
  }
}

/// Puts messages together from the frames that carry data (RFC 6455, 5.4 and 5.6).
private struct WebSocketMessageAssembler {
  private let longestMessage: Int
  /// The kind of the message that has begun and not ended.
  private var kind: Kind?
  private var payload: [UInt8] = []
  private var text = UTF8Validator()

  private enum Kind { case text, binary }

  init(longestMessage: Int) {
    self.longestMessage = longestMessage
  }

  /// Starts the frame of a `header` that is no control frame's.
  mutating func begin(_ header: WebSocketFrameHeader) throws(WebSocketViolation) {
    switch (header.opcode, kind) {
    case (.continuation, nil):
      throw .protocolError("a continuation came without a message to continue")
    case (.text, nil): kind = .text
    case (.binary, nil): kind = .binary
    case (.text, _), (.binary, _):
      throw .protocolError("a message began before the one before it had ended")
    case (.continuation, _), (.close, _), (.ping, _), (.pong, _): break
    }
    guard header.payloadLength <= longestMessage - payload.count else {
      throw WebSocketViolation(
        code: .messageTooBig, reason: "a message is longer than \(longestMessage) bytes")
    }
  }

  /// Takes a part of the frame's payload.
  mutating func append(_ bytes: Span<UInt8>) throws(WebSocketViolation) {
    guard kind != .text || text.accepts(bytes) else { throw .notUTF8 }
    payload.append(copying: bytes)
  }

  /// Ends the frame; the message if this was its last.
  mutating func end(isFinal: Bool) throws(WebSocketViolation) -> WebSocketEvent? {
    guard isFinal, let kind else { return nil }
    guard kind != .text || text.isAtBoundary else { throw .notUTF8 }
    defer {
      self.kind = nil
      payload = []
    }
    return kind == .text ? .text(String(decoding: payload, as: UTF8.self)) : .binary(payload)
  }
}
