@testable import WallboardWire

/// What a handshake made of a server's answer.
struct HandshakeReading: Equatable {
  var progress = WebSocketHandshake.Progress.incomplete
  var failure: WebSocketHandshakeFailure?
  var end: WebSocketRefusal?

  static let key = WebSocketKey(bytes: Array("the sample nonce".utf8))
  static let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

  /// Feeds `bytes` in pieces of `length` until the answer is judged; what is left then is the
  /// connection's, and is added to the `rest`.
  init(_ bytes: [UInt8], inPiecesOf length: Int = .max) {
    do throws(WebSocketHandshakeFailure) {
      var handshake = try Self.handshake()
      var rest = bytes[...]
      while !rest.isEmpty, progress == .incomplete {
        let piece = Array(rest.prefix(length))
        rest = rest.dropFirst(piece.count)
        progress = try handshake.feed(piece.span)
      }
      end = handshake.end()
      if case .accepted(let subprotocol, let first) = progress {
        progress = .accepted(subprotocol: subprotocol, rest: first + rest)
      }
    } catch {
      failure = error
    }
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  static func handshake() throws(WebSocketHandshakeFailure) -> WebSocketHandshake {
    try WebSocketHandshake(
      host: "localhost", target: "/chat", subprotocols: ["auth", "s3cr3t"], key: key)
  }
}
