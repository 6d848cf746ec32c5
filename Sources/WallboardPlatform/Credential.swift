import FoundationEssentials
package import WallboardEvents
import WallboardWire

/// The bearer token. Descriptions, mirrors and requests never hold it: only ``authorizationHeader``
/// and ``observerSubprotocols()`` do.
package struct Credential: Sendable {
  /// Why a text cannot be a token; the description does not quote the text.
  package enum Problem: Error, Equatable {
    case empty
    case tooLong
    case character
  }

  /// The longest token, in bytes (contract 1.1).
  package static let longestToken = 4_096

  private let token: String

  /// A token is printable ASCII without spaces.
  package init(token: String) throws(Problem) {
    guard !token.isEmpty else { throw .empty }
    guard token.utf8.count <= Self.longestToken else { throw .tooLong }
    // A line break here would let a token write header fields of its own.
    guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .character }
    self.token = token
  }

  /// What kind of token it looks like.
  package enum Kind: Sendable {
    case key
    /// A JSON Web Token (RFC 7519), which is what an access token is.
    case accessToken
  }

  /// Three parts, the first of which is the beginning of a JSON object in base64.
  package var kind: Kind {
    token.hasPrefix("eyJ") && token.count(where: { $0 == "." }) == 2 ? .accessToken : .key
  }

  /// The `Authorization` field, name and value (contract 5).
  package var authorizationHeader: String { "Authorization: Bearer \(token)" }

  /// The sub-protocols that carry the token: `auth`, and the token itself.
  ///
  /// Throws if it is not a token of RFC 9110, 5.6.2, as the name of a sub-protocol has to be.
  package func observerSubprotocols() throws(UnsendableToken) -> [String] {
    let misfits = Set(token.utf8).filter { !$0.isTokenCharacter }
    guard misfits.isEmpty else {
      throw UnsendableToken(characters: misfits.sorted().map { Character(Unicode.Scalar($0)) })
    }
    return ["auth", token]
  }

  /// Replaces the token by a mark: for error texts that others wrote. Scrub before cutting: half a
  /// token is still a secret.
  package func scrubbing(_ text: String) -> String {
    String(decoding: scrubbing(Array(text.utf8)), as: UTF8.self)
  }

  /// The same in UTF-8. The token is also found in JSON, however it is escaped, and with invisible
  /// characters in it.
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

extension Credential {
  /// When an access token ends by its own words (RFC 7519, 4.1.4); `nil` where it has none.
  package var expiresAt: Timestamp? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard kind == .accessToken, parts.count == 3 else { return nil }
    // Base64 for addresses has two other characters, and nothing fills it up (RFC 7515, 2).
    let text = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
    let filled = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: filled) else { return nil }
    let json = Array(data)
    let claims = try? AccessTokenClaims(json: json.span, deepest: FieldReader.deepestAround)
    // Up to the year 9999.
    guard let end = claims?.end, (0..<253_402_300_800).contains(end) else { return nil }
    return Timestamp(milliseconds: Int64(end) * 1_000)
  }
}

/// What is read of an access token.
private struct AccessTokenClaims: FieldReadable {
  /// Seconds since 1970.
  var end: Double?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    end = fields.optional("exp", Double.self)
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
    case .character: "The token contains a space, a line break or a character that no token has."
    }
  }
}

/// How the token is shown to an observer socket (contract 1.1).
package enum ObserverAuthentication: String, CaseIterable, Sendable {
  /// As the second of two sub-protocols, as browsers have to.
  case subprotocol
  /// In the `Authorization` field, like everywhere else. Not documented for observers.
  case header
}

/// Why a token cannot be a sub-protocol; the description does not quote the token.
package struct UnsendableToken: Error, Equatable {
  /// The characters that a sub-protocol's name may not have, each once, sorted.
  package let characters: [Character]

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

/// Text that may be JSON, with escaped characters (RFC 8259, 7).
private struct EscapedText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// Where a word of visible ASCII ends if the text begins with it; else `nil`.
  func end(of word: String.UTF8View) -> Int? {
    if bytes.starts(with: word) { return bytes.startIndex + word.count }
    var place = bytes.startIndex
    for expected in word {
      var unit = unit(at: place)
      while place > bytes.startIndex, let hidden = unit, !(0x20..<0x7F).contains(hidden.value) {
        place = hidden.end
        unit = self.unit(at: place)
      }
      guard let unit, unit.value == UInt32(expected) else { return nil }
      place = unit.end
    }
    return place
  }

  /// The UTF-16 unit or byte there, escaped or not, and where it ends.
  private func unit(at place: Int) -> (value: UInt32, end: Int)? {
    guard bytes.indices.contains(place) else { return nil }
    guard bytes[place] == UInt8(ascii: "\\"), bytes.indices.contains(place + 1) else {
      return (UInt32(bytes[place]), place + 1)
    }
    let escaped = bytes[place + 1]
    guard escaped == UInt8(ascii: "u") else { return (UInt32(escaped), place + 2) }
    let digits = bytes[(place + 2)...].prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return (UInt32(escaped), place + 2) }
    return (value, place + 6)
  }
}

/// What `GET /v1/auth/me` says of an API key (contract 3.1).
package struct KeyIdentity: Equatable, Sendable {
  package var workspace: WorkspaceID
  package var expiresAt: Timestamp?

  /// Throws ``AttemptEnd`` if the answer is a refusal or names no workspace.
  package init(_ response: PlatformResponse) throws(AttemptEnd) {
    if let failure = response.failure { throw failure }
    self = try response.read("auth/me")
  }
}

extension KeyIdentity: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    let text = try fields.key("workspace_id", String.self)
    guard let workspace = WorkspaceID(text) else {
      throw FieldFault(.noIdentifier).in("workspace_id")
    }
    self.workspace = workspace
    expiresAt = fields.moment("expires_at")
  }
}
