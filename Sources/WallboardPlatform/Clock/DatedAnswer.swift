import WallboardEvents

/// What the `Date` of one answer says of the platform's clock (RFC 9110, 6.6.1).
///
/// Times of this machine are milliseconds of a clock that only goes forward; an offset is what has
/// to be added to them to get the platform's time.
package struct DatedAnswer: Equatable, Sendable {
  /// Milliseconds by which a date may be behind the moment at which its answer was made: a date has
  /// whole seconds (RFC 9110, 5.6.7), and many servers look at the clock once a second.
  static let staleness: Int64 = 2_000

  /// The offsets that fit: the answer was made after its request was sent and before it came.
  let offsets: ClosedRange<Int64>
  /// When it came.
  let receivedAt: Int64

  /// An answer of that date, in seconds since 1970; `nil` where it came before it was asked for.
  package init?(date: Int64, sentAt: Int64, receivedAt: Int64) {
    let milliseconds = date.multipliedReportingOverflow(by: 1_000)
    guard sentAt <= receivedAt, !milliseconds.overflow,
      (-Self.furthest...Self.furthest).contains(milliseconds.partialValue)
    else { return nil }
    self.receivedAt = receivedAt
    let start = milliseconds.partialValue
    offsets = start - receivedAt...start + Self.staleness - sentAt
  }

  /// By how many times as many an offset that some answers go with has to be outvoted: servers whose
  /// clocks differ may answer in turn.
  private static let majority = 3

  /// What most of the answers agree on, the newest first of those that as many agree with; `nil`
  /// where most of them contradict each other. Those that go with `offset` keep it unless they are
  /// few.
  static func agreement(of answers: [DatedAnswer], near offset: Int64) -> ClosedRange<Int64>? {
    let faithful = answers.filter { $0.offsets.contains(offset) }
    if faithful.count < answers.count, faithful.count * (majority + 1) > answers.count {
      return agreement(of: faithful)
    }
    return agreement(of: answers)
  }

  private static func agreement(of answers: [DatedAnswer]) -> ClosedRange<Int64>? {
    var best: (offsets: ClosedRange<Int64>, count: Int)?
    for answer in answers.reversed() {
      var common = answer.offsets
      var count = 0
      for other in answers.reversed() where other.offsets.overlaps(common) {
        common = common.clamped(to: other.offsets)
        count += 1
      }
      if count > best?.count ?? 0 { best = (common, count) }
    }
    guard let best, best.count * 2 > answers.count else { return nil }
    return best.offsets
  }

  /// The years that four digits name.
  private static let furthest: Int64 = 300_000_000_000_000
}
