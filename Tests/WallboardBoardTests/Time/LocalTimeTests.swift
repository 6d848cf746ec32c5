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

/// Local time where clocks are put forward and back.
struct UTCOffsetsTests {
  /// 2026-10-25 01:00 and 2027-03-28 01:00 UTC, when Berlin's clocks change.
  private static let (autumn, spring): (Int64, Int64) = (1_792_890_000, 1_806_195_600)
  static let berlin = UTCOffsets(
    7_200,
    changes: [
      UTCOffsets.Change(at: Timestamp(milliseconds: autumn * 1_000), to: 3_600),
      UTCOffsets.Change(at: Timestamp(milliseconds: spring * 1_000), to: 7_200),
    ])

  @Test(arguments: [
    (autumn - 1, "02:59:59"), (autumn, "02:00:00"), (autumn + 3_600, "03:00:00"),
    (spring - 1, "01:59:59"), (spring, "03:00:00"),
  ])
  func clocks(second: Int64, shown: String) {
    #expect(Self.berlin.localTime(Timestamp(milliseconds: second * 1_000)).clock == shown)
  }

  @Test("An hour that comes twice has two moments, one that is left out the one after it")
  func moments() throws {
    let day = try #require(LocalTime.day(year: 2026, month: 10, day: 25))
    let half = Self.berlin.moments(of: LocalTime(day: day, second: 9_000)).map(\.seconds)
    #expect(half == [Self.autumn - 1_800, Self.autumn + 1_800])
    for second in [7_199, 10_800] as [Int64] {
      #expect(Self.berlin.moments(of: LocalTime(day: day, second: second)).count == 1)
    }
    let leap = try #require(LocalTime.day(year: 2027, month: 3, day: 28))
    let skipped = Self.berlin.moments(of: LocalTime(day: leap, second: 9_000))
    #expect(skipped.map { Self.berlin.localTime($0).clock } == ["03:30:00"])
  }

  @Test("What clocks show is found again, at any moment around a change")
  func roundTrip() {
    for change in [Self.autumn, Self.spring] {
      for second in stride(from: change - 10_000, to: change + 10_000, by: 7) {
        let time = Timestamp(milliseconds: second * 1_000)
        #expect(Self.berlin.moments(of: Self.berlin.localTime(time)).contains(time))
      }
    }
  }

  @Test("It comes again before clocks are put back, and at no other time")
  func again() {
    for (second, isTwice) in [
      (Self.autumn - 3_601, false), (Self.autumn - 3_600, true), (Self.autumn - 1, true),
      (Self.autumn, false), (Self.spring, false), (Self.spring - 1, false),
    ] {
      let time = Timestamp(milliseconds: second * 1_000 + 250)
      #expect(Self.berlin.comesAgain(time) == isTwice, "\(second)")
    }
  }

  @Test("The ends of time trap nowhere")
  func extremes() {
    for milliseconds in [Int64.min, -1, 0, .max] {
      let time = Timestamp(milliseconds: milliseconds)
      let offsets = UTCOffsets(86_400, changes: [UTCOffsets.Change(at: time, to: -86_400)])
      for other in [Int64.min, 0, .max] {
        _ = offsets.comesAgain(Timestamp(milliseconds: other))
      }
    }
  }
}

@Suite("Lengths of time")
struct TimeLengthTests {
  @Test(
    "Numbers with their units",
    arguments: [
      ("20s", 20_000), ("2m", 120_000), ("1h30m", 5_400_000), ("500ms", 500), ("1.5h", 5_400_000),
      ("2d", 172_800_000), ("1h0m5s", 3_605_000), ("0s", 0), ("90m", 5_400_000),
    ])
  func lengths(text: String, milliseconds: Int64) {
    #expect(TimeLength(text)?.milliseconds == milliseconds)
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "20", "s", "20x", "1m1h", "1s1s", "-1s", "1..5s", "20 s", "1e3s", "1001d", "∞s", "5S",
      "9999999999999999999999999999999999999999h", "1h30",
    ])
  func others(text: String) {
    #expect(TimeLength(text) == nil)
  }
}
