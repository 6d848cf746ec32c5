/// The client's part of an opening handshake (RFC 6455, 4.1): checked, so that no text can add a
/// header field of its own.
struct WebSocketRequest {
  let bytes: [UInt8]

  init(
    host: String, target: String, subprotocols: [String], fields: [(name: String, value: String)],
    key: WebSocketKey
  ) throws(WebSocketHandshakeFailure) {
    guard !host.isEmpty, host.utf8.allSatisfy(\.isVisible) else { throw .unfitRequest(.host) }
    guard target.utf8.first == UInt8(ascii: "/"), target.utf8.allSatisfy(\.isVisible) else {
      throw .unfitRequest(.target)
    }
    guard subprotocols.allSatisfy(\.isHTTPToken), Set(subprotocols).count == subprotocols.count
    else { throw .unfitRequest(.subprotocols) }
    guard fields.allSatisfy(Self.isFit) else { throw .unfitRequest(.fields) }
    var head =
      "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      + "Sec-WebSocket-Key: \(key.field)\r\nSec-WebSocket-Version: 13\r\n"
    if !subprotocols.isEmpty {
      head += "Sec-WebSocket-Protocol: \(subprotocols.joined(separator: ", "))\r\n"
    }
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    bytes = Array((head + "\r\n").utf8)
  }

  /// Whether the field can neither end its line nor contradict the handshake's own fields.
  private static func isFit(_ field: (name: String, value: String)) -> Bool {
    let name = field.name.lowercased()
    return name.isHTTPToken && !ownFields.contains(name) && !name.hasPrefix("sec-websocket-")
      && !field.value.utf8.contains(where: \.isForbiddenInFieldValue)
  }

  private static let ownFields: Set = [
    "host", "upgrade", "connection", "content-length", "transfer-encoding",
  ]
}

extension UInt8 {
  /// Whether this is an ASCII character that prints and is no space.
  fileprivate var isVisible: Bool { self > .space && self < 0x7F }
}
