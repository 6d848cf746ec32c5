import WallboardWire

/// The bearer token. It is in no description, no mirror and no request: only
/// ``authorizationHeader`` and ``observerSubprotocols()`` have it.
package struct Credential: Sendable {
  /// Why a text cannot be a token; its description is a sentence that does not hold the text.
  package enum Problem: Error, Equatable {
    case empty
    case tooLong
    case character
  }

  /// Bytes of the longest token (contract 1.1).
  package static let longestToken = 4_096

  private let token: String

  /// Takes the token, printable ASCII without spaces; throws what is wrong with it.
  package init(token: String) throws(Problem) {
    guard !token.isEmpty else { throw .empty }
    guard token.utf8.count <= Self.longestToken else { throw .tooLong }
    // A line break here would let a token write header fields of its own.
    guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .character }
    self.token = token
  }

  /// The header field, name and value, that shows the token to the platform (contract 5).
  package var authorizationHeader: String { "Authorization: Bearer \(token)" }

  /// The sub-protocols that show the token: `auth`, and the token as it is.
  ///
  /// Throws when the token is no token of RFC 7230, 3.2.6: no other can stand there. Its length was
  /// checked before.
  package func observerSubprotocols() throws(UnsendableToken) -> [String] {
    let misfits = Set(token.utf8).filter { !$0.isTokenCharacter }
    guard misfits.isEmpty else {
      throw UnsendableToken(characters: misfits.sorted().map { Character(Unicode.Scalar($0)) })
    }
    return ["auth", token]
  }

  /// The text with a mark wherever the token stood: for error texts of other people's code. It is to
  /// be done before anything is cut: half a token is still a secret.
  package func scrubbing(_ text: String) -> String {
    String(decoding: scrubbing(Array(text.utf8)), as: UTF8.self)
  }

  /// The same in UTF-8. The token is found in a text of JSON too, however it is escaped, and where
  /// something invisible stands in it.
  package func scrubbing(_ text: [UInt8]) -> [UInt8] {
    var scrubbed: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      if let end = EscapedText(rest).end(of: token.utf8) {
        scrubbed += "[token]".utf8
        rest = text[end...]
      } else if let byte = rest.popFirst() {
        scrubbed.append(byte)
      }
    }
    return scrubbed
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "[token]" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Credential.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "The token is empty."
    case .tooLong: "The token has more than \(Credential.longestToken) characters."
    case .character: "The token holds a space, a line break or a character that no token has."
    }
  }
}
