extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let colon = UInt8(ascii: ":")
  static let space = UInt8(ascii: " ")
}

extension Span<UInt8> {
  /// The first carriage return or line feed at `start` or after it.
  func firstLineEnd(from start: Int) -> Int? {
    let end = firstIndex(from: start) { bytes in
      bytes .== .each(.lineFeed) .| bytes .== .each(.carriageReturn)
    } or: { byte in
      byte == .lineFeed || byte == .carriageReturn
    }
    return end < count ? end : nil
  }

  /// The first index that holds `byte`.
  func firstIndex(of byte: UInt8) -> Int? {
    var index = 0
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }

  /// Whether these are the bytes of the word.
  @inlinable package func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    // The word's bytes last as long as the program.
    return isEqual(to: unsafe Span(_unsafeStart: word.utf8Start, count: count))
  }

  /// Whether both are the same bytes; eight are looked at at a time.
  @inlinable package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    guard count >= 8 else {
      while index < count {
        guard self[index] == other[index] else { return false }
        index += 1
      }
      return true
    }
    while index < count - 8 {
      guard unsafe word(at: index) == other.word(at: index) else { return false }
      index += 8
    }
    return unsafe word(at: count - 8) == other.word(at: count - 8)
  }

  /// The eight bytes from there on, in the machine's order; whoever asks has seen that they are there.
  @unsafe @inlinable package func word(at index: Int) -> UInt64 {
    // Any bytes are a number.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
  }

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

extension Span<UInt8> {
  /// Whether it is UTF-8 throughout.
  package var isUTF8: Bool {
    var validator = UTF8Validator()
    var index = 0
    while index < count {
      guard validator.accepts(self[index]) else { return false }
      index += 1
    }
    return validator.isAtBoundary
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
