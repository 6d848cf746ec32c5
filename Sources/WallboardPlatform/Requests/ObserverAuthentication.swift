/// How the token is shown to an observer socket (contract 1.1).
package enum ObserverAuthentication: String, CaseIterable, Sendable {
  /// As the second of two offered sub-protocols, as browsers have to.
  case subprotocol
  /// In the `Authorization` header field, like everywhere else. Not documented for observers.
  case header
}

/// Why a token cannot be a sub-protocol; its description is a sentence without the token.
package struct UnsendableToken: Error, Equatable {
  /// What the token holds and a sub-protocol's name cannot, each character once, sorted.
  package let characters: [Character]

  /// A problem with these characters.
  package init(characters: [Character]) {
    self.characters = characters
  }
}

extension UnsendableToken: CustomStringConvertible {
  package var description: String {
    "This token has characters that a WebSocket sub-protocol cannot carry ("
      + characters.map { "“\($0)”" }.joined(separator: " ")
      + "). Set observer_auth = \"header\" or use an access token (JWT)."
  }
}
