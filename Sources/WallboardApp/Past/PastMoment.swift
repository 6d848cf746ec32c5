import WallboardBoard
import WallboardEvents

/// A moment of the past as a person types it: `2026-08-03`, `today`, `yesterday`, `2h`.
package struct PastMoment: Equatable, Sendable {
  private enum Form: Equatable, Sendable {
    /// Days since 1970-01-01.
    case day(Int64)
    case daysAgo(Int64)
    case ago(milliseconds: Int64)
  }

  private let form: Form

  /// `nil` for anything else.
  package init?(_ text: String) {
    switch text.lowercased() {
    case "today": form = .daysAgo(0)
    case "yesterday": form = .daysAgo(1)
    case let word:
      if let length = TimeLength(word) {
        form = .ago(milliseconds: length.milliseconds)
      } else if let day = Self.day(text) {
        form = .day(day)
      } else {
        return nil
      }
    }
  }

  private static func day(_ text: String) -> Int64? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.joined().utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    guard numbers.count == 3 else { return nil }
    return LocalTime.day(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Where what is meant begins, as calendars are here: of a day its first moment.
  func start(at now: Timestamp, _ place: Place = .here) -> Timestamp {
    switch form {
    case .day(let day): place.startOfDay(day)
    case .daysAgo(let days): place.startOfDay(place.today(now) - days)
    case .ago(let length): now.advanced(milliseconds: -length)
    }
  }

  /// Where what is meant ends: of a day the first moment of the next one.
  func end(at now: Timestamp, _ place: Place = .here) -> Timestamp {
    switch form {
    case .day(let day): place.startOfDay(day + 1)
    case .daysAgo(let days): place.startOfDay(place.today(now) - days + 1)
    case .ago(let length): now.advanced(milliseconds: -length)
    }
  }

  /// A place with a calendar of its own.
  struct Place {
    let startOfDay: (Int64) -> Timestamp
    let today: (Timestamp) -> Int64

    static var here: Place {
      Place(startOfDay: Clock.start(ofDay:)) {
        LocalTime($0, utcOffset: Clock.utcOffset(at: $0)).day
      }
    }
  }
}

/// A time of the past, from its first moment to before its last.
struct PastSpan: Equatable {
  var start: Timestamp?
  var end: Timestamp?

  /// Whether a call that began then belongs to it. Of one whose start is not known nobody can say that it
  /// does not.
  func contains(_ time: Timestamp?) -> Bool {
    guard let time else { return true }
    return start.map { time >= $0 } ?? true && end.map { time < $0 } ?? true
  }

  /// Whether all calls of a page, of which each is older than those before it, began too early.
  func isOver(at page: [PastCall]) -> Bool {
    let times = page.compactMap(\.startedAt)
    guard let start, let newest = times.max() else { return false }
    return newest < start
  }

  /// The days to ask for. Wherever the platform counts its days, the whole time lies in them: clocks are
  /// 12 hours behind UTC at the most, and 14 ahead.
  var days: (first: String?, last: String?) {
    let hour: Int64 = 3_600_000
    let day = { (time: Timestamp) in LocalTime(time, utcOffset: 0).date }
    return (
      start.map { day($0.advanced(milliseconds: -12 * hour)) },
      end.map { day($0.advanced(milliseconds: 14 * hour)) }
    )
  }
}
