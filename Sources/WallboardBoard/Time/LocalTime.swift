package import WallboardEvents
import WallboardWire

/// A moment as calendars and clocks at a place show it.
package struct LocalTime: Hashable, Sendable {
  /// Whole days since 1970-01-01, negative before.
  package let day: Int64
  /// Seconds since midnight.
  package let second: Int64

  /// That moment where local time is so many seconds ahead of UTC.
  package init(_ time: Timestamp, utcOffset: Int) {
    let local = time.seconds.addingReportingOverflow(Int64(utcOffset)).partialValue
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: Self.secondsOfDay)
    day = remainder < 0 ? quotient - 1 : quotient
    second = remainder < 0 ? remainder + Self.secondsOfDay : remainder
  }

  /// That second of that day.
  init(day: Int64, second: Int64) {
    self.day = day
    self.second = second
  }

  /// The moment, held at the ends of what can be told.
  func timestamp(utcOffset: Int) -> Timestamp {
    let (seconds, overflow) = day.multipliedReportingOverflow(by: Self.secondsOfDay)
    guard !overflow, seconds.magnitude < UInt64(Int64.max) / 2_000 else {
      return Timestamp(milliseconds: day < 0 ? .min : .max)
    }
    return Timestamp(milliseconds: (seconds + second - Int64(utcOffset)) * 1_000)
  }

  /// `14:02:33`.
  package var clock: String {
    [second / 3_600, second / 60 % 60, second % 60].map { Self.digits($0) }.joined(separator: ":")
  }

  /// `2026-08-03`.
  package var date: String {
    let date = civil
    return "\(date.year)-" + Self.digits(date.month) + "-" + Self.digits(date.day)
  }

  /// `08-03`.
  package var shortDate: String {
    let date = civil
    return Self.digits(date.month) + "-" + Self.digits(date.day)
  }

  static let secondsOfDay: Int64 = 86_400

  private static func digits(_ number: some BinaryInteger) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

extension LocalTime {
  private var civil: CivilDate { CivilDate(daysSince1970: Int(day)) }

  /// The days from 1970-01-01 to that one; `nil` for one that no calendar has, and for years without
  /// four digits.
  static func day(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...9_999).contains(year) else { return nil }
    let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
    return date.isValid ? Int64(date.daysSince1970) : nil
  }
}
