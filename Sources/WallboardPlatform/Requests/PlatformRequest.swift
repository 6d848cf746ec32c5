/// One `GET` to the platform, complete but for its credential, so that it can be printed.
package struct PlatformRequest: Equatable, Sendable {
  /// Absolute, ASCII, percent-encoded.
  package let url: String
  /// Where it goes. The token goes there and nowhere else.
  package let origin: Origin
  /// Header fields as `Name: value`, without the credential's.
  package let headers: [String]
}

extension PlatformRequest {
  /// What the request line asks for: path and query, never empty.
  package var target: String {
    let rest = url.dropFirst(origin.description.count)
    return rest.hasPrefix("/") ? String(rest) : "/" + rest
  }

  /// A WebSocket at that very address, query included; `ws` and `wss` may be said as `http` and
  /// `https`.
  ///
  /// Throws ``AddressProblem`` where ``PlatformAddress`` would, save for a query.
  package init(webSocket url: String) throws(AddressProblem) {
    let address = try WebAddress(webSocket: url)
    guard address.fragment.isEmpty else { throw .queryOrFragment }
    guard address.origin.mayGetToken else { throw .clearText }
    self.init(
      url: "\(address.origin)\(address.path)\(address.query)", origin: address.origin, headers: [])
  }
}
