import Testing

@testable import WallboardNetwork

@Suite("The pace of laps")
struct LapPaceTests {
  private let start = ContinuousClock.now

  @Test("A burst goes through, then laps are held to an interval")
  func pausing() {
    var pace = LapPace(from: start)
    for _ in 0..<32 { #expect(pace.pause(at: start) == .zero) }
    #expect(pace.pause(at: start) == LapPace.interval)
  }

  @Test("However they come, laps never exceed the pace by more than a burst")
  func bound() {
    var pace = LapPace(from: start)
    var now = start
    let laps = 1_000
    for lap in 0..<laps {
      now += .milliseconds(lap % 7)
      now += pace.pause(at: now)
    }
    #expect(now - start >= LapPace.interval * (laps - 33))
  }

  @Test("Slow laps are never held")
  func slow() {
    var pace = LapPace(from: start)
    for lap in 1...1_000 {
      #expect(pace.pause(at: start + LapPace.interval * lap) == .zero)
    }
  }
}
