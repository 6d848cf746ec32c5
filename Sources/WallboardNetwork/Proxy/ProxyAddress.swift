import WallboardPlatform

/// A proxy, read from a text such as `http://name:password@proxy.example:3128`. Name and password are
/// in no description and no mirror, and never in what libcurl takes for its address: it quotes that.
package struct ProxyAddress: Equatable, Sendable {
  /// How a proxy is spoken to; without one it is `http`.
  enum Scheme: String {
    case http, https, socks, socks4, socks4a, socks5, socks5h
  }

  /// How it is spoken to.
  let scheme: Scheme
  /// Its host's name or address.
  let host: String
  /// Its port; without one libcurl's (CURLOPT_PROXY).
  let port: Int
  /// `name:password`, percent-encoded; `nil` without any.
  let userInformation: String?

  /// Reads an address; throws what is wrong with it.
  init(_ text: String) throws(ProxyProblem.Kind) {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .character }
    let (scheme, rest) = try Self.takeScheme(from: text)
    let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
    guard ["", "/"].contains(rest[end...]) else { throw .rest }
    let authority = rest[..<end]
    let at = authority.lastIndex(of: "@")
    userInformation = at.map { String(authority[..<$0]) }
    guard userInformation?.contains("@") != true else { throw .rest }
    guard Self.isEncoded(userInformation ?? "") else { throw .encoding }
    let place = try Self.place(
      authority[(at.map(authority.index(after:)) ?? authority.startIndex)...])
    self.scheme = scheme
    host = place.host
    port = place.port ?? (scheme == .https ? 443 : 1080)
  }

  private static func takeScheme(
    from text: String
  ) throws(ProxyProblem.Kind) -> (Scheme, Substring) {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
      return (.http, text[...])
    }
    guard let scheme = Scheme(rawValue: text[..<colon].lowercased()) else { throw .scheme }
    return (scheme, text[colon...].dropFirst(3))
  }

  private static func place(_ text: Substring) throws(ProxyProblem.Kind) -> HostAndPort {
    do {
      return try HostAndPort(text)
    } catch {
      throw error == .port ? .port : .host
    }
  }

  /// Whether each `%` begins a character that may stand in a field or a frame.
  private static func isEncoded(_ text: String) -> Bool {
    text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
      let digits = part.unicodeScalars.prefix(2)
      guard digits.count == 2, digits.allSatisfy(\.properties.isASCIIHexDigit),
        let byte = UInt8(String(Substring(digits)), radix: 16)
      else { return false }
      return byte >= 0x20 && byte != 0x7F
    }
  }
}

extension ProxyAddress {
  /// Its address without name and password.
  var url: String { "\(scheme)://\(host):\(port)" }

  /// What it is called where something is told of it.
  var name: String { "the proxy \(host):\(port)" }

  /// Whether it is asked for a tunnel by `CONNECT`, and answers that.
  var asksForTunnel: Bool { scheme == .http || scheme == .https }
}

extension ProxyAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { url }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
