import Glibc
package import WallboardBoard
package import WallboardEvents
import WallboardSystem

/// This machine's clocks: the wall clock, and those that only go forward. A board counts by the
/// time of its feed (``Feed/now``).
package enum Clock {
  /// The wall clock, which may be set at any time: for names of files and lines of the log.
  package static var now: Timestamp { Timestamp(milliseconds: MachineTime.system.wall()) }

  /// Nanoseconds since the machine started, including its sleep, whatever the wall clock does.
  package static var uptime: Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The wall clock as it would be if nobody had set it since the program began.
  package static var steady: Timestamp {
    Timestamp(milliseconds: MachineTime.system.uptime() + startOffset)
  }

  private static let startOffset = MachineTime.system.offset

  /// When a day begins here, counted from 1970-01-01.
  package static func start(ofDay day: Int64) -> Timestamp {
    var local = unsafe tm()
    unsafe local.tm_year = 70
    unsafe local.tm_mday = Int32(clamping: day + 1)
    unsafe local.tm_isdst = -1
    return Timestamp(milliseconds: Int64(unsafe mktime(&local)) * 1_000)
  }

  /// Seconds by which local time is ahead of UTC at that moment.
  package static func utcOffset(at time: Timestamp) -> Int {
    var seconds = time_t(time.seconds)
    var local = unsafe tm()
    guard unsafe localtime_r(&seconds, &local) != nil else { return 0 }
    return unsafe local.tm_gmtoff
  }
}

extension Timestamp {
  /// UTC to the second, such as `2026-08-03T10:00:00Z`.
  var iso8601: String { formatted("%Y-%m-%dT%H:%M:%SZ", utcOffset: 0) }

  /// Local time of day, `HH:MM:SS`.
  var clock: String {
    let local = seconds.addingReportingOverflow(Int64(Clock.utcOffset(at: self))).partialValue
    let second = Int(((local % 86_400) + 86_400) % 86_400)
    return [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  /// Local time to the second, as it stands in names of files: `20260803-120000`.
  var fileName: String { fileName(utcOffset: Clock.utcOffset(at: self)) }

  func fileName(utcOffset: Int) -> String { formatted("%Y%m%d-%H%M%S", utcOffset: utcOffset) }

  /// The moment of such a name; one of the two where clocks were put back. `nil` for anything else.
  init?(fileName: some StringProtocol) {
    let digits = fileName.utf8.map { Int32($0) - 48 }
    guard digits.count == 15, digits[8] == -3,
      (digits[..<8] + digits[9...]).allSatisfy({ (0...9).contains($0) })
    else { return nil }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    var local = unsafe tm()
    unsafe local.tm_year = number(0..<4) - 1_900
    unsafe local.tm_mon = number(4..<6) - 1
    unsafe local.tm_mday = number(6..<8)
    unsafe local.tm_hour = number(9..<11)
    unsafe local.tm_min = number(11..<13)
    unsafe local.tm_sec = number(13..<15)
    unsafe local.tm_isdst = -1
    self.init(milliseconds: Int64(unsafe mktime(&local)) * 1_000)
  }

  private func formatted(_ format: String, utcOffset: Int) -> String {
    var seconds = time_t(seconds.addingReportingOverflow(Int64(utcOffset)).partialValue)
    var utc = unsafe tm()
    var buffer = [CChar](repeating: 0, count: 32)
    guard unsafe gmtime_r(&seconds, &utc) != nil else { return "-" }
    let length = unsafe strftime(&buffer, buffer.count, format, &utc)
    return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension UTCOffsets {
  /// Days to look ahead: no fewer than a recording may be silent.
  private static let days: Int64 = 400
  /// Changes to look for; no place has more than four a year.
  private static let mostChanges = 8

  /// The offsets of this machine's time zone from a moment on.
  package static func here(
    from start: Timestamp, offset: (Timestamp) -> Int = Clock.utcOffset
  ) -> UTCOffsets {
    let first = offset(start)
    var changes: [Change] = []
    var (known, day) = (first, start)
    for _ in 0..<days where changes.count < mostChanges {
      let next = day.advanced(milliseconds: 86_400_000)
      if offset(next) != known {
        let moment = end(of: known, from: day, to: next, offset)
        known = offset(moment)
        changes.append(Change(at: moment, to: known))
      }
      day = next
    }
    return UTCOffsets(first, changes: changes)
  }

  /// The second at which an offset ends that holds at `early` but not at `late`.
  private static func end(
    of known: Int, from early: Timestamp, to late: Timestamp, _ offset: (Timestamp) -> Int
  ) -> Timestamp {
    var (low, high) = (early.seconds, late.seconds)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(Timestamp(milliseconds: middle * 1_000)) == known {
        low = middle
      } else {
        high = middle
      }
    }
    return Timestamp(milliseconds: high * 1_000)
  }
}
