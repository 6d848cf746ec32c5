/// A value in a JSON text, found by a ``JSONReader``.
@usableFromInline package struct JSONElement: ~Escapable {
  @usableFromInline let text: Span<UInt8>
  @usableFromInline let piece: JSONPiece

  @_lifetime(copy text)
  @inlinable package init(_ text: Span<UInt8>, _ piece: JSONPiece) {
    self.text = text
    self.piece = piece
  }

  @inlinable package var kind: JSONKind { piece.kind }

  /// A string without escapes: its content is ``bytes``.
  @inlinable package var isPlainString: Bool { piece.kind == .string && !piece.isEscaped }

  /// A reader that starts at this value.
  package var reader: JSONReader {
    @_lifetime(copy self)
    get { JSONReader(text, at: piece) }
  }

  /// Another value of the same text.
  @_lifetime(copy self)
  @inlinable package func other(_ piece: JSONPiece) -> JSONElement { JSONElement(text, piece) }

  /// The value as it is written, a string without its quotes.
  @inlinable @inline(__always) package var bytes: Span<UInt8> {
    @_lifetime(copy self)
    get { text.extracting(piece.range) }
  }

  /// The value as it is written, a string without its quotes.
  package var literal: String { String(repairing: bytes) }

  /// `nil` for anything but a boolean.
  package var boolean: Bool? {
    piece.kind == .boolean ? bytes[0] == UInt8(ascii: "t") : nil
  }

  /// Whether this is a string whose content, unescaped, is the word.
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

  /// Whether both are strings with the same content, unescaped.
  package func spells(_ other: borrowing JSONElement) -> Bool {
    guard kind == .string, other.kind == .string else { return false }
    guard piece.isEscaped || other.piece.isEscaped else { return bytes.isEqual(to: other.bytes) }
    var isRepaired = false
    let (text, otherText) = (string(&isRepaired), other.string(&isRepaired))
    guard let text, let otherText else { return false }
    return text.utf8.elementsEqual(otherText.utf8)
  }

  /// A string's content, unescaped; `nil` for anything else.
  ///
  /// Half of a surrogate pair, as in a text that was cut in the middle of an emoji, becomes U+FFFD
  /// and sets `isRepaired`.
  package func string(_ isRepaired: inout Bool) -> String? {
    guard piece.kind == .string else { return nil }
    guard piece.isEscaped else { return String(repairing: bytes) }
    return unescaped(&isRepaired)
  }

  private func unescaped(_ isRepaired: inout Bool) -> String {
    var unescaping = Unescaping(bytes)
    // Unescaped text is never longer than escaped text.
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

/// Unescapes a string, byte by byte.
private struct Unescaping: ~Escapable {
  private let text: Span<UInt8>
  private var index = 0
  /// The rest of a character's bytes, the next one in the lowest eight bits.
  private var pending: UInt32 = 0
  private(set) var isRepaired = false

  /// `text` was checked by a ``JSONReader``.
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

  /// The character of a `\u` escape, whose four digits come next.
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

  /// The second half of a surrogate pair, if it comes next.
  private func lowSurrogate() -> UInt32? {
    guard index + 6 <= text.count, text[index] == .backslash,
      text[index + 1] == UInt8(ascii: "u")
    else { return nil }
    let unit = self.unit(at: index + 2)
    return UTF16.isTrailSurrogate(UInt16(unit)) ? unit : nil
  }

  /// The four hexadecimal digits there.
  private func unit(at start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for offset in start..<min(start + 4, text.count) {
      unit = unit << 4 | UInt32(text[offset].hexadecimalDigit ?? 0)
    }
    return unit
  }
}

@usableFromInline package enum JSONKind: UInt8, Sendable {
  case null, boolean, number, string, array, object
}

/// Where a value stands in a JSON text, in one word.
///
/// From the lowest bit: 30 bits for its start, 30 for its end, 3 for its kind, and the highest for
/// whether it has escapes.
@usableFromInline package struct JSONPiece: Sendable {
  /// The longest text whose places fit, in bytes.
  static let longestText = Int(mask)

  @usableFromInline let bits: UInt64
  @usableFromInline static var placeBits: UInt64 { 30 }
  @usableFromInline static var mask: UInt64 { 1 << placeBits - 1 }

  init(_ kind: JSONKind, _ range: Range<Int>, isEscaped: Bool = false) {
    // A reader refuses longer texts.
    bits =
      UInt64(truncatingIfNeeded: range.lowerBound) & Self.mask
      | (UInt64(truncatingIfNeeded: range.upperBound) & Self.mask) << Self.placeBits
      | UInt64(kind.rawValue) << (2 * Self.placeBits) | (isEscaped ? 1 : 0) << 63
  }

  @inlinable package var kind: JSONKind {
    JSONKind(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Self.placeBits)) & 7) ?? .null
  }

  @inlinable package var isEscaped: Bool { bits >> 63 != 0 }

  /// Its bytes; a string's without the quotes.
  @inlinable package var range: Range<Int> { start..<end }

  @inlinable var start: Int { Int(truncatingIfNeeded: bits & Self.mask) }
  @inlinable var end: Int { Int(truncatingIfNeeded: bits >> Self.placeBits & Self.mask) }

  /// Whether its content may have this many bytes: a quick test that saves most comparisons.
  @inlinable package func mayHave(bytes count: Int) -> Bool { isEscaped || end - start == count }
}
