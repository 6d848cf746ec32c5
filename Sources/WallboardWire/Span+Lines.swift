extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let colon = UInt8(ascii: ":")
  static let space = UInt8(ascii: " ")
}

extension Span<UInt8> {
  /// The first carriage return or line feed at `start` or after it; eight bytes are looked at a time.
  func firstLineEnd(from start: Int) -> Int? {
    var index = start
    while count - index >= 8 {
      // Eight bytes are there, and any are a number.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let ends = UInt64(littleEndian: word).lineEnds
      if ends != 0 { return index + ends.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index] == .lineFeed || self[index] == .carriageReturn { return index }
      index += 1
    }
    return nil
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
  package func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    // The word's bytes last as long as the program.
    return isEqual(to: unsafe Span(_unsafeStart: word.utf8Start, count: count))
  }

  /// Whether both are the same bytes; eight are looked at at a time.
  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while count - index >= 8 {
      // Eight bytes are there in both, and any are a number.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let others = unsafe other.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word == others else { return false }
      index += 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index += 1
    }
    return true
  }

  /// The number that ASCII digits alone spell, at most `Int.max`; `nil` for anything else.
  package var decimalNumber: Int? {
    guard !isEmpty else { return nil }
    var number = 0
    var index = 0
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
  /// The top bit of each of the eight bytes that ends a line; above the lowest of them others may be
  /// set too.
  fileprivate var lineEnds: UInt64 {
    let feeds = self ^ Self.each(.lineFeed)
    let returns = self ^ Self.each(.carriageReturn)
    let found =
      (feeds &- Self.each(1)) & ~feeds | (returns &- Self.each(1)) & ~returns
    return found & Self.each(0x80)
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
