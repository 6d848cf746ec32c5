import WallboardWire

extension Timestamp {
  /// Reads a date and time of ISO 8601 such as `2026-08-03T10:00:00.123456+02:00`; `nil` for
  /// anything else.
  ///
  /// Seconds, their fraction and the offset may be missing; without an offset it is UTC. Years
  /// have four digits, so that no sum can overflow.
  package init?(iso8601 text: String) {
    var scanner = DateTimeScanner(text)
    guard let days = scanner.scanDate(), scanner.skip("T", "t", " "),
      let milliseconds = scanner.scanTime(), let offset = scanner.scanOffset(), scanner.isAtEnd
    else { return nil }
    self.init(milliseconds: Int64((days * 1_440 - offset) * 60_000 + milliseconds))
  }
}

/// Reads the parts of an ISO 8601 date and time one after the other.
struct DateTimeScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The days since 1970 of a date such as `2026-08-03`.
  mutating func scanDate() -> Int? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"),
      let day = digits(2)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return date.isValid ? date.daysSince1970 : nil
  }

  /// The milliseconds of the day at a time such as `10:00`, `10:00:00` or `10:00:00.123456`.
  mutating func scanTime() -> Int? {
    guard let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    let milliseconds = (hour * 60 + minute) * 60_000
    guard skip(":") else { return milliseconds }
    // 60 is a leap second.
    guard let second = digits(2), second <= 60, let fraction = scanFraction() else { return nil }
    return milliseconds + second * 1000 + fraction
  }

  /// The minutes ahead of UTC of an offset such as `Z`, `+02:00`, `-0430` or `+02`; 0 without one.
  mutating func scanOffset() -> Int? {
    if isAtEnd || skip("Z", "z") { return 0 }
    let sign = skip("-") ? -1 : 1
    guard sign < 0 || skip("+"), let hours = digits(2), hours < 24 else { return nil }
    guard skip(":") || !isAtEnd else { return sign * hours * 60 }
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }

  /// Drops the next character if it is one of these.
  mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
    guard let byte = rest.first, characters.contains(Unicode.Scalar(byte)) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func scanFraction() -> Int? {
    guard skip(".", ",") else { return 0 }
    guard let first = digits(1) else { return nil }
    let second = digits(1)
    let third = second == nil ? nil : digits(1)
    while digits(1) != nil {}
    return first * 100 + (second ?? 0) * 10 + (third ?? 0)
  }

  private mutating func digits(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
