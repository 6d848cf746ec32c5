extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let colon = UInt8(ascii: ":")
  static let space = UInt8(ascii: " ")
}

extension Span<UInt8> {
  /// The first carriage return or line feed at `start` or after it.
  func firstLineEnd(from start: Int) -> Int? {
    var index = start
    while index < count {
      let byte = self[index]
      // One comparison for most bytes: only controls lie below the space.
      if byte < .space, byte == .lineFeed || byte == .carriageReturn { return index }
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

  /// Where a field's value begins, the one optional space behind the colon left out; `count` when
  /// there is no colon.
  func startOfValue(afterColonAt colon: Int) -> Int {
    let next = colon + 1
    guard next < count else { return count }
    return self[next] == .space ? next + 1 : next
  }

  func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    // The word's bytes last as long as the program.
    let bytes = unsafe Span(_unsafeStart: word.utf8Start, count: count)
    var index = 0
    while index < count {
      guard self[index] == bytes[index] else { return false }
      index += 1
    }
    return true
  }

  /// The number that ASCII digits alone spell, at most `Int.max`; `nil` for anything else.
  var decimalNumber: Int? {
    guard !isEmpty else { return nil }
    var number = 0
    var index = 0
    while index < count {
      guard let digit = self[index].decimalDigit else { return nil }
      number = number.appending(digit: digit)
      index += 1
    }
    return number
  }
}
