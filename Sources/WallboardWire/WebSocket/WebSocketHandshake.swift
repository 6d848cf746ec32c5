/// The client's opening handshake as a value (RFC 6455, 4.1 and 4.2.2): it has a request to send
/// and reads the answer's bytes. It offers no extensions.
package struct WebSocketHandshake: Sendable {
  package enum Progress: Equatable, Sendable {
    /// More bytes are needed.
    case incomplete
    /// The connection is open; `rest` are the first bytes of its frames.
    case accepted(subprotocol: String?, rest: [UInt8])
    /// The answer is not an upgrade; its body is complete, or as long as it is read.
    case refused(WebSocketRefusal)
  }

  private enum Awaited {
    case head(HTTPHeadReader)
    case refusalBody(HTTPBodyReader, WebSocketRefusal)
    case nothing(Progress)
    case failed(WebSocketHandshakeFailure)
  }

  /// The bytes to send. They hold the token if a sub-protocol or a field does.
  package let request: [UInt8]
  /// The `Date` of the answer that opened the connection.
  package private(set) var date: String?
  private let accept: String
  private let subprotocols: [String]
  private var awaited = Awaited.head(HTTPHeadReader())

  /// Makes the request; throws if a part of it could break out of its place.
  ///
  /// `host` is the value of `Host`, with the port unless it is the scheme's default; `target` is
  /// path and query, beginning with a slash; `subprotocols` are distinct tokens, the preferred one
  /// first; `fields` are further header fields.
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

  /// Reads the answer's next bytes; throws where 4.1 has a client fail the connection. After the
  /// end it returns or throws the same again.
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

  /// The refusal as far as it has come, when the transport ends or the wait is over; `nil` if its
  /// head is not complete.
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
      // The other 1xx are interim: another answer follows (RFC 9110, 15.2).
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
    _ head: HTTPHead, rest: Span<UInt8>
  ) throws(WebSocketHandshakeFailure) -> Progress {
    let subprotocol = try head.upgrade(accept: accept, subprotocols: subprotocols)
    date = head.values(of: "date").last
    awaited = .nothing(.accepted(subprotocol: subprotocol, rest: []))
    var first: [UInt8] = []
    first.append(copying: rest)
    return .accepted(subprotocol: subprotocol, rest: first)
  }
}

/// An answer that is not an upgrade.
package struct WebSocketRefusal: Equatable, Sendable {
  /// The most bytes that are read of the body: 4 KiB explain enough.
  package static let longestBody = 4_096

  /// 200 to 999.
  package let status: Int
  /// The `Retry-After` field as it came; ``RetryAfter`` reads it.
  package let retryAfter: String?
  package let location: String?
  package let contentType: String?
  /// The body as far as it came, at most ``longestBody`` bytes.
  package fileprivate(set) var body: [UInt8] = []

  fileprivate init(_ head: HTTPHead) {
    status = head.status
    retryAfter = head.values(of: "retry-after").first
    location = head.values(of: "location").first
    contentType = head.values(of: "content-type").first
  }
}

/// The client's request (RFC 6455, 4.1), checked so that no text can add a header field of its own.
private struct WebSocketRequest {
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

  /// Whether the field can neither break its line nor contradict the handshake's own fields.
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
  /// Printable ASCII without the space.
  fileprivate var isVisible: Bool { self > .space && self < 0x7F }
}

extension HTTPHead {
  /// Checks an answer of status 101 by RFC 6455, 4.1; returns the sub-protocol, if the server chose
  /// one.
  fileprivate func upgrade(
    accept: String, subprotocols: [String]
  ) throws(WebSocketHandshakeFailure) -> String? {
    guard version == .http11, list("upgrade").map({ $0.lowercased() }) == ["websocket"],
      list("connection").contains(where: { $0.lowercased() == "upgrade" })
    else { throw .notAnUpgrade }
    guard values(of: "sec-websocket-accept") == [accept] else { throw .wrongAccept }
    guard list("sec-websocket-extensions").isEmpty else { throw .extensionNotOffered }
    let chosen = values(of: "sec-websocket-protocol")
    guard let subprotocol = chosen.first else { return nil }
    guard chosen.count == 1, subprotocols.contains(subprotocol) else {
      throw .subprotocolNotOffered
    }
    return subprotocol
  }
}

/// Why a handshake cannot be made or has failed (RFC 6455, 4.1). Quotes neither the request, which
/// holds the token, nor the answer.
package enum WebSocketHandshakeFailure: Error, Equatable, CustomStringConvertible {
  /// A part of the request has a character that may not stand there.
  case unfitRequest(Part)
  /// The answer's head has more than `limit` bytes.
  case headTooLong(limit: Int)
  /// The answer is not HTTP/1.
  case malformedStatusLine
  /// The answer's head has a line that is no header field.
  case malformedField
  /// The answer is 101, but to something other than a WebSocket.
  case notAnUpgrade
  /// `Sec-WebSocket-Accept` is missing, doubled or not the one for our key.
  case wrongAccept
  /// The server chose a sub-protocol that was not offered, or several.
  case subprotocolNotOffered
  /// The server uses an extension; none was offered.
  case extensionNotOffered

  package enum Part: Sendable {
    case host, target, subprotocols, fields
  }

  package var description: String {
    switch self {
    case .unfitRequest(.host):
      "the host's name has a character that is not allowed in a header field"
    case .unfitRequest(.target): "the address's path has a character that is not allowed there"
    case .unfitRequest(.subprotocols): "the sub-protocols that are offered are not distinct tokens"
    case .unfitRequest(.fields): "a header field has a character that is not allowed there"
    case .headTooLong(let limit): "the answer's head is longer than \(limit) bytes"
    case .malformedStatusLine: "the answer is not HTTP/1"
    case .malformedField: "the answer's head has a line that is not a header field"
    case .notAnUpgrade: "the server switched to something other than a WebSocket"
    case .wrongAccept: "the server did not prove that it understood the WebSocket handshake"
    case .subprotocolNotOffered: "the server chose a sub-protocol that was not offered"
    case .extensionNotOffered: "the server uses an extension that was not offered"
    }
  }
}
