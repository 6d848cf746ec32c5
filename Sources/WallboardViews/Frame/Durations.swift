import WallboardEvents

/// Lengths of time in words. Everything that ticks is derived from whole seconds of one clock, so
/// that all of it ticks together.
enum Durations {
  /// `0:42`, `12:07`, `1:02:31`.
  static func stopwatch(_ seconds: Int64) -> String { seconds.stopwatch }

  /// `02:31` and, from an hour on, `1h 04m`: for waiting times. The width stays the same for an
  /// hour.
  static func wait(_ seconds: Int64) -> String {
    guard seconds < 3_600 else { return coarse(seconds) }
    return (seconds / 60).twoDigits + ":" + (seconds % 60).twoDigits
  }

  /// `<1m`, `4m`, `2h 05m`, `3d 04h`: changes at most once a minute, so that a quiet board is
  /// silent.
  static func coarse(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "<1m"
    case ..<3_600: "\(seconds / 60)m"
    case ..<86_400: "\(seconds / 3_600)h \((seconds / 60 % 60).twoDigits)m"
    default: "\(seconds / 86_400)d \((seconds / 3_600 % 24).twoDigits)h"
    }
  }

  /// `20 s`, and from a minute on as ``coarse(_:)``: in steps, so that it does not tick.
  static func stepped(_ seconds: Int64) -> String {
    seconds < 60 ? "\(seconds / 10 * 10) s" : coarse(seconds)
  }

  /// `42s`, `6m 12s`, `2h 05m`: for lengths that are final.
  static func exact(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "\(seconds)s"
    case ..<3_600: "\(seconds / 60)m \((seconds % 60).twoDigits)s"
    default: coarse(seconds)
    }
  }

  /// `820 ms`, `1.2 s`, `12 s`, `2m 31s`: for measured milliseconds.
  static func measured(_ milliseconds: Double) -> String {
    guard milliseconds.isFinite, abs(milliseconds) < 1e12 else { return "an impossible time" }
    let whole = Int64(max(0, milliseconds).rounded())
    switch whole {
    case ..<1_000: return "\(whole) ms"
    case ..<10_000: return "\((whole + 50) / 1_000).\((whole + 50) / 100 % 10) s"
    case ..<60_000: return "\((whole + 500) / 1_000) s"
    default: return exact(whole / 1_000)
    }
  }

  /// The whole seconds of a length from the platform; `nil` for an impossible one.
  static func seconds(_ length: Double?) -> Int64? {
    length.flatMap { $0.isFinite && abs($0) < 1e9 ? Int64(max(0, $0)) : nil }
  }

  /// The seconds left until a moment, rounded up, as a countdown shows them.
  static func countdown(to time: Timestamp, from now: Timestamp) -> Int64 {
    time.advanced(milliseconds: 999).seconds(since: now)
  }

  /// `14:03:21`, that many seconds ahead of UTC.
  static func timeOfDay(_ time: Timestamp, utcOffset: Int) -> String {
    let local = time.seconds.addingReportingOverflow(Int64(utcOffset)).partialValue
    let second = ((local % 86_400) + 86_400) % 86_400
    return (second / 3_600).twoDigits + ":" + (second / 60 % 60).twoDigits + ":"
      + (second % 60).twoDigits
  }
}
