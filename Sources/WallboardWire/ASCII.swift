extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let openingBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closingBracket = UInt8(ascii: "]")
  static let openingBrace = UInt8(ascii: "{")
  static let closingBrace = UInt8(ascii: "}")
  static let delete: UInt8 = 0x7F
}

extension UInt8 {
  /// The value of an ASCII digit.
  var decimalDigit: Int? {
    let digit = self &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }

  /// The value of an ASCII hexadecimal digit, of either case.
  var hexadecimalDigit: Int? {
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

extension Span<UInt8> {
  /// The number that ASCII digits alone spell, at most `Int.max`; `nil` for anything else.
  package var decimalNumber: Int? {
    guard !isEmpty else { return nil }
    var number = 0
    var index = 0
    if count >= 8, let digits = unsafe word(at: 0).decimalDigits { (number, index) = (digits, 8) }
    while index < count {
      guard let digit = self[index].decimalDigit else { return nil }
      // Eighteen digits fit whatever they are.
      number = index < 18 ? number &* 10 &+ digit : number.appending(digit: digit)
      index += 1
    }
    return number
  }
}

extension UInt64 {
  /// The number that eight ASCII digits spell, which were loaded in the machine's order.
  fileprivate var decimalDigits: Int? {
    let text = UInt64(littleEndian: self)
    let highHalves = Self.each(0xF0)
    // Neither the digit itself nor six more than it leaves the sixteen that begin with `0`.
    guard text & highHalves == .each(0x30), (text &+ .each(6)) & highHalves == .each(0x30) else {
      return nil
    }
    // The digits of a pair, of two pairs, and of four are put together side by side.
    let digits = text & .each(0x0F)
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int((fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the spaces and tabs around it: the optional whitespace of RFC 9110, 5.6.3.
  var trimmingOptionalWhitespace: Substring {
    var rest = self[...]
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}
