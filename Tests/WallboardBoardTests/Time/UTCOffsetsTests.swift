import Testing
@testable import WallboardBoard
@testable import WallboardEvents

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
