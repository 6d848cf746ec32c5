/// Why a WebSocket connection was closed, as a number (RFC 6455, 7.4).
package struct WebSocketCloseCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// 1000: the purpose has been fulfilled.
  package static let normal = Self(rawValue: 1000)
  /// 1001: the server goes down, or the client moves on.
  package static let goingAway = Self(rawValue: 1001)
  /// 1002: the peer broke the protocol.
  package static let protocolError = Self(rawValue: 1002)
  /// 1003: the peer sent a kind of data that cannot be accepted.
  package static let unsupportedData = Self(rawValue: 1003)
  /// 1005: a close frame came without a code. Never sent.
  package static let noStatus = Self(rawValue: 1005)
  /// 1006: the transport ended without a close frame. Never sent.
  package static let abnormal = Self(rawValue: 1006)
  /// 1007: data of a message was not what its kind promises, as text that is not UTF-8.
  package static let invalidPayload = Self(rawValue: 1007)
  /// 1008: the peer broke a rule of the application.
  package static let policyViolation = Self(rawValue: 1008)
  /// 1009: a message was too big to be processed.
  package static let messageTooBig = Self(rawValue: 1009)
  /// 1011: the server met something that it did not expect.
  package static let internalError = Self(rawValue: 1011)
  /// 1013: the server is overloaded (registered with IANA after the standard).
  package static let tryAgainLater = Self(rawValue: 1013)

  /// Whether a close frame may carry this code (7.4.1, 7.4.2, and what IANA has registered since:
  /// 1012 to 1014).
  package var mayBeSent: Bool {
    switch rawValue {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }
}
