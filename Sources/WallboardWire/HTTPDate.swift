/// A date in one of the three forms of RFC 9110, 5.6.7.
///
/// The weekday is ignored: it says nothing that the date does not.
package struct HTTPDate: Equatable {
  /// Years 0 to 9999.
  package let secondsSince1970: Int

  /// Reads `text`; `now`, in seconds since 1970, settles the century of a two-digit year.
  package init?(_ text: Substring, now: Int) {
    let words = text.split(separator: " ")
    let date: CivilDate?
    let time: Substring
    switch words.count {
    case 6 where words[0].last == "," && words[5] == "GMT":
      // Sun, 06 Nov 1994 08:49:37 GMT
      date = CivilDate(year: words[3], month: words[2], day: words[1])
      time = words[4]
    case 4 where words[0].last == "," && words[3] == "GMT":
      // Sunday, 06-Nov-94 08:49:37 GMT
      date = CivilDate(twoDigitYearDate: words[1], now: now)
      time = words[2]
    case 5:
      // Sun Nov  6 08:49:37 1994
      date = CivilDate(year: words[4], month: words[1], day: words[2])
      time = words[3]
    default:
      return nil
    }
    guard let date, let secondOfDay = Self.secondOfDay(time) else { return nil }
    secondsSince1970 = date.daysSince1970 * 86_400 + secondOfDay
  }

  /// Reads `08:49:37`; a leap second, 60, is allowed.
  private static func secondOfDay(_ time: Substring) -> Int? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(decimalDigits: parts[0]), hour < 24,
      let minute = Int(decimalDigits: parts[1]), minute < 60,
      let second = Int(decimalDigits: parts[2]), second <= 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }
}

extension CivilDate {
  /// Reads a date with a year of four digits; `nil` when the calendar has no such day.
  fileprivate init?(year: Substring, month: Substring, day: Substring) {
    guard year.utf8.count == 4, let year = Int(decimalDigits: year) else { return nil }
    self.init(year: year, month: month, day: day)
    guard isValid else { return nil }
  }

  /// Reads `06-Nov-94`. The year is the latest that is at most 50 years after `now`, in seconds
  /// since 1970 (RFC 9110, 5.6.7); `nil` when the calendar has no such day.
  fileprivate init?(twoDigitYearDate text: Substring, now: Int) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 2, let year = Int(decimalDigits: parts[2])
    else { return nil }
    let today = CivilDate(daysSince1970: now.dividedDown(by: 86_400))
    let century = today.year.dividedDown(by: 100) * 100
    let candidates = [century + 100, century, century - 100].map { $0 + year }
    let dates = candidates.compactMap { CivilDate(year: $0, month: parts[1], day: parts[0]) }
    let limit = CivilDate(year: today.year + 50, month: today.month, day: today.day)
    guard let date = dates.first(where: { $0.daysSince1970 <= limit.daysSince1970 }),
      date.isValid
    else { return nil }
    self = date
  }

  private init?(year: Int, month: Substring, day: Substring) {
    guard let index = Self.months.firstIndex(of: month), day.utf8.count <= 2,
      let day = Int(decimalDigits: day)
    else { return nil }
    self.init(year: year, month: index + 1, day: day)
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
