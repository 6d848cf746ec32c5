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

extension JSONElement {
  /// A number's value; `nil` for anything else, and for one that is too large.
  package var double: Double? {
    guard piece.kind == .number else { return nil }
    return DecimalNumber(bytes).exactDouble ?? Double(literal).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The whole number that a number is, however it is written; `nil` for anything else, and for one
  /// that is too large, or so large that a `Double` would have rounded it.
  package var integer: Int? {
    guard piece.kind == .number else { return nil }
    if let integer = DecimalNumber(bytes).integer { return integer }
    return double.flatMap { $0.magnitude < 0x1p53 ? Int(exactly: $0) : nil }
  }
}

/// A number as it is written: digits, and the power of ten by which they are multiplied.
private struct DecimalNumber {
  private var isNegative = false
  private var digits: UInt64 = 0
  private var exponent = 0
  /// Whether all digits fit.
  private var isWhole = true

  /// Reads what a ``JSONReader`` has checked.
  init(_ text: Span<UInt8>) {
    var index = 0
    if text[0] == .minus {
      isNegative = true
      index = 1
    }
    var isFraction = false
    while index < text.count, isWhole {
      let byte = text[index]
      index += 1
      if let digit = byte.decimalDigit {
        append(digit)
        if isFraction { exponent -= 1 }
      } else if byte == .point {
        isFraction = true
      } else {
        readExponent(text.extracting(index...))
        return
      }
    }
  }

  private mutating func append(_ digit: Int) {
    let (tens, overflows) = digits.multipliedReportingOverflow(by: 10)
    let (sum, overflowsToo) = tens.addingReportingOverflow(UInt64(digit))
    digits = sum
    isWhole = !overflows && !overflowsToo
  }

  private mutating func readExponent(_ text: Span<UInt8>) {
    let isSigned = text[0] == .minus || text[0] == .plus
    // No text has so many digits that this could be wrong.
    let size = min(text.extracting((isSigned ? 1 : 0)...).decimalNumber ?? 0, 1 << 40)
    exponent += text[0] == .minus ? -size : size
  }

  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// The value, where one rounding leads to it (Clinger, 1990): nearly always.
  var exactDouble: Double? {
    guard isWhole, digits <= 1 << 53, Self.powers.indices.contains(abs(exponent)) else {
      return nil
    }
    let size = Double(digits)
    let power = Self.powers[abs(exponent)]
    let value = exponent < 0 ? size / power : size * power
    return isNegative ? -value : value
  }

  /// The value of digits alone.
  var integer: Int? {
    guard isWhole, exponent == 0 else { return nil }
    return isNegative ? Int(exactly: digits).map(-) ?? negativeExtreme : Int(exactly: digits)
  }

  private var negativeExtreme: Int? { digits == Int.min.magnitude ? .min : nil }
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
