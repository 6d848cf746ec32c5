package import WallboardEvents

/// A moment of a recording as a person types it.
package struct SeekTarget: Equatable, Sendable {
  /// What was typed.
  enum Form: Equatable, Sendable {
    /// `14:02`, `14:02:30`: so many seconds after midnight, to the minute or the second.
    case clock(second: Int64, precision: Int64)
    /// `2026-08-03 14:02`.
    case date(day: Int64, second: Int64, precision: Int64)
    /// `+5m`, `-90s`: from where the recording stands, in milliseconds.
    case relative(Int64)
    /// `50%`: a part of the whole, up to 1.
    case share(Double)
  }

  let form: Form

  /// Whether it is a part of the whole, which has to be known.
  package var isShare: Bool {
    switch form {
    case .share: true
    case .clock, .date, .relative: false
    }
  }

  /// Reads what was typed.
  package init(_ text: String) throws(SeekError) {
    let words = text.split(separator: " ")
    let form: Form? =
      switch words.count {
      case 1: Self.relative(words[0]) ?? Self.share(words[0]) ?? Self.clock(words[0])
      case 2: Self.date(words[0], words[1])
      case _: nil
      }
    guard let form else { throw .unreadable }
    self.form = form
  }

  /// The moment that is meant in that recording, seen from where it stands; a minute that was
  /// recorded in part is there, and of an hour that comes twice the first one is meant that was
  /// recorded. Throws where nothing was.
  package func moment(in playback: Playback) throws(SeekError) -> Timestamp {
    let (start, end, offsets) = (playback.start, playback.end, playback.offsets)
    /// Those that may be meant, a list for each day.
    let days: [[Timestamp]]
    let length: Int64
    switch form {
    case .share(let share):
      return start.advanced(seconds: Double(end.milliseconds(since: start)) / 1_000 * share)
    case .relative(let distance):
      days = [[playback.position.advanced(milliseconds: distance)]]
      length = 1
    case .date(let day, let second, let precision):
      days = [offsets.moments(of: LocalTime(day: day, second: second))]
      length = precision * 1_000
    case .clock(let second, let precision):
      // Those around the position: if none of them was recorded, none at all was.
      let day = offsets.localTime(playback.position).day
      days = [day - 1, day, day + 1].map {
        offsets.moments(of: LocalTime(day: $0, second: second))
      }
      length = precision * 1_000
    }
    let recorded = days.compactMap { moments in
      moments.first { $0.advanced(milliseconds: length) > start && $0 <= end }
    }
    let distance = { (moment: Timestamp) in
      playback.position.milliseconds(since: moment).magnitude
    }
    guard let nearest = recorded.min(by: { distance($0) < distance($1) }) else {
      throw .outside(from: offsets.localTime(start), to: offsets.localTime(end))
    }
    return max(nearest, start)
  }

  /// What to say of the moment that was found where clocks show it twice; `nil` where they do not, and
  /// where no clock was asked.
  package func note(on moment: Timestamp, in playback: Playback) -> String? {
    switch form {
    case .relative, .share: return nil
    case .clock, .date:
      guard playback.offsets.comesAgain(moment) else { return nil }
      return "\(playback.offsets.localTime(moment).clock) comes twice: this is the first"
    }
  }

  private static func relative(_ word: Substring) -> Form? {
    guard let sign = word.first, "+-−".contains(sign), let length = TimeLength(word.dropFirst())
    else { return nil }
    return .relative(sign == "+" ? length.milliseconds : -length.milliseconds)
  }

  private static func share(_ word: Substring) -> Form? {
    guard word.hasSuffix("%"), let number = Double(word.dropLast()), (0...100).contains(number)
    else { return nil }
    return .share(number / 100)
  }

  private static func clock(_ word: Substring) -> Form? {
    time(word).map { .clock(second: $0.second, precision: $0.precision) }
  }

  private static func date(_ word: Substring, _ clock: Substring) -> Form? {
    guard let numbers = numbers(word, by: "-", lengths: [4...4, 1...2, 1...2]),
      let day = LocalTime.day(year: numbers[0], month: numbers[1], day: numbers[2]),
      let time = time(clock)
    else { return nil }
    return .date(day: day, second: time.second, precision: time.precision)
  }

  private static func time(_ word: Substring) -> (second: Int64, precision: Int64)? {
    let exact = numbers(word, by: ":", lengths: [1...2, 2...2, 2...2])
    guard let parts = exact ?? numbers(word, by: ":", lengths: [1...2, 2...2]),
      parts[0] < 24, parts[1...].allSatisfy({ $0 < 60 })
    else { return nil }
    let second = parts[0] * 3_600 + parts[1] * 60 + (exact == nil ? 0 : parts[2])
    return (second, exact == nil ? 60 : 1)
  }

  private static func numbers(
    _ word: Substring, by separator: Character, lengths: [ClosedRange<Int>]
  ) -> [Int64]? {
    let parts = word.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == lengths.count else { return nil }
    let numbers = zip(parts, lengths).compactMap { part, length in
      let isPlain =
        length.contains(part.utf8.count) && part.allSatisfy { "0123456789".contains($0) }
      return isPlain ? Int64(part) : nil
    }
    return numbers.count == lengths.count ? numbers : nil
  }
}

/// Why a moment cannot be gone to; the description names what can be.
package enum SeekError: Error, Equatable, CustomStringConvertible {
  /// It is none.
  case unreadable
  /// Nothing was recorded then.
  case outside(from: LocalTime, to: LocalTime)

  package var description: String {
    switch self {
    case .unreadable: "try \(Self.forms)"
    case .outside(let start, let end) where start.day == end.day:
      "recorded from \(start.clock) to \(end.clock)"
    case .outside(let start, let end):
      "recorded from \(start.date) \(start.clock) to \(end.date) \(end.clock)"
    }
  }

  /// All that can be typed.
  package static let forms = "14:02[:30], +5m, -90s, 50%, 2026-08-03 14:02"
}
