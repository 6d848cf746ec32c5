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
  /// This number with a decimal digit appended, at most `Int.max`.
  func appending(digit: Int) -> Int {
    let (tens, overflowed) = multipliedReportingOverflow(by: 10)
    let (sum, overflowedAgain) = tens.addingReportingOverflow(digit)
    return overflowed || overflowedAgain ? .max : sum
  }

  /// Reads one or more ASCII digits and nothing else; larger numbers become `Int.max`.
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
  /// The number that is written here in ASCII digits, at most `Int.max`; `nil` for anything else.
  package var decimalNumber: Int? {
    guard !isEmpty else { return nil }
    var number = 0
    var index = 0
    if count >= 8, let digits = unsafe word(at: 0).decimalDigits { (number, index) = (digits, 8) }
    while index < count {
      guard let digit = self[index].decimalDigit else { return nil }
      // Any eighteen digits fit.
      number = index < 18 ? number &* 10 &+ digit : number.appending(digit: digit)
      index += 1
    }
    return number
  }
}

extension UInt64 {
  /// The number that these eight bytes, as they stand in memory, spell in ASCII digits.
  fileprivate var decimalDigits: Int? {
    let text = UInt64(littleEndian: self)
    let highHalves = Self.each(0xF0)
    // A byte is a digit if its high half is 3 and stays 3 when six is added.
    guard text & highHalves == .each(0x30), (text &+ .each(6)) & highHalves == .each(0x30) else {
      return nil
    }
    // Digits are joined to pairs, pairs to fours and fours to eight, all of them at once.
    let digits = text & .each(0x0F)
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int((fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without leading and trailing spaces and tabs: the optional whitespace of RFC 9110, 5.6.3.
  var trimmingOptionalWhitespace: Substring {
    var rest = self[...]
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}
