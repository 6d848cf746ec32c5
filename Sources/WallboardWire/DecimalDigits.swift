extension UInt8 {
  /// The value of an ASCII digit.
  var decimalDigit: Int? {
    let zero = UInt8(ascii: "0")
    return self >= zero && self <= UInt8(ascii: "9") ? Int(self - zero) : nil
  }

  /// The value of an ASCII hexadecimal digit, of either case.
  package var hexadecimalDigit: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension Int {
  /// This number with one more decimal digit behind it, at most `Int.max`.
  func appending(digit: Int) -> Int {
    let (tens, overflowed) = multipliedReportingOverflow(by: 10)
    let (sum, overflowedAgain) = tens.addingReportingOverflow(digit)
    return overflowed || overflowedAgain ? .max : sum
  }

  /// The number that `digits`, ASCII digits alone and at least one, spell; at most `Int.max`.
  init?(decimalDigits digits: some StringProtocol) {
    guard !digits.isEmpty else { return nil }
    self = 0
    for byte in digits.utf8 {
      guard let digit = byte.decimalDigit else { return nil }
      self = appending(digit: digit)
    }
  }
}
