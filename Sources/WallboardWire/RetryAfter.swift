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
