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
    let place = try HostAndPort(authority)
    return Origin(scheme: scheme, host: place.host, port: place.port ?? scheme.defaultPort)
  }
}
