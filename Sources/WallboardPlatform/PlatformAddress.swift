/// The platform's base address: an origin that may get the token, and a path prefix for gateways.
package struct PlatformAddress: Hashable, Sendable {
  /// `http` only if the host is this machine.
  package let origin: Origin
  /// Empty, or begins with a slash and does not end with one.
  package let pathPrefix: String

  /// Reads a base address such as `https://api.platform.amigo.ai` or `https://gateway/amigo`.
  package init(_ text: String) throws(AddressProblem) {
    try self.init(WebAddress(text))
  }

  /// Reads a base address of WebSockets, such as `wss://agents.example` or
  /// `https://agents.example`.
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

/// The parts of a web address (RFC 3986), read strictly: what two parsers could read differently is
/// refused, so that libcurl never connects to a host other than the one that was checked here.
struct WebAddress: Equatable {
  let origin: Origin
  /// Empty, or begins with a slash.
  let path: String
  /// With its question mark; empty without one.
  let query: String
  /// With its number sign; empty without one.
  let fragment: String

  init(_ text: String) throws(AddressProblem) {
    guard WebAddress.mayBe(text) else { throw .character }
    let (scheme, afterScheme) = try WebAddress.takeScheme(from: text[...])
    let end = afterScheme.firstIndex { "/?#".contains($0) } ?? afterScheme.endIndex
    origin = try WebAddress.origin(scheme, authority: afterScheme[..<end])
    let tail = afterScheme[end...]
    let fragmentStart = tail.firstIndex(of: "#") ?? tail.endIndex
    let beforeFragment = tail[..<fragmentStart]
    let queryStart = beforeFragment.firstIndex(of: "?") ?? beforeFragment.endIndex
    path = String(beforeFragment[..<queryStart])
    query = String(beforeFragment[queryStart...])
    fragment = String(tail[fragmentStart...])
  }

  /// Reads an address of a WebSocket: `ws` is another name for `http`, `wss` for `https` (RFC 6455,
  /// 3).
  init(webSocket text: String) throws(AddressProblem) {
    let scheme = text.prefix { $0 != ":" }
    switch scheme.lowercased() {
    case "ws": try self.init("http" + text.dropFirst(scheme.count))
    case "wss": try self.init("https" + text.dropFirst(scheme.count))
    default: do { try self.init(text) } catch { throw error == .scheme ? .webSocketScheme : error }
    }
  }

  /// Whether an address may be written like this: in printable ASCII without backslashes, which
  /// some parsers take for slashes.
  static func mayBe(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
  }

  private static func takeScheme(
    from text: Substring
  ) throws(AddressProblem) -> (Origin.Scheme, Substring) {
    guard let colon = text.firstIndex(of: ":"),
      let scheme = Origin.Scheme(rawValue: text[..<colon].lowercased()),
      text[colon...].hasPrefix("://")
    else { throw .scheme }
    return (scheme, text[colon...].dropFirst(3))
  }

  private static func origin(
    _ scheme: Origin.Scheme, authority: Substring
  ) throws(AddressProblem) -> Origin {
    guard !authority.contains("@") else { throw .userInformation }
    let place = try HostAndPort(authority)
    return Origin(scheme: scheme, host: place.host, port: place.port ?? scheme.defaultPort)
  }
}

/// The host and port of an address (RFC 3986, 3.2), read strictly.
package struct HostAndPort: Equatable, Sendable {
  /// In lower case; an IPv6 address stands in its brackets.
  package let host: String
  /// 1 to 65,535; `nil` if none is given.
  package let port: Int?

  /// Reads `host`, `host:port` or `[address]:port`.
  package init(_ text: Substring) throws(AddressProblem) {
    let portStart = Self.endOfHost(in: text)
    host = text[..<portStart].lowercased()
    guard Self.isHost(host) else { throw .host }
    port = try Self.port(text[portStart...])
  }

  private static func endOfHost(in text: Substring) -> Substring.Index {
    guard text.first == "[", let bracket = text.firstIndex(of: "]") else {
      return text.firstIndex(of: ":") ?? text.endIndex
    }
    return text.index(after: bracket)
  }

  private static func port(_ text: Substring) throws(AddressProblem) -> Int? {
    guard let first = text.first else { return nil }
    let digits = text.dropFirst()
    guard first == ":", digits.utf8.count <= 5, digits.utf8.allSatisfy(isDigit),
      let port = UInt16(digits), port > 0
    else { throw .port }
    return Int(port)
  }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      host.hasSuffix("]") && host.contains(":")
        && host.dropFirst().dropLast().utf8.allSatisfy {
          isDigit($0) || ("a"..."f").contains(Unicode.Scalar($0)) || ":.".utf8.contains($0)
        }
    } else {
      !host.isEmpty && host.utf8.count <= 253 && !host.hasPrefix(".") && !host.contains("..")
        && host.utf8.allSatisfy {
          isDigit($0) || ("a"..."z").contains(Unicode.Scalar($0)) || "-._".utf8.contains($0)
        }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// Scheme, host and port (RFC 6454): a bearer token is never sent to another origin than its own.
package struct Origin: Hashable, Sendable {
  package enum Scheme: String, Sendable {
    case http, https

    package var defaultPort: Int {
      switch self {
      case .http: 80
      case .https: 443
      }
    }
  }

  package let scheme: Scheme
  /// In lower case; an IPv6 address stands in its brackets.
  package let host: String
  /// 1 to 65,535.
  package let port: Int

  /// Whether this is the local machine: `localhost`, 127.0.0.0/8 or `::1`.
  package var isLoopback: Bool {
    host == "localhost" || host == "[::1]" || Origin.isLoopbackAddress(host)
  }

  /// Whether nobody can read what is sent there on its way.
  var mayGetToken: Bool { scheme == .https || isLoopback }

  // Some resolvers read numbers with a leading zero as octal: 0127.0.0.1 is another machine.
  private static func isLoopbackAddress(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map(String.init) == String(part) }
  }
}

extension Origin {
  /// The value of `Host`: the host, and the port unless it is the scheme's default.
  package var authority: String {
    port == scheme.defaultPort ? host : "\(host):\(port)"
  }
}

extension Origin: CustomStringConvertible {
  package var description: String { "\(scheme)://\(authority)" }
}

/// Why an address cannot be used; the description is for the person who typed it.
package enum AddressProblem: Error, Equatable {
  /// Not `https://` or `http://`.
  case scheme
  /// Not `wss://`, `ws://`, `https://` or `http://`.
  case webSocketScheme
  /// A space, a control character, a backslash or something outside ASCII.
  case character
  /// A user name or a password before the host.
  case userInformation
  /// No host, or one that is neither a name nor an IP address.
  case host
  /// A port that is not 1 to 65,535.
  case port
  /// `.` or `..` in the path.
  case dotSegment
  /// A query or a fragment in a base address.
  case queryOrFragment
  /// Plain `http` to another machine.
  case clearText
}

extension AddressProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .scheme: "The address has to begin with https:// (http:// only to this machine)."
    case .webSocketScheme:
      "The address has to begin with wss:// or https:// (ws:// or http:// only to this machine)."
    case .character:
      "The address may contain only printable ASCII characters, without spaces or backslashes."
    case .userInformation: "The address must not contain a user name or a password."
    case .host: "The address has no valid host name."
    case .port: "The port of the address has to be a number from 1 to 65535."
    case .dotSegment: "The path of the address must not contain “.” or “..” as a part."
    case .queryOrFragment: "The address must not contain a query (?) or a fragment (#)."
    case .clearText:
      "http:// would send the token unencrypted: use https://, or an address of this machine "
        + "(127.0.0.1, [::1], localhost)."
    }
  }
}
