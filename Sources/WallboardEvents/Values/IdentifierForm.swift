/// How an identifier is kept. The two spellings that nearly all keys of the platform have fit into two
/// words, so that to copy and to compare one costs next to nothing; any other keeps its text.
@usableFromInline
enum IdentifierForm: Sendable {
  /// A UUID (RFC 9562), all in lower case or all in upper case.
  case uuid(HexadecimalWords, isUpper: Bool)
  /// A UUID in both cases, and its text.
  indirect case mixedUUID(HexadecimalWords, String)
  /// The telephony provider's SID of a call: `CA` and 32 hexadecimal digits, all in one case.
  case sid(HexadecimalWords, isUpper: Bool)
  case text(String)

  init(_ text: String) {
    self = Self.packed(text) ?? .text(text)
  }

  /// The identifier as it was spelt.
  var text: String {
    switch self {
    case .uuid(let words, let isUpper): words.uuid(isUpper: isUpper)
    case .sid(let words, let isUpper): "CA" + words.digits(isUpper: isUpper)
    case .mixedUUID(_, let text), .text(let text): text
    }
  }

  /// The identifier as it is compared: a UUID in lower case.
  fileprivate var comparedText: String {
    switch self {
    case .uuid(let words, _), .mixedUUID(let words, _): words.uuid(isUpper: false)
    case .sid, .text: text
    }
  }

  private static func packed(_ text: String) -> IdentifierForm? {
    var digits = HexadecimalDigits()
    switch text.utf8.count {
    case 36:
      for (place, byte) in text.utf8.enumerated() {
        let isHyphen = place == 8 || place == 13 || place == 18 || place == 23
        guard isHyphen ? byte == UInt8(ascii: "-") : digits.append(byte) else { return nil }
      }
      guard digits.isMixed else { return .uuid(digits.words, isUpper: digits.hasUpper) }
      return .mixedUUID(digits.words, text)
    case 34:
      guard text.utf8.starts(with: "CA".utf8),
        text.utf8.dropFirst(2).allSatisfy({ digits.append($0) }), !digits.isMixed
      else { return nil }
      return .sid(digits.words, isUpper: digits.hasUpper)
    default: return nil
    }
  }
}

extension IdentifierForm: Hashable {
  /// UUIDs are compared without case, SIDs with, texts byte by byte.
  @inlinable static func == (left: IdentifierForm, right: IdentifierForm) -> Bool {
    switch (left, right) {
    case (.sid(let words, let isUpper), .sid(let others, let areUpper)):
      words == others && isUpper == areUpper
    case (.text(let text), .text(let other)):
      text.utf8.elementsEqual(other.utf8)
    case (.uuid(let words, _), .uuid(let others, _)),
      (.uuid(let words, _), .mixedUUID(let others, _)),
      (.mixedUUID(let words, _), .uuid(let others, _)),
      (.mixedUUID(let words, _), .mixedUUID(let others, _)):
      words == others
    case (.uuid, _), (.mixedUUID, _), (.sid, _), (.text, _): false
    }
  }

  @inlinable func hash(into hasher: inout Hasher) {
    switch self {
    case .uuid(let words, _), .mixedUUID(let words, _), .sid(let words, _):
      hasher.combine(words.high)
      hasher.combine(words.low)
    case .text(let text): hasher.combine(text)
    }
  }
}

extension IdentifierForm: Comparable {
  /// By the bytes of what is compared.
  @usableFromInline static func < (left: IdentifierForm, right: IdentifierForm) -> Bool {
    switch (left, right) {
    case (.uuid(let words, _), .uuid(let others, _)): words < others
    case (.sid(let words, false), .sid(let others, false)): words < others
    default: left.comparedText.utf8.lexicographicallyPrecedes(right.comparedText.utf8)
    }
  }
}

/// 32 hexadecimal digits.
@usableFromInline
struct HexadecimalWords: Comparable, Sendable {
  @usableFromInline var high: UInt64 = 0
  @usableFromInline var low: UInt64 = 0

  @inlinable static func == (left: HexadecimalWords, right: HexadecimalWords) -> Bool {
    left.high == right.high && left.low == right.low
  }

  @usableFromInline static func < (left: HexadecimalWords, right: HexadecimalWords) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  fileprivate func digits(isUpper: Bool) -> String {
    let digits = [high, low].map { word in
      let digits = String(word, radix: 16, uppercase: isUpper)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
    return digits.joined()
  }

  fileprivate func uuid(isUpper: Bool) -> String {
    var rest = Substring(digits(isUpper: isUpper))
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return rest.prefix(length)
    }.joined(separator: "-")
  }
}

/// Hexadecimal digits on their way into words.
private struct HexadecimalDigits {
  private(set) var words = HexadecimalWords()
  private(set) var hasUpper = false
  private var hasLower = false

  var isMixed: Bool { hasUpper && hasLower }

  /// Whether that is a digit. Only the last 32 are kept.
  mutating func append(_ byte: UInt8) -> Bool {
    let digit: UInt8
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"):
      digit = byte - UInt8(ascii: "a") + 10
      hasLower = true
    case UInt8(ascii: "A")...UInt8(ascii: "F"):
      digit = byte - UInt8(ascii: "A") + 10
      hasUpper = true
    default: return false
    }
    words.high = words.high << 4 | words.low >> 60
    words.low = words.low << 4 | UInt64(digit)
    return true
  }
}
