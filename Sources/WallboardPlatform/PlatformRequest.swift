import FoundationEssentials

/// A `GET` to the platform. The credential is not part of it, so that it can be printed.
package struct PlatformRequest: Equatable, Sendable {
  /// Absolute, ASCII, percent-encoded.
  package let url: String
  /// The only place that the token is sent to.
  package let origin: Origin
  /// Header fields as `Name: value`, without the credential's.
  package let headers: [String]
}

extension PlatformRequest {
  /// The request target: path and query, never empty.
  package var target: String {
    let rest = url.dropFirst(origin.description.count)
    return rest.hasPrefix("/") ? String(rest) : "/" + rest
  }

  /// A WebSocket at exactly this address, which may have a query; `http` and `https` are taken for
  /// `ws` and `wss`.
  package init(webSocket url: String) throws(AddressProblem) {
    let address = try WebAddress(webSocket: url)
    guard address.fragment.isEmpty else { throw .queryOrFragment }
    guard address.origin.mayGetToken else { throw .clearText }
    self.init(
      url: "\(address.origin)\(address.path)\(address.query)", origin: address.origin, headers: [])
  }
}

extension PlatformRequest {
  /// How many redirects in a row are followed.
  package static let mostRedirects = 5

  /// The same request at the address of a `Location` field, which may be relative (RFC 9110,
  /// 10.2.2; RFC 3986, 5.2). It must have the same origin.
  package func redirected(to location: String) throws(RedirectRefusal) -> PlatformRequest {
    let target = try resolve(location)
    guard target.origin == origin else { throw .otherOrigin(target.origin) }
    return PlatformRequest(
      url: "\(origin)\(target.path)\(target.query)", origin: origin, headers: headers)
  }

  private func resolve(_ location: String) throws(RedirectRefusal) -> WebAddress {
    // Foundation repairs what a strict reader refuses, so the reference is checked first.
    guard WebAddress.mayBe(location),
      let resolved = URL(string: location, relativeTo: URL(string: url)),
      // A WebSocket may be redirected in either spelling.
      let address = try? WebAddress(webSocket: resolved.absoluteString)
    else { throw .unreadable }
    return address
  }
}

/// Why a redirect is not followed.
package enum RedirectRefusal: Error, Equatable {
  case unreadable
  /// Another scheme, host or port, which must not get the token.
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
