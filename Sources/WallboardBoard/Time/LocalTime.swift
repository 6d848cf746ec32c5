package import WallboardEvents
import WallboardWire

/// A moment as calendars and clocks at a place show it.
package struct LocalTime: Hashable, Sendable {
  /// Whole days since 1970-01-01, negative before.
  package let day: Int64
  /// Seconds since midnight.
  package let second: Int64

  /// That moment where local time is so many seconds ahead of UTC.
  package init(_ time: Timestamp, utcOffset: Int) {
    let local = time.seconds.addingReportingOverflow(Int64(utcOffset)).partialValue
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: Self.secondsOfDay)
    day = remainder < 0 ? quotient - 1 : quotient
    second = remainder < 0 ? remainder + Self.secondsOfDay : remainder
  }

  /// That second of that day.
  init(day: Int64, second: Int64) {
    self.day = day
    self.second = second
  }

  /// The moment, held at the ends of what can be told.
  func timestamp(utcOffset: Int) -> Timestamp {
    let (seconds, overflow) = day.multipliedReportingOverflow(by: Self.secondsOfDay)
    guard !overflow, seconds.magnitude < UInt64(Int64.max) / 2_000 else {
      return Timestamp(milliseconds: day < 0 ? .min : .max)
    }
    return Timestamp(milliseconds: (seconds + second - Int64(utcOffset)) * 1_000)
  }

  /// `14:02:33`.
  package var clock: String {
    [second / 3_600, second / 60 % 60, second % 60].map(\.twoDigits).joined(separator: ":")
  }

  /// `2026-08-03`.
  package var date: String {
    let date = civil
    return "\(date.year)-" + date.month.twoDigits + "-" + date.day.twoDigits
  }

  /// `08-03`.
  package var shortDate: String {
    let date = civil
    return date.month.twoDigits + "-" + date.day.twoDigits
  }

  private static let secondsOfDay: Int64 = 86_400
}

extension LocalTime {
  private var civil: CivilDate { CivilDate(daysSince1970: Int(day)) }

  /// The days from 1970-01-01 to that one; `nil` for one that no calendar has, and for years without
  /// four digits.
  package static func day(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...9_999).contains(year) else { return nil }
    let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
    return date.isValid ? Int64(date.daysSince1970) : nil
  }
}

/// By how much the clocks of a place are ahead of UTC, and when that changes.
package struct UTCOffsets: Equatable, Sendable {
  /// That clocks are put forward or back.
  package struct Change: Hashable, Sendable {
    package let at: Timestamp
    /// Seconds from then on.
    package let offset: Int

    /// A change to that offset.
    package init(at time: Timestamp, to offset: Int) {
      at = time
      self.offset = offset
    }
  }

  /// Seconds before the first change.
  package let first: Int
  /// In order of time.
  package let changes: [Change]

  /// An offset and what it becomes; `changes` are in order of time.
  package init(_ first: Int, changes: [Change] = []) {
    self.first = first
    self.changes = changes
  }

  /// The seconds at that moment.
  package func offset(at time: Timestamp) -> Int {
    changes.last { $0.at <= time }?.offset ?? first
  }

  /// What calendars and clocks show at that moment.
  package func localTime(_ time: Timestamp) -> LocalTime {
    LocalTime(time, utcOffset: offset(at: time))
  }

  /// The moments at which clocks show that, the earliest first: two in an hour that comes twice. In
  /// one that is left out, the moment at which they would have without the change, as mktime(3).
  func moments(of local: LocalTime) -> [Timestamp] {
    let offsets = Set(changes.map(\.offset) + [first]).sorted(by: >)
    let moments = offsets.map { local.timestamp(utcOffset: $0) }
    let shown = zip(moments, offsets).filter { offset(at: $0) == $1 }.map { $0.0 }
    guard shown.isEmpty else { return shown }
    return moments.first.map { [local.timestamp(utcOffset: offset(at: $0))] } ?? []
  }

  /// Whether the clocks show later once more what they show at that moment.
  package func comesAgain(_ time: Timestamp) -> Bool {
    moments(of: localTime(time)).contains { $0.seconds > time.seconds }
  }
}

/// A length of time as people write it: `20s`, `2m`, `1h30m`, `500ms`, `1.5h`, `2d`.
package struct TimeLength: Hashable, Sendable {
  /// 0 to ``longest``.
  package let milliseconds: Int64

  /// A thousand days, in milliseconds.
  package static let longest: Int64 = 86_400_000_000

  private static let units: [Substring: Double] = [
    "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
  ]

  /// Reads numbers with their units, the largest unit first and each at most once; `nil` for
  /// anything else.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    var sum = 0.0
    var last = Double.infinity
    repeat {
      let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest.removeFirst(digits.count)
      let name = rest.prefix { ("a"..."z").contains($0) }
      rest.removeFirst(name.count)
      guard let number = Double(digits), let unit = Self.units[name], unit < last else {
        return nil
      }
      sum += number * unit
      last = unit
    } while !rest.isEmpty
    guard sum <= Double(Self.longest) else { return nil }
    milliseconds = Int64(sum.rounded())
  }

  /// The same in whole seconds, rounded down.
  package var seconds: Int64 { milliseconds / 1_000 }
}
