/// How long to wait before the next attempt to connect: exponential, with full jitter, for ever. Where
/// the server says how long it wants to be left alone, the jitter comes on top.
///
/// It starts over only after a connection has lasted (`steadyAfter`): a server that accepts and
/// hangs up at once is not hammered.
package struct Backoff: Equatable, Sendable {
  /// The least wait, whatever the dice and the server say.
  package static let floor = Duration.milliseconds(500)
  /// The most that the jitter grows to.
  package static let cap = Duration.seconds(30)
  /// The first wait's ceiling until the server names its own (contract 2.2).
  package static let defaultBase = Duration.seconds(3)
  /// The longest wait that a server is granted.
  package static let longestHint = Duration.seconds(600)
  /// How long a connection has to live before the next failure counts as the first again.
  package static let steadyAfter = Duration.seconds(60)

  private var base: Duration
  /// What the server asks to wait at least.
  private var hint: Duration?
  /// The failures since a connection last lasted, so the number of the attempt that comes next.
  package private(set) var attempt = 0

  /// Starts with no failure behind it; `base` is brought within `floor` and `cap`.
  package init(base: Duration = Self.defaultBase) {
    self.base = Self.clamped(base)
  }

  /// Takes over the server's `retry` hint: no wait is shorter, as long as it is within `floor` and
  /// `longestHint`, and the jitter of the first one is up to as much again, within `cap`.
  package mutating func adopt(hintMilliseconds: Int) {
    let wish = Duration.milliseconds(hintMilliseconds)
    base = Self.clamped(wish)
    hint = min(max(wish, Self.floor), Self.longestHint)
  }

  /// Counts a failure and draws the wait before the next attempt: `floor` to `cap`, or the server's hint
  /// and up to `cap` more.
  package mutating func nextDelay(using generator: inout some RandomNumberGenerator) -> Duration {
    let drawn = Double.random(in: 0..<1, using: &generator)
    let jitter = ceiling * drawn
    let delay = hint.map { $0 + jitter } ?? max(Self.floor, jitter)
    attempt = min(attempt + 1, Self.mostAttemptsCounted)
    return delay
  }

  /// Notes how long a connection lived, and forgets the failures before it if that was long enough;
  /// whether it was.
  @discardableResult
  package mutating func noteConnection(lasting lifetime: Duration) -> Bool {
    guard lifetime >= Self.steadyAfter else { return false }
    attempt = 0
    return true
  }

  /// Keeps the count from ever overflowing; no one reads a number so high.
  private static let mostAttemptsCounted = 1_000_000

  private var ceiling: Duration {
    // `floor` doubled 16 times is far above `cap`, so larger exponents change nothing.
    min(Self.cap, base * (1 << min(attempt, 16)))
  }

  private static func clamped(_ duration: Duration) -> Duration {
    min(max(duration, floor), cap)
  }
}

/// The `Retry-After` field of RFC 9110, 10.2.3: seconds or a date.
package enum RetryAfter {
  /// The longest wait that a server is granted: an hour. A board that waits longer looks dead.
  package static let cap = Duration.seconds(3_600)

  /// The wait that `field` asks for, zero to `cap`; `nil` when it is neither seconds nor a date.
  ///
  /// `now` is the wall clock in seconds since 1970, at most the year 9999.
  package static func delay(from field: String, now: Int) -> Duration? {
    let value = field.trimmingOptionalWhitespace
    let seconds = Int(decimalDigits: value) ?? secondsUntil(value, now: now)
    return seconds.map { min(.seconds(max($0, 0)), cap) }
  }

  private static func secondsUntil(_ value: Substring, now: Int) -> Int? {
    // Within the years that a date can name, no sum below can overflow.
    let now = min(max(now, 0), 253_402_300_799)
    return HTTPDate(value, now: now).map { $0.secondsSince1970 - now }
  }
}
