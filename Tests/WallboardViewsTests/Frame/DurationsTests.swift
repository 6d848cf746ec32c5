import Testing
import WallboardEvents
@testable import WallboardViews

struct DurationsTests {
  @Test(arguments: [
    (Int64(0), "0:00", "00:00", "<1m", "0s"), (59, "0:59", "00:59", "<1m", "59s"),
    (151, "2:31", "02:31", "2m", "2m 31s"), (3_600, "1:00:00", "1h 00m", "1h 00m", "1h 00m"),
    (90_061, "25:01:01", "1d 01h", "1d 01h", "1d 01h"),
  ])
  func spans(seconds: Int64, stopwatch: String, wait: String, coarse: String, exact: String) {
    #expect(Durations.stopwatch(seconds) == stopwatch)
    #expect(Durations.wait(seconds) == wait)
    #expect(Durations.coarse(seconds) == coarse)
    #expect(Durations.exact(seconds) == exact)
  }

  @Test(arguments: [
    (Int64(1_773_065_001_000), 0, "14:03:21"), (1_773_065_001_999, 3_600, "15:03:21"),
    (-1, 0, "23:59:59"), (0, -3_600, "23:00:00"), (Int64.max, 0, "07:12:55"),
    (Int64.min, 0, "16:47:04"),
  ])
  func timeOfDay(milliseconds: Int64, offset: Int, expected: String) {
    let time = Timestamp(milliseconds: milliseconds)
    #expect(Durations.timeOfDay(time, utcOffset: offset) == expected)
  }

  @Test(arguments: [
    (0.4, "0 ms"), (820, "820 ms"), (999.6, "1.0 s"), (2_310, "2.3 s"), (12_300, "12 s"),
    (151_000, "2m 31s"), (-5, "0 ms"), (.nan, "an impossible time"),
    (1e300, "an impossible time"),
  ])
  func whatWasMeasured(milliseconds: Double, expected: String) {
    #expect(Durations.measured(milliseconds) == expected)
  }
}
