import Testing
@testable import WallboardBoard
@testable import WallboardEvents

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
