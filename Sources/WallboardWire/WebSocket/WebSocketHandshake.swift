/// The opening handshake, client side, as a value (RFC 6455, 4.1 and 4.2.2): a request to send, and
/// the answer's bytes in. No extension is offered.
package struct WebSocketHandshake: Sendable {
  /// How far the server's answer has come.
  package enum Progress: Equatable, Sendable {
    /// More bytes are needed.
    case incomplete
    /// The connection is open; `rest` are the first bytes of its frames.
    case accepted(subprotocol: String?, rest: [UInt8])
    /// The answer is not an upgrade; its body came whole, or as much of it as is read.
    case refused(WebSocketRefusal)
  }

  private enum Awaited {
    case head(HTTPHeadReader)
    case refusalBody(HTTPBodyReader, WebSocketRefusal)
    case nothing(Progress)
    case failed(WebSocketHandshakeFailure)
  }

  /// The bytes to send. They hold the token, if a sub-protocol or a field does.
  package let request: [UInt8]
  /// The `Date` of the answer that opened the connection.
  package private(set) var date: String?
  private let accept: String
  private let subprotocols: [String]
  private var awaited = Awaited.head(HTTPHeadReader())

  /// Makes the request, and throws when a part of it could break out of its place.
  ///
  /// `host` is the `Host` field's value, with the port unless it is the scheme's own; `target` the
  /// path with the query, which begins with a slash; `subprotocols` distinct tokens, the dearest
  /// first; `fields` further header fields.
  package init(
    host: String, target: String, subprotocols: [String] = [],
    fields: [(name: String, value: String)] = [], key: WebSocketKey = WebSocketKey()
  ) throws(WebSocketHandshakeFailure) {
    request = try WebSocketRequest(
      host: host, target: target, subprotocols: subprotocols, fields: fields, key: key
    ).bytes
    accept = key.accept
    self.subprotocols = subprotocols
  }

  /// Takes the answer's next bytes; throws what 4.1 tells a client to fail the connection for. What
  /// it returned or threw at the end it does again.
  package mutating func feed(
    _ bytes: Span<UInt8>
  ) throws(WebSocketHandshakeFailure) -> Progress {
    do throws(WebSocketHandshakeFailure) {
      return try advance(with: bytes)
    } catch {
      awaited = .failed(error)
      throw error
    }
  }

  /// Takes note that the transport ended, or that no more is waited for: what is known of a
  /// refusal, `nil` when not even its head came whole.
  package func end() -> WebSocketRefusal? {
    switch awaited {
    case .refusalBody(_, let refusal), .nothing(.refused(let refusal)): refusal
    case .head, .nothing, .failed: nil
    }
  }

  private mutating func advance(
    with bytes: Span<UInt8>
  ) throws(WebSocketHandshakeFailure) -> Progress {
    switch awaited {
    case .head(let reader):
      return try read(bytes, with: reader)
    case .refusalBody(let reader, let refusal):
      return read(bytes, with: reader, into: refusal)
    case .nothing(let progress):
      return progress
    case .failed(let failure):
      throw failure
    }
  }

  private mutating func read(
    _ bytes: Span<UInt8>, with reader: HTTPHeadReader
  ) throws(WebSocketHandshakeFailure) -> Progress {
    var reader = reader
    var offset = 0
    while let head = try reader.read(bytes, at: &offset) {
      let rest = bytes.extracting(offset...)
      if head.status == 101 { return try accepted(head, rest: rest) }
      // The other 1xx are interim: the answer follows (RFC 9110, 15.2).
      if head.status >= 200 {
        return read(rest, with: HTTPBodyReader(for: head), into: WebSocketRefusal(head))
      }
    }
    awaited = .head(reader)
    return .incomplete
  }

  private mutating func read(
    _ bytes: Span<UInt8>, with reader: HTTPBodyReader, into refusal: WebSocketRefusal
  ) -> Progress {
    var reader = reader
    var refusal = refusal
    reader.read(bytes, into: &refusal.body, limit: WebSocketRefusal.longestBody)
    guard reader.isComplete || refusal.body.count >= WebSocketRefusal.longestBody else {
      awaited = .refusalBody(reader, refusal)
      return .incomplete
    }
    awaited = .nothing(.refused(refusal))
    return .refused(refusal)
  }

  private mutating func accepted(
    _ head: HTTPResponseHead, rest: Span<UInt8>
  ) throws(WebSocketHandshakeFailure) -> Progress {
    let subprotocol = try head.upgrade(accept: accept, subprotocols: subprotocols)
    date = head.values(of: "date").last
    awaited = .nothing(.accepted(subprotocol: subprotocol, rest: []))
    var first: [UInt8] = []
    first.append(copying: rest)
    return .accepted(subprotocol: subprotocol, rest: first)
  }
}
