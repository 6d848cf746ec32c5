/// A scheme, a host and a port: what a bearer token was given for, and all that it may be sent to.
package struct Origin: Hashable, Sendable {
  /// The schemes that the platform is spoken to in.
  package enum Scheme: String, Sendable {
    case http, https

    /// The port that an address without one means.
    package var defaultPort: Int {
      switch self {
      case .http: 80
      case .https: 443
      }
    }
  }

  /// How it is spoken to.
  package let scheme: Scheme
  /// In lower case; an IPv6 address stands in its brackets.
  package let host: String
  /// 1 to 65,535.
  package let port: Int

  /// Whether this is the machine that the program runs on: `localhost`, 127.0.0.0/8 or `::1`.
  package var isLoopback: Bool {
    host == "localhost" || host == "[::1]" || Origin.isLoopbackAddress(host)
  }

  /// Whether what is sent there stays unread on the way: a token goes nowhere else.
  var mayGetToken: Bool { scheme == .https || isLoopback }

  // Numbers with a leading zero are octal to some resolvers: 0127.0.0.1 is elsewhere.
  private static func isLoopbackAddress(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map(String.init) == String(part) }
  }
}

extension Origin {
  /// What a `Host` field says: the host, and the port where it is not the usual one.
  package var authority: String {
    port == scheme.defaultPort ? host : "\(host):\(port)"
  }
}

extension Origin: CustomStringConvertible {
  package var description: String { "\(scheme)://\(authority)" }
}
