/// A value of a JSON text that a ``JSONReader`` has found.
@usableFromInline package struct JSONElement: ~Escapable {
  @usableFromInline let text: Span<UInt8>
  @usableFromInline let piece: JSONPiece

  /// The value that stands there in the text.
  @_lifetime(copy text)
  @inlinable package init(_ text: Span<UInt8>, _ piece: JSONPiece) {
    self.text = text
    self.piece = piece
  }

  /// What kind of value it is.
  @inlinable package var kind: JSONKind { piece.kind }

  /// Whether this is a string without escapes, whose content is ``bytes``.
  @inlinable package var isPlainString: Bool { piece.kind == .string && !piece.isEscaped }

  /// A reader at its beginning.
  package var reader: JSONReader {
    @_lifetime(copy self)
    get { JSONReader(text, at: piece) }
  }

  /// The value that stands elsewhere in the same text.
  @_lifetime(copy self)
  @inlinable package func other(_ piece: JSONPiece) -> JSONElement { JSONElement(text, piece) }

  /// What stands there, as it is written; a string without its quotes.
  @inlinable @inline(__always) package var bytes: Span<UInt8> {
    @_lifetime(copy self)
    get { text.extracting(piece.range) }
  }

  /// What stands there, as it is written; a string without its quotes.
  package var literal: String { String(repairing: bytes) }

  /// A boolean's value; `nil` for anything else.
  package var boolean: Bool? {
    piece.kind == .boolean ? bytes[0] == UInt8(ascii: "t") : nil
  }

  /// Whether a string's content, escapes undone, is that word.
  @inlinable package func spells(_ word: StaticString) -> Bool {
    isPlainString ? bytes.spells(word) : spellsEscaped(word)
  }

  @usableFromInline func spellsEscaped(_ word: StaticString) -> Bool {
    guard piece.kind == .string else { return false }
    // The word's bytes last as long as the program.
    let expected = unsafe Span(_unsafeStart: word.utf8Start, count: word.utf8CodeUnitCount)
    var unescaping = Unescaping(bytes)
    var index = 0
    while let byte = unescaping.next() {
      guard index < expected.count, expected[index] == byte else { return false }
      index += 1
    }
    return index == expected.count
  }

  /// Whether both are strings of the same content, escapes undone, byte for byte.
  package func spells(_ other: borrowing JSONElement) -> Bool {
    guard kind == .string, other.kind == .string else { return false }
    guard piece.isEscaped || other.piece.isEscaped else { return bytes.isEqual(to: other.bytes) }
    var isRepaired = false
    let (text, otherText) = (string(&isRepaired), other.string(&isRepaired))
    guard let text, let otherText else { return false }
    return text.utf8.elementsEqual(otherText.utf8)
  }

  /// A string's content; `nil` for anything else.
  ///
  /// Half of a surrogate pair, as where a text was cut in the middle of an emoji, is U+FFFD;
  /// `isRepaired` becomes true then.
  package func string(_ isRepaired: inout Bool) -> String? {
    guard piece.kind == .string else { return nil }
    guard piece.isEscaped else { return String(repairing: bytes) }
    return unescaped(&isRepaired)
  }

  private func unescaped(_ isRepaired: inout Bool) -> String {
    var unescaping = Unescaping(bytes)
    // What escapes stand for is never longer than they are.
    let string = unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      while count < buffer.count, let byte = unescaping.next() {
        unsafe buffer[count] = byte
        count += 1
      }
      return count
    }
    isRepaired = isRepaired || unescaping.isRepaired
    return string
  }
}

/// The bytes that a string's content stands for.
private struct Unescaping: ~Escapable {
  private let text: Span<UInt8>
  private var index = 0
  /// Bytes of a character that are still to come, the next one lowest.
  private var pending: UInt32 = 0
  private(set) var isRepaired = false

  /// Reads what a ``JSONReader`` has checked.
  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  mutating func next() -> UInt8? {
    if pending != 0 {
      defer { pending >>= 8 }
      return UInt8(truncatingIfNeeded: pending)
    }
    guard index < text.count else { return nil }
    let byte = text[index]
    index += 1
    guard byte == .backslash, index < text.count else { return byte }
    let escape = text[index]
    index += 1
    switch escape {
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return .lineFeed
    case UInt8(ascii: "r"): return .carriageReturn
    case UInt8(ascii: "t"): return .tab
    case UInt8(ascii: "u"): return first(of: scalar())
    default: return escape
    }
  }

  private mutating func first(of scalar: Unicode.Scalar) -> UInt8 {
    var bytes: UInt32 = 0
    var shift: UInt32 = 0
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes |= UInt32(byte) << shift
      shift += 8
    }
    pending = bytes >> 8
    return UInt8(truncatingIfNeeded: bytes)
  }

  /// The character whose first four digits are next.
  private mutating func scalar() -> Unicode.Scalar {
    let unit = self.unit(at: index)
    index += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if UTF16.isLeadSurrogate(UInt16(unit)), let low = lowSurrogate() {
      index += 6
      return Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)) ?? "\u{FFFD}"
    }
    isRepaired = true
    return "\u{FFFD}"
  }

  /// The other half of a pair, if it is next.
  private func lowSurrogate() -> UInt32? {
    guard index + 6 <= text.count, text[index] == .backslash,
      text[index + 1] == UInt8(ascii: "u")
    else { return nil }
    let unit = self.unit(at: index + 2)
    return UTF16.isTrailSurrogate(UInt16(unit)) ? unit : nil
  }

  /// The number that four digits spell; a reader has seen them.
  private func unit(at start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for offset in start..<min(start + 4, text.count) {
      unit = unit << 4 | UInt32(text[offset].hexadecimalDigit ?? 0)
    }
    return unit
  }
}

/// The kinds of values of JSON.
@usableFromInline package enum JSONKind: UInt8, Sendable {
  case null, boolean, number, string, array, object
}

/// Where a value stands in a JSON text.
///
/// One word: from the lowest bits where it begins, where it ends, which kind it is, and whether it has
/// escapes.
@usableFromInline package struct JSONPiece: Sendable {
  /// The most bytes of a text whose places fit.
  static let longestText = Int(mask)

  @usableFromInline let bits: UInt64
  @usableFromInline static var placeBits: UInt64 { 30 }
  @usableFromInline static var mask: UInt64 { 1 << placeBits - 1 }

  init(_ kind: JSONKind, _ range: Range<Int>, isEscaped: Bool = false) {
    // No reader reads a text of more bytes.
    bits =
      UInt64(truncatingIfNeeded: range.lowerBound) & Self.mask
      | (UInt64(truncatingIfNeeded: range.upperBound) & Self.mask) << Self.placeBits
      | UInt64(kind.rawValue) << (2 * Self.placeBits) | (isEscaped ? 1 : 0) << 63
  }

  /// What kind of value it is.
  @inlinable package var kind: JSONKind {
    JSONKind(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Self.placeBits)) & 7) ?? .null
  }

  /// Whether a string has escapes.
  @inlinable package var isEscaped: Bool { bits >> 63 != 0 }

  /// The bytes; those of a string without its quotes.
  @inlinable package var range: Range<Int> { start..<end }

  @inlinable var start: Int { Int(truncatingIfNeeded: bits & Self.mask) }
  @inlinable var end: Int { Int(truncatingIfNeeded: bits >> Self.placeBits & Self.mask) }

  /// Whether it may be a string of so many bytes, escapes undone: a look that spares most comparisons.
  @inlinable package func mayHave(bytes count: Int) -> Bool { isEscaped || end - start == count }
}
