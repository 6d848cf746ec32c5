/// A date in one of the three forms of RFC 9110, 5.6.7.
///
/// The weekday is not looked at: it says nothing that the date does not.
package struct HTTPDate: Equatable {
  /// Seconds since 1970, of the years 0 to 9999.
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
