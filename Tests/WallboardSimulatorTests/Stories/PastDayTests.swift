import Testing

@testable import WallboardSimulator

@Suite("The day before")
struct PastDayTests {
  @Test("is over when the simulator starts, though the calls of it follow one another closely")
  func over() {
    var options = SimulatorOptions()
    options.pastCalls = 100_000
    let now = 1_766_000_000_000
    for seed in 1...5 as ClosedRange<UInt64> {
      options.seed = seed
      let day = PastDay(before: ContactCentre(seed: seed, calls: 0, now: now), at: now, options)
      let calls = (0..<200).map { day.call(at: $0).ended }
      #expect(calls.allSatisfy { $0.endedAt <= now && $0.durationSeconds >= 1 })
    }
  }
}
