/// When the next thing happens: independent arrivals at an average rate.
struct Pacer: Sendable {
  private var random: SeededGenerator
  private let meanSeconds: Double

  /// Nothing to pace when the rate is none.
  init?(options: SimulatorOptions) {
    let rate = options.rate * options.speed
    guard rate > 0 else { return nil }
    // Not the centre's own numbers: its day must not depend on who paces it.
    random = SeededGenerator(seed: ~options.seed)
    meanSeconds = 1 / rate
  }

  /// The pause after so many events.
  mutating func pause(after events: Int) -> Duration {
    .seconds((0..<events).reduce(0) { sum, _ in sum + random.gap(mean: meanSeconds) })
  }
}
