import FoundationEssentials

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
    guard WebAddress.mayBe(location),
      let resolved = URL(string: location, relativeTo: URL(string: url)),
      // A WebSocket may be sent on in either spelling.
      let address = try? WebAddress(webSocket: resolved.absoluteString)
    else { throw .unreadable }
    return address
  }
}

/// Why a redirect is not followed; its description is a sentence.
package enum RedirectRefusal: Error, Equatable {
  /// The `Location` cannot be read.
  case unreadable
  /// It leads to another scheme, host or port, which must not get the token.
  case otherOrigin(Origin)
}

extension RedirectRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable: "The platform redirects to an address that cannot be read."
    case .otherOrigin(let origin):
      "The platform redirects to \(origin), which must not get the token. "
        + "If that is the right address, set it as the platform's address."
    }
  }
}
