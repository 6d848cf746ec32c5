import Testing
import TestSupport
import WallboardWire

@Suite("Back-off")
struct BackoffTests {
  @Test("the ceiling doubles from the base to the cap")
  func ceiling() {
    var generator = SplitMix64(seed: 1)
    var most: [Duration] = Array(repeating: .zero, count: 6)
    for _ in 0..<2_000 {
      var backoff = Backoff()
      for step in most.indices {
        most[step] = max(most[step], backoff.nextDelay(using: &generator))
      }
    }
    for (highest, ceiling) in zip(most, [3, 6, 12, 24, 30, 30]) {
      #expect(highest <= .seconds(ceiling))
      #expect(highest > .seconds(ceiling) * 0.95)
    }
  }

  @Test("it spreads over the whole range: full jitter")
  func jitter() {
    var generator = SplitMix64(seed: 2)
    var backoff = Backoff(base: .seconds(30))
    let seconds = (0..<4_000).map { _ in backoff.nextDelay(using: &generator) / .seconds(1) }
    let mean = seconds.reduce(0, +) / Double(seconds.count)
    #expect(mean > 14 && mean < 16)
    #expect(seconds.contains { $0 < 2 })
  }

  @Test("the floor holds whatever is drawn, for ever")
  func floor() {
    var generator = SplitMix64(seed: 4)
    var backoff = Backoff(base: .zero)
    let first = backoff.nextDelay(using: &generator)
    let rest = (0..<2_000).map { _ in backoff.nextDelay(using: &generator) }
    #expect(first == Backoff.floor)
    #expect(rest.allSatisfy { $0 >= Backoff.floor && $0 <= Backoff.cap })
    #expect(rest.contains(Backoff.floor))
    #expect(backoff.attempt == 2_001)
  }

  @Test(
    "no wait is shorter than the server's hint, within the bounds, and jitter comes on top",
    arguments: [
      [0, 500, 500], [-5, 500, 500], [2_000, 2_000, 2_000], [45_000, 45_000, 30_000],
      [600_000, 600_000, 30_000], [Int.max, 600_000, 30_000],
    ])
  func hint(_ milliseconds: [Int]) {
    let (least, jitter) = (
      Duration.milliseconds(milliseconds[1]), Duration.milliseconds(milliseconds[2])
    )
    var generator = SplitMix64(seed: 3)
    var most = Duration.zero
    for _ in 0..<200 {
      var backoff = Backoff()
      backoff.adopt(hintMilliseconds: milliseconds[0])
      let delay = backoff.nextDelay(using: &generator)
      #expect(delay >= least && delay <= least + jitter)
      most = max(most, delay)
      for _ in 0..<20 {
        let later = backoff.nextDelay(using: &generator)
        #expect(later >= least && later <= least + Backoff.cap)
      }
    }
    #expect(most > least + jitter * 0.9)
  }

  @Test("only a connection that lasted starts it over")
  func startsOver() {
    var backoff = Backoff()
    var generator = SplitMix64(seed: 5)
    for _ in 0..<3 { _ = backoff.nextDelay(using: &generator) }
    backoff.noteConnection(lasting: Backoff.steadyAfter - .milliseconds(1))
    #expect(backoff.attempt == 3)
    backoff.noteConnection(lasting: Backoff.steadyAfter)
    #expect(backoff.attempt == 0)
  }
}
