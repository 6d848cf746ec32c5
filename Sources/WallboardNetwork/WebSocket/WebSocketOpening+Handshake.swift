import WallboardPlatform
import WallboardWire

extension WebSocketOpening {
  /// The handshake that asks for it, with a key of its own.
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
