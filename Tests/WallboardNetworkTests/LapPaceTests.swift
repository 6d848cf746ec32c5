import Testing

@testable import WallboardNetwork

@Suite("The pace of laps")
struct LapPaceTests {
  private let start = ContinuousClock.now

  @Test("A burst goes through, then laps are gathered")
  func burst() {
    var pace = LapPace(from: start)
    for _ in 0..<32 { #expect(pace.pause(at: start) == .zero) }
    #expect(pace.pause(at: start) == LapPace.gathering)
  }

  @Test("Twenty a second are gathered for as long as they come")
  func flood() {
    var pace = LapPace(from: start)
    var now = start
    let laps = 1_000
    for _ in 0..<laps { now += .milliseconds(50) + pace.pause(at: now) }
    // The burst lasts longer, for it is filled up again at fifteen a second.
    #expect(now - start >= (LapPace.gathering + .milliseconds(50)) * (laps - 150))
  }

  @Test("Once nothing waits any more, the next laps are passed on at once")
  func caughtUp() {
    var pace = LapPace(from: start)
    var now = start
    for _ in 0..<33 { now += pace.pause(at: now) }
    now += LapPace.gathering + .milliseconds(1)
    for _ in 0..<5 { #expect(pace.pause(at: now) == .zero) }
  }

  @Test("What comes as slowly as people speak is never held")
  func slow() {
    var pace = LapPace(from: start)
    for lap in 1...1_000 {
      #expect(pace.pause(at: start + LapPace.interval * lap) == .zero)
    }
  }
}
