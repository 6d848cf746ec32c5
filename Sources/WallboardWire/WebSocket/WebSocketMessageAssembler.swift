/// Puts messages together from the frames that carry data (RFC 6455, 5.4 and 5.6).
struct WebSocketMessageAssembler {
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
