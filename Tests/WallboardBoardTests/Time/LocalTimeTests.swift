import Testing
@testable import WallboardBoard
@testable import WallboardEvents

struct LocalTimeTests {
  @Test(
    arguments: [
      (0, 0, "1970-01-01 00:00:00"), (-1, 0, "1969-12-31 23:59:59"),
      (951_782_400, 0, "2000-02-29 00:00:00"), (951_868_800, 0, "2000-03-01 00:00:00"),
      (1_766_000_000, 0, "2025-12-17 19:33:20"), (1_766_000_000, 19_800, "2025-12-18 01:03:20"),
      (4_107_542_400, 0, "2100-03-01 00:00:00"), (4_107_542_399, 0, "2100-02-28 23:59:59"),
      (-62_135_596_800, 0, "1-01-01 00:00:00"),
    ] as [(Int64, Int, String)])
  func words(seconds: Int64, offset: Int, expected: String) {
    let time = LocalTime(Timestamp(milliseconds: seconds * 1_000), utcOffset: offset)
    #expect("\(time.date) \(time.clock)" == expected)
    #expect(time.timestamp(utcOffset: offset).seconds == seconds)
  }

  @Test("Every day of some centuries is found by its date")
  func days() {
    for day in stride(from: Int64(-30_000), through: 60_000, by: 1) {
      let words = LocalTime(day: day, second: 0).date.split(
        separator: "-", omittingEmptySubsequences: true
      )
      .compactMap { Int64($0) }
      #expect(LocalTime.day(year: words[0], month: words[1], day: words[2]) == day)
    }
  }
}
