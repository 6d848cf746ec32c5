/// Why an opening handshake cannot be made, or why the connection had to be failed in it (RFC 6455,
/// 4.1). Quotes nothing of the request, for it holds the token, nor of the answer.
package enum WebSocketHandshakeFailure: Error, Equatable, CustomStringConvertible {
  /// A part of the request has a character that may not stand there.
  case unfitRequest(Part)
  /// The answer's head needs more than `limit` bytes.
  case headTooLong(limit: Int)
  /// The answer is not HTTP/1.
  case malformedStatusLine
  /// The answer's head has a line that is no header field.
  case malformedField
  /// The answer is 101, but to something other than a WebSocket.
  case notAnUpgrade
  /// `Sec-WebSocket-Accept` is missing, doubled or not the one for our key.
  case wrongAccept
  /// The server chose a sub-protocol that was not offered, or several.
  case subprotocolNotOffered
  /// The server uses an extension; none was offered.
  case extensionNotOffered

  /// A part of the request.
  package enum Part: Sendable {
    case host, target, subprotocols, fields
  }

  package var description: String {
    switch self {
    case .unfitRequest(.host): "the host's name cannot stand in a header field"
    case .unfitRequest(.target): "the address's path has a character that may not stand there"
    case .unfitRequest(.subprotocols): "what is offered as sub-protocols are not distinct tokens"
    case .unfitRequest(.fields): "a header field has a character that may not stand there"
    case .headTooLong(let limit): "the answer's head is longer than \(limit) bytes"
    case .malformedStatusLine: "the answer is not HTTP/1"
    case .malformedField: "the answer's head has a line that is no header field"
    case .notAnUpgrade: "the server switched to something other than a WebSocket"
    case .wrongAccept: "the server did not prove that it understood the WebSocket handshake"
    case .subprotocolNotOffered: "the server chose a sub-protocol that was not offered"
    case .extensionNotOffered: "the server uses an extension that was not offered"
    }
  }
}
