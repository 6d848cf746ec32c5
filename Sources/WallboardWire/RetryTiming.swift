/// How long to wait before the next attempt to connect: exponential back-off with full jitter,
/// without an end. If the server asks for a least wait, the jitter is added to it.
///
/// It starts over only after a connection has lasted (``steadyAfter``), so that a server that
/// accepts and hangs up at once is not hammered.
package struct Backoff: Equatable, Sendable {
  /// The shortest wait, whatever is drawn and whatever the server says.
  package static let floor = Duration.milliseconds(500)
  /// The upper bound of the jitter.
  package static let cap = Duration.seconds(30)
  /// The upper bound of the first wait, until the server names one (contract 2.2).
  package static let defaultBase = Duration.seconds(3)
  /// The longest wait that a server may ask for.
  package static let longestHint = Duration.seconds(600)
  /// How long a connection has to last before the next failure counts as the first one.
  package static let steadyAfter = Duration.seconds(60)

  private var base: Duration
  /// The least wait that the server asks for.
  private var hint: Duration?
  /// Failures since a connection last lasted: the number of the next attempt.
  package private(set) var attempt = 0

  /// `base` is held within ``floor`` and ``cap``.
  package init(base: Duration = Self.defaultBase) {
    self.base = Self.clamped(base)
  }

  /// Takes the server's `retry` hint: no wait is shorter than it, held within ``floor`` and
  /// ``longestHint``. The first jitter is at most as long again, and at most ``cap``.
  package mutating func adopt(hintMilliseconds: Int) {
    let wish = Duration.milliseconds(hintMilliseconds)
    base = Self.clamped(wish)
    hint = min(max(wish, Self.floor), Self.longestHint)
  }

  /// Counts a failure and draws the next wait: ``floor`` to ``cap``, or the server's hint and up to
  /// ``cap`` more.
  package mutating func nextDelay(using generator: inout some RandomNumberGenerator) -> Duration {
    let drawn = Double.random(in: 0..<1, using: &generator)
    let jitter = ceiling * drawn
    let delay = hint.map { $0 + jitter } ?? max(Self.floor, jitter)
    attempt = min(attempt + 1, Self.mostAttemptsCounted)
    return delay
  }

  /// Forgets the failures before a connection if it lasted long enough; returns whether it did.
  @discardableResult
  package mutating func noteConnection(lasting lifetime: Duration) -> Bool {
    guard lifetime >= Self.steadyAfter else { return false }
    attempt = 0
    return true
  }

  /// The count must not overflow; nobody needs a larger one.
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
  /// The longest wait that a server may ask for: a board that waits longer than an hour looks dead.
  package static let cap = Duration.seconds(3_600)

  /// The wait that a field asks for, zero to ``cap``; `nil` if it is neither seconds nor a date.
  ///
  /// `now` is the wall clock in seconds since 1970, at most the year 9999.
  package static func delay(from field: String, now: Int) -> Duration? {
    let value = field.trimmingOptionalWhitespace
    let seconds = Int(decimalDigits: value) ?? secondsUntil(value, now: now)
    return seconds.map { min(.seconds(max($0, 0)), cap) }
  }

  private static func secondsUntil(_ value: Substring, now: Int) -> Int? {
    // Within the years that a date can name, nothing below can overflow.
    let now = min(max(now, 0), 253_402_300_799)
    return HTTPDate(value, now: now).map { $0.secondsSince1970 - now }
  }
}
