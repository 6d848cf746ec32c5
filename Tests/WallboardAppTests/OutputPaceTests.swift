import Testing

@testable import WallboardApp

@Suite("The pace of output")
struct OutputPaceTests {
  private static let second: Int64 = 1_000_000_000

  @Test("lets a quiet board through at once")
  func quiet() {
    var pace = OutputPace()
    for tick in 1...100 {
      let now = Int64(tick) * Self.second / 2
      #expect(pace.pause(for: .feed, at: now) == 0)
      pace.spend(400, at: now)
    }
  }

  @Test(
    "bounds what a busy board writes, whatever its frames take", arguments: [300, 1_500, 9_000])
  func busy(frame: Int) {
    var pace = OutputPace()
    var written = 0
    var now: Int64 = Self.second
    while now < 61 * Self.second {
      if pace.pause(for: .feed, at: now) == 0 {
        pace.spend(frame, at: now)
        written += frame
      }
      now += Self.second / 30
    }
    // A frame that is larger than the allowance is paid for as if it were as large.
    let longest = Int(OutputPace.largestAllowance / OutputPace.bytesPerSecond)
    let most = max(Int(OutputPace.bytesPerSecond) * 60, frame * 60 / longest)
    #expect(written <= most + 2 * Int(OutputPace.largestAllowance) + frame)
    #expect(written >= Int(OutputPace.bytesPerSecond) * 30)
  }

  @Test("shows what is said four times a second, however much else there is")
  func words() {
    var pace = OutputPace()
    pace.spend(50_000, at: Self.second)
    #expect(pace.pause(for: .feed, at: Self.second) > Self.second)
    #expect(pace.pause(for: .words, at: Self.second) == OutputPace.longestSilence)
    #expect(pace.pause(for: .words, at: Self.second + OutputPace.longestSilence) == 0)
  }

  @Test("never lets a person or the second wait")
  func atOnce() {
    var pace = OutputPace()
    pace.spend(50_000, at: Self.second)
    for reason in [FrameReason.second, .person] {
      #expect(pace.pause(for: reason, at: Self.second) == 0)
    }
  }

  @Test("survives any clock")
  func clocks() {
    var pace = OutputPace()
    for now in [Int64.max, 0, -1, .max, 1] {
      pace.spend(.max, at: now)
      #expect(pace.pause(for: .feed, at: now) >= 0)
      #expect(pace.pause(for: .words, at: now) >= 0)
    }
  }
}
