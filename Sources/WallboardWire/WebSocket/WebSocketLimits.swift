/// What a peer may make us hold; checked on a frame's header, before its payload is waited for.
package struct WebSocketLimits: Hashable, Sendable {
  /// The most bytes of one frame's payload.
  package var frame: Int
  /// The most bytes of one message, all its fragments together.
  package var message: Int

  /// Sets both bounds, in bytes; unless told otherwise to 1 MiB each, as for an event of the stream.
  package init(frame: Int = 1 << 20, message: Int = 1 << 20) {
    self.frame = frame
    self.message = message
  }
}
