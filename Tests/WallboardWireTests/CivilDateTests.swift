import Testing
import WallboardWire

@Suite("The civil calendar")
struct CivilDateTests {
  @Test(arguments: [
    (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (11_017, 2000, 3, 1),
    (47_540, 2100, 2, 28), (47_541, 2100, 3, 1), (-719_468, 0, 3, 1), (-719_469, 0, 2, 29),
    (-719_528, 0, 1, 1), (-719_529, -1, 12, 31), (2_932_896, 9_999, 12, 31),
  ])
  func dates(days: Int, year: Int, month: Int, day: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date.isValid && date.daysSince1970 == days)
    #expect(CivilDate(daysSince1970: days) == date)
  }

  @Test("every day of some centuries follows the one before it")
  func days() {
    var before = CivilDate(daysSince1970: -200_001)
    for number in -200_000...200_000 {
      let date = CivilDate(daysSince1970: number)
      let isNext =
        date.day == before.day + 1 && date.month == before.month && date.year == before.year
        || date.day == 1 && date.month == before.month % 12 + 1
          && date.year == before.year + before.month / 12
      guard isNext, date.isValid, date.daysSince1970 == number else {
        Issue.record("\(date) after \(before)")
        return
      }
      before = date
    }
  }

  @Test(arguments: [
    (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31), (2026, 2, 29),
    (2100, 2, 29), (2024, 2, 30),
  ])
  func noDays(year: Int, month: Int, day: Int) {
    #expect(!CivilDate(year: year, month: month, day: day).isValid)
  }
}
