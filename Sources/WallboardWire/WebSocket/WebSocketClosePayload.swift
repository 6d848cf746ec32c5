/// What a close frame says (RFC 6455, 5.5.1).
struct WebSocketClosePayload: Equatable {
  let code: WebSocketCloseCode
  let reason: String

  init(code: WebSocketCloseCode, reason: String) {
    self.code = code
    self.reason = reason
  }

  /// Reads what a server sent: nothing, or a code that may be sent and then UTF-8.
  init(reading payload: [UInt8]) throws(WebSocketViolation) {
    guard let first = payload.first else {
      self.init(code: .noStatus, reason: "")
      return
    }
    guard payload.count >= 2 else { throw .protocolError("a close frame has half a code") }
    let code = WebSocketCloseCode(rawValue: UInt16(first) << 8 | UInt16(payload[1]))
    guard code.mayBeSent else {
      throw .protocolError("a close frame has a code that may not be sent")
    }
    var text = UTF8Validator()
    let reason = payload.dropFirst(2)
    guard text.accepts(payload.span.extracting(2...)), text.isAtBoundary else {
      throw WebSocketViolation(code: .invalidPayload, reason: "a close frame's reason is not UTF-8")
    }
    self.init(code: code, reason: String(decoding: reason, as: UTF8.self))
  }

  /// The payload to send: the reason is cut to what fits, at a character's end; none at all when
  /// the code may not be sent.
  var bytes: [UInt8] {
    guard code.mayBeSent else { return [] }
    var bytes = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)]
    for scalar in reason.unicodeScalars {
      let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      guard bytes.count + encoded.count <= WebSocketFrameHeader.longestControlPayload else { break }
      bytes.append(contentsOf: encoded)
    }
    return bytes
  }
}
