package import WallboardEvents
package import WallboardWire

/// What ended a WebSocket connection, or the attempt to make one.
package enum WebSocketEnd: Error {
  /// It was open, and one side has closed it, or the transport ended.
  case closed(WebSocketClosure)
  /// The server answered with something else than a WebSocket.
  case refused(WebSocketRefusal)
  /// The server's answer breaks the rules of the handshake.
  case handshake(WebSocketHandshakeFailure)
  /// Resolving, connecting, TLS or the connection failed; a sentence.
  case transport(Text)
}
