extension CivilDate {
  /// Reads a date with a year of four digits; `nil` when the calendar has no such day.
  init?(year: Substring, month: Substring, day: Substring) {
    guard year.utf8.count == 4, let year = Int(decimalDigits: year) else { return nil }
    self.init(year: year, month: month, day: day)
    guard isValid else { return nil }
  }

  /// Reads `06-Nov-94` as the latest year that lies at most 50 years ahead of `now`, which is in
  /// seconds since 1970 (RFC 9110, 5.6.7); `nil` when the calendar has no such day.
  init?(twoDigitYearDate text: Substring, now: Int) {
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
