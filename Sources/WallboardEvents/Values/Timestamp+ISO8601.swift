extension Timestamp {
  /// Reads a date and time of ISO 8601 such as `2026-08-03T10:00:00.123456+02:00`; `nil` for
  /// anything else.
  ///
  /// Seconds, their fraction and the offset may be missing; without an offset it is UTC. Years
  /// have four digits, so that no sum can overflow.
  package init?(iso8601 text: String) {
    var scanner = DateTimeScanner(text)
    guard let days = scanner.scanDate(), scanner.skip("T", "t", " "),
      let milliseconds = scanner.scanTime(), let offset = scanner.scanOffset(), scanner.isAtEnd
    else { return nil }
    self.init(milliseconds: Int64((days * 1_440 - offset) * 60_000 + milliseconds))
  }
}
