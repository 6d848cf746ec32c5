import Testing
@testable import WallboardEvents

struct TimestampTests {
  private func moment(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

  @Test(arguments: [
    (Int64(0), Int64(0)), (999, 0), (1000, 1), (-1, -1), (-1000, -1), (-1001, -2),
    (.max, 9_223_372_036_854_775), (.min, -9_223_372_036_854_776),
  ])
  func secondsAreRoundedDown(milliseconds: Int64, seconds: Int64) {
    #expect(moment(milliseconds).seconds == seconds)
  }

  @Test func durationsTickWithTheWallSecond() {
    #expect(moment(2_000).seconds(since: moment(1_999)) == 1)
    #expect(moment(2_999).seconds(since: moment(2_000)) == 0)
    #expect(moment(0).seconds(since: moment(5_000)) == 0)
    #expect(moment(.max).seconds(since: moment(.min)) == 18_446_744_073_709_551)
  }

  @Test func movesStopAtTheEndsOfTheRange() {
    #expect(moment(.max).advanced(milliseconds: 1) == moment(.max))
    #expect(moment(.min).advanced(milliseconds: -1) == moment(.min))
    #expect(moment(1).advanced(seconds: 1.5) == moment(1_501))
    for seconds in [Double.nan, .infinity, -.infinity, 1e300] {
      #expect(moment(1).advanced(seconds: seconds) == moment(1))
    }
  }
}
