package import WallboardPlatform
package import WallboardWire

/// What a WebSocket connection is opened with.
package struct WebSocketOpening: Sendable {
  /// Where to connect to; its header fields are sent too.
  package let request: PlatformRequest
  /// The sub-protocols that are offered, the preferred ones first. One of them may be a secret.
  package let subprotocols: [String]
  /// Header fields beside the request's, as `Name: value`. One of them may hold a secret.
  package let secretFields: [String]
  /// The largest frame and message that are taken.
  package let limits: WebSocketLimits
  /// The most time from the request to the last byte of the answer.
  package var handshakeLimit: Duration = .seconds(10)
  /// How long the other side may take to close once either side has begun to.
  package var closeLimit: Duration = .seconds(2)

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

extension WebSocketOpening {
  /// A handshake with a new key.
  func handshake(
    options: TransferOptions
  ) throws(WebSocketHandshakeFailure) -> WebSocketHandshake {
    try WebSocketHandshake(
      host: request.origin.authority, target: request.target, subprotocols: subprotocols,
      fields: [("User-Agent", options.userAgent)]
        + (request.headers + secretFields).map(Self.parts))
  }

  private static func parts(of field: String) -> (name: String, value: String) {
    let name = field.prefix { $0 != ":" }
    let value = field.dropFirst(name.count + 1).drop { $0 == " " }
    return (String(name), String(value))
  }
}

/// A WebSocket connection on the caller's thread.
package enum WebSocketRun {
  /// Opens the connection and blocks until it has ended.
  ///
  /// Throws when libcurl itself fails; every other end is reported to the handler.
  package static func run(
    _ opening: WebSocketOpening, options: TransferOptions, handler: any WebSocketHandler
  ) throws(CurlFailure) {
    let client = try HTTPClient(options: options)
    let connection = WebSocketConnection(opening, client: client, handler: handler)
    try connection.start()
    while !connection.isOver {
      connection.tick(client.clock.instant)
      try client.multi.perform()
      guard !connection.isOver else { return }
      let time = connection.deadline.map { client.clock.instant.duration(to: $0) }
      try client.multi.wait(atMost: time ?? .seconds(1))
    }
  }
}
