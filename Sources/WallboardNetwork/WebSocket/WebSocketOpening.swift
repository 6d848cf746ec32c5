package import WallboardPlatform
package import WallboardWire

/// What a WebSocket connection is opened with.
package struct WebSocketOpening: Sendable {
  /// Where it leads; its header fields go along.
  package let request: PlatformRequest
  /// The sub-protocols that are offered, the most wanted first. One of them may be a secret.
  package let subprotocols: [String]
  /// Header fields beside the request's, as `Name: value`. One of them may hold a secret.
  package let secretFields: [String]
  /// The largest frame and message that are taken.
  package let limits: WebSocketLimits
  /// The most time from the first byte of the request to the last of the answer.
  package var handshakeLimit: Duration = .seconds(10)
  /// How long the other side may take to close once either side has begun to.
  package var closeLimit: Duration = .seconds(2)

  /// An opening with the usual time limits.
  package init(
    _ request: PlatformRequest, subprotocols: [String] = [], secretFields: [String] = [],
    limits: WebSocketLimits
  ) {
    self.request = request
    self.subprotocols = subprotocols
    self.secretFields = secretFields
    self.limits = limits
  }
}

extension WebSocketOpening: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { request.url }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
