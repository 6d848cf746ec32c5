extension Duration {
  /// The whole milliseconds, rounded up so that a timer is never early; held within 0 and 24 days,
  /// which is what libcurl's timers take.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let perMillisecond: Int64 = 1_000_000_000_000_000
    return Int(seconds * 1_000 + (attoseconds + perMillisecond - 1) / perMillisecond)
  }
}
