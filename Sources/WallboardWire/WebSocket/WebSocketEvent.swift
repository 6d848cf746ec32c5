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
