import WallboardWire

/// How an identifier is stored. The two spellings that nearly all keys of the platform have fit
/// into two words, so that copying and comparing them costs next to nothing; any other is stored as
/// its text.
enum IdentifierForm: Sendable {
  /// A UUID (RFC 9562), all in lower case or all in upper case.
  case uuid(HexadecimalWords, isUpper: Bool)
  /// A UUID in both cases, and its text.
  indirect case mixedUUID(HexadecimalWords, String)
  /// The telephony provider's SID of a call: `CA` and 32 hexadecimal digits, all in one case.
  case sid(HexadecimalWords, isUpper: Bool)
  case text(String)

  init(_ text: Span<UInt8>) {
    self = Self.packed(text) ?? .text(String(repairing: text))
  }

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
      guard text[8] == hyphen, text[13] == hyphen, text[18] == hyphen, text[23] == hyphen else {
        return nil
      }
      digits.append(text.characters(at: 0))
      digits.append(text.fourCharacters(at: 9) << 32 | text.fourCharacters(at: 14))
      digits.append(text.fourCharacters(at: 19) << 32 | text.fourCharacters(at: 24))
      digits.append(text.characters(at: 28))
      guard digits.areValid else { return nil }
      guard digits.areMixed else { return .uuid(digits.words, isUpper: digits.haveUpper) }
      return .mixedUUID(digits.words, String(repairing: text))
    case 34:
      guard text[0] == UInt8(ascii: "C"), text[1] == UInt8(ascii: "A") else { return nil }
      for place in stride(from: 2, to: 34, by: 8) { digits.append(text.characters(at: place)) }
      guard digits.areValid, !digits.areMixed else { return nil }
      return .sid(digits.words, isUpper: digits.haveUpper)
    default: return nil
    }
  }

  fileprivate static var hyphen: UInt8 { UInt8(ascii: "-") }
}

extension IdentifierForm: Hashable {
  /// UUIDs are compared without case, SIDs with, texts byte by byte.
  static func == (left: IdentifierForm, right: IdentifierForm) -> Bool {
    switch (left, right) {
    case (.sid(let words, let isUpper), .sid(let others, let areUpper)):
      words == others && isUpper == areUpper
    case (.text(let text), .text(let other)):
      text.utf8.span.isEqual(to: other.utf8.span)
    case (.uuid(let words, _), .uuid(let others, _)),
      (.uuid(let words, _), .mixedUUID(let others, _)),
      (.mixedUUID(let words, _), .uuid(let others, _)),
      (.mixedUUID(let words, _), .mixedUUID(let others, _)):
      words == others
    case (.uuid, _), (.mixedUUID, _), (.sid, _), (.text, _): false
    }
  }

  /// The form is part of the hash: the same words in another form are another identifier.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .uuid(let words, _), .mixedUUID(let words, _): words.hash(0, into: &hasher)
    case .sid(let words, let isUpper): words.hash(isUpper ? 1 : 2, into: &hasher)
    // By the bytes, as they are compared: else all Unicode spellings of one text would collide.
    case .text(let text):
      hasher.combine(3 as UInt8)
      unsafe text.utf8.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }
}

extension IdentifierForm {
  /// A hash of 64 bits that nobody outside can foresee, all bits equally good.
  var seededHash: UInt64 {
    var hash = SeededHash()
    switch self {
    case .uuid(let words, _), .mixedUUID(let words, _): words.absorb(0, into: &hash)
    case .sid(let words, let isUpper): words.absorb(isUpper ? 1 : 2, into: &hash)
    case .text(let text): hash.absorb(text.utf8.span)
    }
    return hash.value
  }
}

extension IdentifierForm: Comparable {
  /// By the bytes of what is compared.
  static func < (left: IdentifierForm, right: IdentifierForm) -> Bool {
    switch (left, right) {
    case (.uuid(let words, _), .uuid(let others, _)): words < others
    case (.sid(let words, false), .sid(let others, false)): words < others
    default: left.comparedText.utf8.lexicographicallyPrecedes(right.comparedText.utf8)
    }
  }
}

/// 32 hexadecimal digits.
struct HexadecimalWords: Comparable, Sendable {
  var high: UInt64 = 0
  var low: UInt64 = 0

  static func == (left: HexadecimalWords, right: HexadecimalWords) -> Bool {
    left.high == right.high && left.low == right.low
  }

  func hash(_ form: UInt8, into hasher: inout Hasher) {
    hasher.combine(form)
    hasher.combine(high)
    hasher.combine(low)
  }

