import WallboardEvents

/// A number as it is typed: `3`, `90s`, `5m`, `1h30m`, `2d`, `250ms`, `85%`.
package struct FilterQuantity: Hashable, Sendable {
  /// What was said of the number.
  enum Unit: Sendable {
    case none, length, share
  }

  /// Seconds where it is a length, a part of 1 where it is a share.
  let number: Double
  let unit: Unit

  /// Reads a number; `nil` where it is none.
  init?(_ word: String) {
    if word.hasSuffix("%"), let number = Self.decimal(word.dropLast()) {
      (self.number, unit) = (number / 100, .share)
    } else if let number = Self.decimal(word[...]) {
      (self.number, unit) = (number, .none)
    } else if let length = TimeLength(word.lowercased()) {
      (number, unit) = (Double(length.milliseconds) / 1000, .length)
    } else {
      return nil
    }
  }

  private static func decimal(_ word: Substring) -> Double? {
    let digits = word.hasPrefix("-") ? word.dropFirst() : word
    guard digits.utf8.contains(where: \.isDigit), digits.utf8.allSatisfy(\.isDigitOrPoint),
      let number = Double(word), number.isFinite
    else { return nil }
    return number
  }

  /// What the number is beside a length in seconds; `nil` where the two have nothing in common.
  var asLength: Double? { unit == .share ? nil : number }

  /// What the number is beside a plain one. The only plain numbers that are lengths are
  /// milliseconds.
  var asNumber: Double { unit == .length ? number * 1000 : number }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isDigitOrPoint: Bool { isDigit || self == UInt8(ascii: ".") }
}
