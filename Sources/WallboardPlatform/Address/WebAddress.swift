/// A web address taken apart (RFC 3986), read strictly: what two parsers could read differently is
/// refused, so that libcurl never connects to another host than the one that was checked here.
struct WebAddress: Equatable {
  let origin: Origin
  /// Empty, or begins with a slash.
  let path: String
  /// With its question mark; empty without one.
  let query: String
  /// With its number sign; empty without one.
  let fragment: String

  init(_ text: String) throws(AddressProblem) {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
      throw .character
    }
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

  /// Reads an address of WebSockets: the scheme `ws` is another word for `http` (RFC 6455, 3).
  init(webSocket text: String) throws(AddressProblem) {
    let scheme = text.prefix { $0 != ":" }
    switch scheme.lowercased() {
    case "ws": try self.init("http" + text.dropFirst(scheme.count))
    case "wss": try self.init("https" + text.dropFirst(scheme.count))
    default: do { try self.init(text) } catch { throw error == .scheme ? .webSocketScheme : error }
    }
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
    let portStart = endOfHost(in: authority)
    let host = authority[..<portStart].lowercased()
    guard isHost(host) else { throw .host }
    let port = try port(authority[portStart...], scheme)
    return Origin(scheme: scheme, host: host, port: port)
  }

  private static func endOfHost(in authority: Substring) -> Substring.Index {
    guard authority.first == "[", let bracket = authority.firstIndex(of: "]") else {
      return authority.firstIndex(of: ":") ?? authority.endIndex
    }
    return authority.index(after: bracket)
  }

  private static func port(
    _ text: Substring, _ scheme: Origin.Scheme
  ) throws(AddressProblem) -> Int {
    guard let first = text.first else { return scheme.defaultPort }
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
