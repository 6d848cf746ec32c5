/// What a server did that the connection has to be failed for (RFC 6455, 7.1.7).
struct WebSocketViolation: Error, Equatable {
  let code: WebSocketCloseCode
  /// A sentence for a person; at most 123 bytes, so that it fits into a close frame.
  let reason: String

  static func protocolError(_ reason: String) -> Self {
    Self(code: .protocolError, reason: reason)
  }

  static let notUTF8 = Self(code: .invalidPayload, reason: "the text is not UTF-8")
}
