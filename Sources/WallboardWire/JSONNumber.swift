extension JSONElement {
  /// A number's value; `nil` for anything else, and for numbers that are too large.
  package var double: Double? {
    guard piece.kind == .number else { return nil }
    return DecimalNumber(bytes).exactDouble ?? Double(literal).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A whole number, however it is written (`1`, `1.0`, `1e0`); `nil` for anything else, for
  /// numbers that are too large, and for those that a `Double` would have rounded.
  package var integer: Int? {
    guard piece.kind == .number else { return nil }
    if let integer = DecimalNumber(bytes).integer { return integer }
    return double.flatMap { $0.magnitude < 0x1p53 ? Int(exactly: $0) : nil }
  }
}

/// A number as it is written: digits and a power of ten.
private struct DecimalNumber {
  private var isNegative = false
  private var digits: UInt64 = 0
  private var exponent = 0
  /// Whether all digits fitted.
  private var isWhole = true

  /// `text` was checked by a ``JSONReader``.
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
    // No text is long enough for a larger exponent to matter.
    let size = min(text.extracting((isSigned ? 1 : 0)...).decimalNumber ?? 0, 1 << 40)
    exponent += text[0] == .minus ? -size : size
  }

  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// The value, where a single rounding gives it (Clinger, 1990): nearly always.
  var exactDouble: Double? {
    guard isWhole, digits <= 1 << 53, Self.powers.indices.contains(abs(exponent)) else {
      return nil
    }
    let size = Double(digits)
    let power = Self.powers[abs(exponent)]
    let value = exponent < 0 ? size / power : size * power
    return isNegative ? -value : value
  }

  /// The value, if it is written without fraction and exponent.
  var integer: Int? {
    guard isWhole, exponent == 0 else { return nil }
    return isNegative ? Int(exactly: digits).map(-) ?? negativeExtreme : Int(exactly: digits)
  }

  private var negativeExtreme: Int? { digits == Int.min.magnitude ? .min : nil }
}
