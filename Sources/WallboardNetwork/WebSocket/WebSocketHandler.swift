package import WallboardWire

/// Whoever a ``WebSocketConnection`` was made for. It may send, close and cancel from within all of
/// these.
package protocol WebSocketHandler: AnyObject {
  /// Whether what the next read (16 KiB at the most) brings can be taken. While it cannot, nothing
  /// is read; it is asked again in every lap.
  func webSocketHasRoom() -> Bool
  /// The handshake is over; the sub-protocol is one of those offered, or `nil`.
  func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?)
  /// Something came. The end is told by ``webSocketEnded(_:)`` alone.
  func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection)
  /// The connection is over and its socket closed. Not called after a cancellation.
  func webSocketEnded(_ end: WebSocketEnd)
}
