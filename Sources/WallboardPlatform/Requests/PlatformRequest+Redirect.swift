import FoundationEssentials

extension PlatformRequest {
  /// The redirects in a row that are followed.
  package static let mostRedirects = 5

  /// The same request at the place that a `Location` field names, relative references included
  /// (RFC 9110, 10.2.2; RFC 3986, 5.2).
  ///
  /// Throws when that place has another origin, or cannot be read.
  package func redirected(to location: String) throws(RedirectRefusal) -> PlatformRequest {
    let target = try resolve(location)
    guard target.origin == origin else { throw .otherOrigin(target.origin) }
    return PlatformRequest(
      url: "\(origin)\(target.path)\(target.query)", origin: origin, headers: headers)
  }

  private func resolve(_ location: String) throws(RedirectRefusal) -> WebAddress {
    // Foundation repairs what a strict reading refuses, so the reference is checked before it.
    guard location.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
      let resolved = URL(string: location, relativeTo: URL(string: url)),
      // A WebSocket may be sent on in either spelling.
      let address = try? WebAddress(webSocket: resolved.absoluteString)
    else { throw .unreadable }
    return address
  }
}
