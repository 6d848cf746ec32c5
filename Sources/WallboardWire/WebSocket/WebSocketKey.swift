/// The nonce of an opening handshake (RFC 6455, 4.1, and the example of 1.3).
package struct WebSocketKey: Equatable, Sendable {
  /// The `Sec-WebSocket-Key` field's value.
  package let field: String

  /// Draws 16 bytes.
  package init(
    using generator: inout some RandomNumberGenerator
  ) {
    self.init(bytes: (0..<16).map { _ in .random(in: .min ... .max, using: &generator) })
  }

  /// Draws 16 bytes that nobody can foresee.
  package init() {
    var generator = SystemRandomNumberGenerator()
    self.init(using: &generator)
  }

  init(bytes: [UInt8]) {
    field = Base64.encoded(bytes)
  }

  /// The `Sec-WebSocket-Accept` field's value of a server that read this key (4.2.2, step 5.4).
  var accept: String {
    let text = field + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    return Base64.encoded(SHA1.digest(of: Array(text.utf8)))
  }
}
