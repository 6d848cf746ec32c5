import Glibc
package import WallboardPlatform
import WallboardSystem

/// The proxies that the environment names, and for whom, as libcurl reads it (libcurl-env(3)). It is
/// read before libcurl does, so that mistakes are explained in our own words.
///
/// No description and no mirror shows the variables' values, which may hold a password.
package struct ProxyEnvironment: Sendable {
  /// The variables for `https`; the first that is set counts.
  private static let variables = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]

  private let setting: (variable: String, text: String)?
  private let exceptions: ProxyExceptions

  package init(_ environment: [String: String] = [:]) {
    setting =
      Self.variables.lazy
      .compactMap { name in environment.variable(name).map { (name, $0) } }.first
    exceptions = ProxyExceptions(
      environment.variable("no_proxy") ?? environment.variable("NO_PROXY") ?? "")
  }

  /// The proxy on the way to that origin; `nil` for none. Plain HTTP, which is for this machine alone,
  /// uses none: it would see the token in clear.
  ///
  /// Throws where the environment names one that cannot be used.
  package func proxy(to origin: Origin) throws(ProxyProblem) -> ProxyAddress? {
    guard let setting, origin.scheme == .https, !exceptions.hold(origin.host) else { return nil }
    do {
      return try ProxyAddress(setting.text)
    } catch {
      throw ProxyProblem(variable: setting.variable, kind: error)
    }
  }
}

extension ProxyEnvironment: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  package var description: String { setting?.variable ?? "no proxy" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A proxy, read from a text such as `http://name:password@proxy.example:3128`. Name and password are
/// in no description and no mirror, and not in the address that libcurl is given: it quotes that.
package struct ProxyAddress: Equatable, Sendable {
  /// How a proxy is spoken to; without one it is `http`.
  enum Scheme: String {
    case http, https, socks, socks4, socks4a, socks5, socks5h
  }

  let scheme: Scheme
  let host: String
  /// Without one in the text libcurl's default (CURLOPT_PROXY).
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

  /// Whether each `%` begins an encoded character that is no control character.
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

  /// What sentences call it.
  var name: String { "the proxy \(host):\(port)" }

  /// Whether it is asked for a tunnel by `CONNECT`.
  var asksForTunnel: Bool { scheme == .http || scheme == .https }
}

extension ProxyAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { url }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The hosts that are reached without a proxy: `no_proxy` as libcurl reads it (CURLOPT_NOPROXY).
struct ProxyExceptions: Sendable {
  private let isForAll: Bool
  private let entries: [String]

  /// Reads names, addresses and networks, between commas or spaces; `*` alone is everybody.
  init(_ text: String) {
    isForAll = text == "*"
    entries = text.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
  }

  /// Whether a host, in lower case and an IPv6 address in its brackets, is one of them.
  func hold(_ host: String) -> Bool {
    if isForAll { return true }
    if let address = InternetAddress(host) { return entries.contains { holds(address, $0) } }
    let name = host.hasSuffix(".") ? host.dropLast() : host[...]
    return entries.contains { holds(name, $0) }
  }

  /// A name stands for itself and for all names below it.
  private func holds(_ name: Substring, _ entry: String) -> Bool {
    var entry = entry[...]
    if entry.hasSuffix(".") { entry = entry.dropLast() }
    if entry.hasPrefix(".") { entry = entry.dropFirst() }
    return !entry.isEmpty && (name == entry || name.hasSuffix("." + entry))
  }

  private func holds(_ address: InternetAddress, _ entry: String) -> Bool {
    let parts = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let network = InternetAddress(String(first)) else {
      return false
    }
    guard let length = parts.dropFirst().first else { return network == address }
    return Int(length).map { network.sharesBits($0, with: address) } ?? false
  }
}

/// An IPv4 or IPv6 address.
private struct InternetAddress: Equatable {
  private let bytes: [UInt8]

  /// Reads an address of either family; one of IPv6 may stand in brackets.
  init?(_ text: String) {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let text = isBracketed ? String(text.dropFirst().dropLast()) : text
    let family = text.contains(":") ? AF_INET6 : AF_INET
    var bytes = [UInt8](repeating: 0, count: family == AF_INET6 ? 16 : 4)
    guard unsafe inet_pton(family, text, &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  /// Whether the first bits are the same; without any, all of them.
  func sharesBits(_ count: Int, with other: Self) -> Bool {
    guard bytes.count == other.bytes.count, (0...bytes.count * 8).contains(count) else {
      return false
    }
    let length = count == 0 ? bytes.count * 8 : count
    return bytes.indices.allSatisfy { index in
      let rest = min(max(length - index * 8, 0), 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
      return (bytes[index] ^ other.bytes[index]) & mask == 0
    }
  }
}

/// Why the proxy that a variable names cannot be used. The description quotes nothing of the variable's
/// value, which may hold a password.
package struct ProxyProblem: Error, Equatable {
  package enum Kind: Error {
    case scheme, character, encoding, host, port, rest
  }

  /// The variable of the environment.
  package let variable: String
  package let kind: Kind
}

extension ProxyProblem: CustomStringConvertible {
  package var description: String { "\(variable): \(kind)" }
}

extension ProxyProblem.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .scheme:
      "the address of a proxy has to begin with http://, https://, socks4://, socks4a://, socks5:// or "
        + "socks5h://"
    case .character:
      "the address of a proxy must not contain spaces or control characters; in its user name and "
        + "password, write them as %20 and the like"
    case .encoding:
      "in the user name and password of a proxy, two hexadecimal digits have to follow %; write % "
        + "itself as %25"
    case .host: "the address of the proxy has no valid host name"
    case .port: "the port of the proxy has to be a number from 1 to 65535"
    case .rest:
      "nothing may follow the port of a proxy; in its user name and password, write / ? # @ as "
        + "%2F %3F %23 %40"
    }
  }
}
