/// An open WebSocket connection, client side, as a value (RFC 6455, 5 to 7): bytes in, events and
/// bytes to send out.
///
/// However the input is cut, the events are the same. Pings and close frames are answered. It holds
/// at most one unfinished message within the limits, and answers to ``mostPongsHeld`` pings.
package struct WebSocketSession: Sendable {
  package enum State: Hashable, Sendable {
    case open
    /// We have closed, the server has not answered yet.
    case closing
    /// The closing handshake is done or given up. A client sends the rest of its output and waits
    /// for the server to end the transport (7.1.1); what still comes is ignored.
    case closed
  }

  /// Of more unanswered pings only the latest are answered, as 5.5.3 allows: a flood of pings must
  /// not fill the memory.
  package static let mostPongsHeld = 16

  package private(set) var state = State.open
  private var decoder: WebSocketFrameDecoder
  private var assembler: WebSocketMessageAssembler
  private var encoder: WebSocketFrameEncoder
  /// The frame whose payload is not complete.
  private var frame: WebSocketFrameHeader?
  private var controlPayload: [UInt8] = []
  private var pongs: [[UInt8]] = []
  private var output: [UInt8] = []
  /// Our close frame, once it is written.
  private var ourClose: WebSocketClosePayload?

  /// A connection after its handshake. `generator` draws the masking keys: outside of tests it has
  /// to be unpredictable.
  package init(
    limits: WebSocketLimits = WebSocketLimits(),
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    decoder = WebSocketFrameDecoder(longestPayload: limits.frame)
    assembler = WebSocketMessageAssembler(longestMessage: limits.message)
    encoder = WebSocketFrameEncoder(generator: generator)
  }

  /// Reads the server's next bytes and appends what they complete to `events`.
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

  /// Says that the transport ended, cleanly or not.
  package mutating func transportEnded(into events: inout [WebSocketEvent]) {
    guard state != .closed else { return }
    state = .closed
    events.append(.closed(.abnormal))
  }

  /// Does nothing once the connection closes.
  package mutating func send(text: String) {
    guard state == .open else { return }
    write(.text, text.utf8)
  }

  /// Does nothing once the connection closes.
  package mutating func send(binary payload: [UInt8]) {
    guard state == .open else { return }
    write(.binary, payload)
  }

  /// Sends a ping with the first 125 bytes of `payload`; does nothing once the connection closes.
  package mutating func ping(_ payload: [UInt8] = []) {
    guard state == .open else { return }
    write(.ping, payload.prefix(WebSocketFrameHeader.longestControlPayload))
  }

  /// Begins to close; does nothing if the connection closes already. The frame is empty if the code
  /// may not be sent, and has at most 123 bytes of the reason.
  package mutating func close(_ code: WebSocketCloseCode, reason: String = "") {
    guard state == .open else { return }
    writeClose(WebSocketClosePayload(code: code, reason: reason))
    state = .closing
  }

  /// Returns and forgets what is to be sent next. To keep the bound on answers to pings, take it
  /// only once everything taken before is sent.
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

package enum WebSocketEvent: Hashable, Sendable {
  case text(String)
  case binary([UInt8])
  /// A ping: a sign of life. The session answers it.
  case ping
  /// A pong with its payload, solicited or not.
  case pong([UInt8])
  /// The end of the connection: no event follows it.
  case closed(WebSocketClosure)
}

/// How much a server may make us hold; checked as soon as a frame's header has come.
package struct WebSocketLimits: Hashable, Sendable {
  package var frame: Int
  /// All fragments together.
  package var message: Int

  /// In bytes; 1 MiB each, as for an event of the stream.
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
