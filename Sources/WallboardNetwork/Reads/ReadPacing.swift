import WallboardPlatform

/// Spreads the repetitions of a read that fails again and again.
struct ReadPacing {
  /// The wait that doubling ends at; a wait that the policy wants longer stays as long.
  static let longestWait = Duration.seconds(600)
  /// The part of a wait that is added at random, so that boards do not ask in step.
  static let spread = 0.25

  private var failures = 0
  private var generator = SystemRandomNumberGenerator()

  /// Counts a failure and says how long to wait: never less than the policy wants.
  mutating func delay(after verdict: ReadVerdict) -> Duration {
    // 30 s doubled 5 times is above the longest wait.
    let doubled = verdict.retryAfter * (1 << min(failures, 5))
    failures = min(failures + 1, 5)
    let wait = max(verdict.retryAfter, min(doubled, Self.longestWait))
    return wait * (1 + Double.random(in: 0..<Self.spread, using: &generator))
  }
}
