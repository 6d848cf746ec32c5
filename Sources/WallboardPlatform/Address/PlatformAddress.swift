/// Where the platform is: an origin that a token may be sent to, and a path prefix for gateways.
package struct PlatformAddress: Hashable, Sendable {
  /// Scheme, host and port; `http` only where the host is this machine.
  package let origin: Origin
  /// Empty, or begins with a slash and does not end with one.
  package let pathPrefix: String

  /// Reads a base address such as `https://api.platform.amigo.ai` or `https://gateway/amigo`.
  ///
  /// Throws ``AddressProblem`` when the address cannot be used, or must not be with a token.
  package init(_ text: String) throws(AddressProblem) {
    try self.init(WebAddress(text))
  }

  /// Reads a base address of WebSockets, such as `wss://agents.example`; `https` does as well.
  ///
  /// Throws as the address of everything else does.
  package init(webSocket text: String) throws(AddressProblem) {
    try self.init(WebAddress(webSocket: text))
  }

  private init(_ address: WebAddress) throws(AddressProblem) {
    guard address.query.isEmpty, address.fragment.isEmpty else { throw .queryOrFragment }
    let parts = address.path.split(separator: "/")
    guard !parts.contains("."), !parts.contains("..") else { throw .dotSegment }
    guard address.origin.mayGetToken else { throw .clearText }
    origin = address.origin
    var prefix = address.path[...]
    while prefix.hasSuffix("/") { prefix.removeLast() }
    pathPrefix = String(prefix)
  }
}

extension PlatformAddress: CustomStringConvertible {
  package var description: String { "\(origin)\(pathPrefix)" }
}
