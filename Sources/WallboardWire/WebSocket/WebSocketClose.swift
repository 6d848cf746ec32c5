/// How a WebSocket connection ended.
package enum WebSocketClosure: Hashable, Sendable {
  /// The server began to close; without a code that is `.noStatus`. Our answer is in the output.
  case byServer(code: WebSocketCloseCode, reason: String)
  /// We began to close, with this code, and the server answered.
  case byClient(code: WebSocketCloseCode, reason: String)
  /// The server broke the protocol or a limit, so we failed the connection (RFC 6455, 7.1.7). The
  /// close frame is in the output; `reason` is a sentence of ours and quotes nothing.
  case failed(code: WebSocketCloseCode, reason: String)
  /// The transport ended before the server's close frame came.
  case abnormal

  /// The code as RFC 6455, 7.1.5 has it: 1006 for a transport that ended too soon.
  package var code: WebSocketCloseCode {
    switch self {
    case .byServer(let code, _), .byClient(let code, _), .failed(let code, _): code
    case .abnormal: .abnormal
    }
  }

  /// The reason that was given; empty if there was none.
  package var reason: String {
    switch self {
    case .byServer(_, let reason), .byClient(_, let reason), .failed(_, let reason): reason
    case .abnormal: ""
    }
  }

  /// Whether we failed the connection.
  package var isFailure: Bool {
    switch self {
    case .failed: true
    case .byServer, .byClient, .abnormal: false
    }
  }
}

/// The status code of a close frame (RFC 6455, 7.4).
package struct WebSocketCloseCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let normal = Self(rawValue: 1000)
  package static let goingAway = Self(rawValue: 1001)
  package static let protocolError = Self(rawValue: 1002)
  /// 1005: a close frame came without a code. Never sent.
  package static let noStatus = Self(rawValue: 1005)
  /// 1006: the transport ended without a close frame. Never sent.
  package static let abnormal = Self(rawValue: 1006)
  package static let invalidPayload = Self(rawValue: 1007)
  package static let messageTooBig = Self(rawValue: 1009)

  /// Whether a close frame may carry this code (7.4.1, 7.4.2, and 1012 to 1014, which IANA has
  /// registered since).
  package var mayBeSent: Bool {
    switch rawValue {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }
}

/// The payload of a close frame (RFC 6455, 5.5.1).
struct WebSocketClosePayload: Equatable {
  let code: WebSocketCloseCode
  let reason: String

  init(code: WebSocketCloseCode, reason: String) {
    self.code = code
    self.reason = reason
  }

  /// Reads a payload: nothing at all, or a code that may be sent and a reason in UTF-8.
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

  /// The payload to send, with as many whole characters of the reason as fit; empty if the code may
  /// not be sent.
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

/// Why the connection has to be failed (RFC 6455, 7.1.7).
struct WebSocketViolation: Error, Equatable {
  let code: WebSocketCloseCode
  /// A sentence for a person; at most 123 bytes, so that it fits into a close frame.
  let reason: String

  static func protocolError(_ reason: String) -> Self {
    Self(code: .protocolError, reason: reason)
  }

  static let notUTF8 = Self(code: .invalidPayload, reason: "the text is not UTF-8")
}
