import WallboardWire

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

  /// The form of UTF-8.
  init(_ text: Span<UInt8>) {
    self = Self.packed(text) ?? .text(String(repairing: text))
  }

  /// The identifier as it was spelt.
  var text: String {
    switch self {
    case .uuid(let words, let isUpper): words.uuid(isUpper: isUpper)
    case .sid(let words, let isUpper): words.sid(isUpper: isUpper)
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

  private static func packed(_ text: Span<UInt8>) -> IdentifierForm? {
    var digits = HexadecimalDigits()
    switch text.count {
    case 36:
      for place in text.indices {
        let isDigit =
          isHyphen(place) ? text[place] == UInt8(ascii: "-") : digits.append(text[place])
        guard isDigit else { return nil }
      }
      guard digits.isMixed else { return .uuid(digits.words, isUpper: digits.hasUpper) }
      return .mixedUUID(digits.words, String(repairing: text))
    case 34:
      guard text[0] == UInt8(ascii: "C"), text[1] == UInt8(ascii: "A") else { return nil }
      for place in 2..<text.count { guard digits.append(text[place]) else { return nil } }
      return digits.isMixed ? nil : .sid(digits.words, isUpper: digits.hasUpper)
    default: return nil
    }
  }

  fileprivate static func isHyphen(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
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
    // As they are compared: spellings of one character must not all fall together.
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
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

  fileprivate func sid(isUpper: Bool) -> String {
    unsafe String(unsafeUninitializedCapacity: 34) { buffer in
      unsafe buffer[0] = UInt8(ascii: "C")
      unsafe buffer[1] = UInt8(ascii: "A")
      for place in 0..<32 { unsafe buffer[place + 2] = digit(place, isUpper: isUpper) }
      return 34
    }
  }

  fileprivate func uuid(isUpper: Bool) -> String {
    unsafe String(unsafeUninitializedCapacity: 36) { buffer in
      var digits = 0
      for place in 0..<36 {
        let isHyphen = IdentifierForm.isHyphen(place)
        unsafe buffer[place] =
          isHyphen ? UInt8(ascii: "-") : digit(digits, isUpper: isUpper)
        if !isHyphen { digits += 1 }
      }
      return 36
    }
  }

  /// The digit at that place of 32, as it is written.
  private func digit(_ place: Int, isUpper: Bool) -> UInt8 {
    let word = place < 16 ? high : low
    let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - place % 16 * 4)) & 0xF
    guard value > 9 else { return UInt8(ascii: "0") + value }
    return (isUpper ? UInt8(ascii: "A") : UInt8(ascii: "a")) + value - 10
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
    guard let digit = byte.hexadecimalDigit else { return false }
    if digit > 9 {
      let isLower = byte & 0x20 != 0
      hasLower = hasLower || isLower
      hasUpper = hasUpper || !isLower
    }
    words.high = words.high << 4 | words.low >> 60
    words.low = words.low << 4 | UInt64(digit)
    return true
  }
}
