import Glibc

/// Lets a busy stream gather for a moment, so that it costs laps by time and not by events.
///
/// A platform sends each event by itself. Waking up for each of 200 a second costs several times
/// what reading them costs, and the board draws no more than 60 times a second.
struct LapPace {
  /// The time from lap to lap that can go on for ever: two frames at 30 a second. Up to 15 events a
  /// second each is passed on at once; of more, none waits longer than this.
  static let interval = Duration.milliseconds(66)
  /// Laps that may follow each other at once, so that connecting and reading are never slowed down.
  private static let burst = 32.0

  private var credit = LapPace.burst
  private var previous: ContinuousClock.Instant

  /// Counts laps from that moment on.
  init(from start: ContinuousClock.Instant = .now) {
    previous = start
  }

  /// Notes the end of a lap, and sleeps when laps have been following each other too fast.
  mutating func lapEnded() {
    let pause = pause(at: .now)
    if pause > .zero { usleep(UInt32(clamping: pause / .microseconds(1))) }
  }

  /// How long to sleep after a lap that ended at that moment.
  mutating func pause(at now: ContinuousClock.Instant) -> Duration {
    let interval = Self.interval
    credit = min(Self.burst, credit + (now - previous) / interval) - 1
    previous = now
    return credit < 0 ? interval * -credit : .zero
  }
}

extension UInt32 {
  /// The number without its fraction, held within the range.
  fileprivate init(clamping number: Double) {
    self = number.isFinite ? UInt32(Swift.max(0, Swift.min(number, 4e9))) : 0
  }
}
