/// A Unix time as calendar fields in UTC, computed in whole milliseconds: floating point would lose
/// one now and then, and tests compare these times exactly.
struct CivilTime: Equatable {
  let year: Int
  let month: Int
  let day: Int
  let weekday: Int
  let millisecondOfDay: Int

  init(milliseconds: Int) {
    let length = 86_400_000
    let days = milliseconds >= 0 ? milliseconds / length : (milliseconds - length + 1) / length
    millisecondOfDay = milliseconds - days * length
    weekday = ((days % 7) + 11) % 7
    (year, month, day) = Self.date(daysSince1970: days)
  }

  /// As in an answer of the platform: `2026-11-21T00:51:07.125Z`.
  var iso8601: String {
    "\(Self.pad(year, 4))-\(Self.pad(month))-\(Self.pad(day))T\(clock).\(Self.pad(millisecondOfDay % 1000, 3))Z"
  }

  /// As in a `Retry-After` header: `Sat, 21 Nov 2026 00:51:07 GMT` (RFC 9110, 5.6.7).
  var httpDate: String {
    "\(Self.weekdays[weekday]), \(Self.pad(day)) \(Self.months[month - 1]) \(Self.pad(year, 4)) \(clock) GMT"
  }

  private var clock: String {
    let seconds = millisecondOfDay / 1000
    return "\(Self.pad(seconds / 3600)):\(Self.pad(seconds / 60 % 60)):\(Self.pad(seconds % 60))"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func pad(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Counts in 400-year eras of years that begin in March, so that a leap day ends its year.
  private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
