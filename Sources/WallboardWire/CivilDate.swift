/// A date of the proleptic Gregorian calendar: the one place that converts days to dates and back.
///
/// Any numbers are taken: ``isValid`` says whether the calendar has such a day.
@usableFromInline package struct CivilDate: Equatable, Sendable {
  @usableFromInline package let year: Int
  @usableFromInline package let month: Int
  @usableFromInline package let day: Int

  @inlinable package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  @inlinable package var isValid: Bool {
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth
  }

  @inlinable var daysInMonth: Int {
    switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  @inlinable var isLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}

// Years are counted from March, so that the leap day comes last. 719,468 days lie between 1 March of
// the year 0 and 1 January 1970.
extension CivilDate {
  /// The days since 1 January 1970, negative before it.
  @inlinable package var daysSince1970: Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let monthFromMarch = month <= 2 ? month + 9 : month - 3
    let century = yearFromMarch.dividedDown(by: 100)
    // A shift rounds down as well, and is cheaper: this is done for every time stamp.
    let leapDays = yearFromMarch >> 2 - century + century >> 2
    return yearFromMarch * 365 + leapDays + (153 * monthFromMarch + 2) / 5 + day - 1 - 719_468
  }

  /// The day that lies so many days after 1 January 1970: found in eras of 400 years, which all have
  /// 146,097 days.
  @inlinable package init(daysSince1970: Int) {
    let days = daysSince1970 + 719_468
    let era = days.dividedDown(by: 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }
}

extension Int {
  /// The quotient rounded towards minus infinity; `divisor` is a positive constant.
  @inlinable func dividedDown(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
