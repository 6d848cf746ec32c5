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
