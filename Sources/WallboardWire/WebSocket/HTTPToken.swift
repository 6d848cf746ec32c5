extension UInt8 {
  /// Whether a token may have this byte (RFC 9110, 5.6.2).
  package var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      Self.tokenPunctuation.contains(self)
    }
  }

  private static let tokenPunctuation = Array("!#$%&'*+-.^_`|~".utf8)

  /// Whether a field's value may not have this byte: a control character other than the tab, of
  /// which RFC 9110, 5.5 calls three dangerous and the others of no use.
  var isForbiddenInFieldValue: Bool { self < .space && self != .tab || self == 0x7F }

  static let tab = UInt8(ascii: "\t")
}

extension StringProtocol {
  /// Whether this is a token (RFC 9110, 5.6.2).
  var isHTTPToken: Bool { !isEmpty && utf8.allSatisfy(\.isTokenCharacter) }
}
