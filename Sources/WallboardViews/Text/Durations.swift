import WallboardCore

/// Spans of time in words. Everything that ticks is derived from whole seconds of one clock, so
/// that all of it ticks together.
enum Durations {
  /// `0:42`, `12:07`, `1:02:31`.
  static func stopwatch(_ seconds: Int64) -> String {
    guard seconds >= 3_600 else { return "\(seconds / 60):\(twoDigits(seconds % 60))" }
    return "\(seconds / 3_600):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
  }

  /// `02:31` and, from an hour on, `1h 04m`: as wide as it ever gets, for what is waited for.
  static func wait(_ seconds: Int64) -> String {
    guard seconds < 3_600 else { return coarse(seconds) }
    return twoDigits(seconds / 60) + ":" + twoDigits(seconds % 60)
  }

  /// `<1m`, `4m`, `2h 05m`, `3d 04h`: changes at most once a minute, so that a quiet board is
  /// silent.
  static func coarse(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "<1m"
    case ..<3_600: "\(seconds / 60)m"
    case ..<86_400: "\(seconds / 3_600)h \(twoDigits(seconds / 60 % 60))m"
    default: "\(seconds / 86_400)d \(twoDigits(seconds / 3_600 % 24))h"
    }
  }

  /// `42s`, `6m 12s`, `2h 05m`: what will not change any more.
  static func exact(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "\(seconds)s"
    case ..<3_600: "\(seconds / 60)m \(twoDigits(seconds % 60))s"
    default: coarse(seconds)
    }
  }

  /// `14:03:21`, so many seconds ahead of UTC.
  static func timeOfDay(_ time: Timestamp, utcOffset: Int) -> String {
    let local = time.seconds.addingReportingOverflow(Int64(utcOffset)).partialValue
    let second = ((local % 86_400) + 86_400) % 86_400
    return twoDigits(second / 3_600) + ":" + twoDigits(second / 60 % 60) + ":"
      + twoDigits(second % 60)
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