  static func < (left: HexadecimalWords, right: HexadecimalWords) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  fileprivate func absorb(_ form: UInt64, into hash: inout SeededHash) {
    hash.absorb(high, low)
    hash.absorb(form)
  }

  fileprivate func sid(isUpper: Bool) -> String {
    unsafe String(unsafeUninitializedCapacity: 34) { buffer in
      unsafe buffer[0] = UInt8(ascii: "C")
      unsafe buffer[1] = UInt8(ascii: "A")
      for quarter in 0..<4 {
        unsafe buffer.store(digits(quarter, isUpper: isUpper), at: 2 + 8 * quarter)
      }
      return 34
    }
  }

  fileprivate func uuid(isUpper: Bool) -> String {
    unsafe String(unsafeUninitializedCapacity: 36) { buffer in
      let (second, third) = (digits(1, isUpper: isUpper), digits(2, isUpper: isUpper))
      unsafe buffer.store(digits(0, isUpper: isUpper), at: 0)
      unsafe buffer.store(second, at: 9)
      // The half after a hyphen is written once more, to its place; the next write covers what it
      // brings along.
      unsafe buffer.store(second << 32, at: 14)
      unsafe buffer.store(third, at: 19)
      unsafe buffer.store(third << 32, at: 24)
      unsafe buffer.store(digits(3, isUpper: isUpper), at: 28)
      for place in [8, 13, 18, 23] { unsafe buffer[place] = IdentifierForm.hyphen }
      return 36
    }
  }

  /// Eight of the digits, as they are written; the first is the most significant byte.
  private func digits(_ quarter: Int, isUpper: Bool) -> UInt64 {
    let word = quarter < 2 ? high : low
    var digits = quarter % 2 == 0 ? word >> 32 : word & 0xFFFF_FFFF
    digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits << 4) & .each(0x0F)
    // The lowest bit of each byte that is more than nine; no sum carries into the next.
    let letters = (digits + .each(0x76)) >> 7 & .each(1)
    return digits + .each(UInt8(ascii: "0")) + letters * (isUpper ? 7 : 39)
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes eight characters, the first of which is the most significant byte; whoever writes has
  /// the room.
  fileprivate func store(_ characters: UInt64, at place: Int) {
    unsafe UnsafeMutableRawBufferPointer(self).storeBytes(
      of: characters.bigEndian, toByteOffset: place, as: UInt64.self)
  }
}

/// Hexadecimal digits on their way into words, eight at a time: each byte of a word is one.
private struct HexadecimalDigits {
  /// The last 32 digits.
  private(set) var words = HexadecimalWords()
  /// Whether all of them were digits.
  private(set) var areValid = true
  private var upper: UInt64 = 0
  private var lower: UInt64 = 0

  var haveUpper: Bool { upper != 0 }
  var areMixed: Bool { upper != 0 && lower != 0 }

  /// Takes eight characters, the first of which is the most significant byte.
  mutating func append(_ text: UInt64) {
    // The highest bit of each byte says what the byte is; none of the sums carries into the next.
    let ascii = text & .each(0x7F)
    let decimal = (ascii + .each(0x80 - 0x30)) & ~(ascii + .each(0x80 - 0x3A))
    let small = ascii | .each(0x20)
    let letters = (small + .each(0x80 - 0x61)) & ~(small + .each(0x80 - 0x67)) & .each(0x80)
    let isDigit = (decimal | letters) & ~text & .each(0x80)
    areValid = areValid && isDigit == .each(0x80)
    lower |= letters & text << 2
    upper |= letters & ~(text << 2)

    var digits = (text & .each(0x0F)) + (letters >> 7) * 9
    digits = (digits | digits >> 4) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits >> 8) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits >> 16) & 0xFFFF_FFFF
    words.high = words.high << 32 | words.low >> 32
    words.low = words.low << 32 | digits
  }
}

extension Span<UInt8> {
  /// Eight bytes from there on, the first of which is the most significant.
  fileprivate func characters(at place: Int) -> UInt64 {
    UInt64(
      bigEndian: unsafe extracting(place..<place + 8).bytes.unsafeLoadUnaligned(as: UInt64.self))
  }

  /// Four bytes from there on.
  fileprivate func fourCharacters(at place: Int) -> UInt64 {
    UInt64(
      UInt32(
        bigEndian: unsafe extracting(place..<place + 4).bytes.unsafeLoadUnaligned(as: UInt32.self)))
  }
}
