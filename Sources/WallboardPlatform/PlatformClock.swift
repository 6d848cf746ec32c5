package import WallboardEvents

/// An estimate of the platform's clock.
///
/// It starts as this machine's wall clock, is carried on by a monotonic clock, and is corrected by
/// the dates of the platform's answers and the times of its events. If these contradict each other,
/// the events win, since waits are counted from their times. Setting the wall clock meanwhile
/// changes nothing but the difference that is reported.
package struct PlatformClock: Sendable {
  /// How many answers are remembered.
  private static let mostAnswers = 8
  /// Milliseconds after which an answer is outdated: clocks drift.
  private static let longestAnswer: Int64 = 600_000
  /// Milliseconds by which a wall clock may be wrong if only dates say so.
  private static let furthest: Int64 = 86_400_000
  /// Milliseconds: the clock is not corrected by less.
  private static let smallestStep: Int64 = 250
  /// Milliseconds: the least difference that is reported. It rounds to two seconds.
  private static let worthTelling: Int64 = 1_500
  /// Milliseconds: a reported difference is over below this.
  private static let negligible: Int64 = 1_000

  /// Milliseconds by which it is ahead of the monotonic clock.
  package private(set) var offset: Int64
  private var answers: [DatedAnswer] = []
  private var events = EventLeads()
  /// The offset by the dates, while they are not believed.
  private var disputed: Int64?
  /// Whether something was noted since the last ``weigh(wall:)``.
  private var hasNews = false
  private var told = ClockStanding.right
  /// The difference that was reported, in milliseconds.
  private var toldDifference: Int64 = 0

  /// Starts with this machine's wall clock, which has that offset.
  package init(offset: Int64) {
    self.offset = offset
  }

  package func time(at uptime: Int64) -> Timestamp {
    Timestamp(milliseconds: uptime).advanced(milliseconds: offset)
  }

  package mutating func note(_ answer: DatedAnswer) {
    answers.append(answer)
    if answers.count > Self.mostAnswers { answers.removeFirst() }
    hasNews = true
  }

  /// Takes the time of an event that came at `uptime`.
  package mutating func note(event time: Timestamp, at uptime: Int64) {
    if events.note(time.milliseconds - uptime, at: uptime) { hasNews = true }
  }

  /// Weighs what was noted; `wall` is the wall clock's offset. Returns what has changed; `nil` for
  /// nothing.
  package mutating func settle(wall: Int64, at uptime: Int64) -> ClockChange? {
    let before = offset
    if hasNews {
      hasNews = false
      answers.removeAll { uptime - $0.receivedAt > Self.longestAnswer }
      weigh(wall: wall)
    }
    let standing = standing(wall: wall)
    let isNews = standing != told
    guard isNews || offset != before else { return nil }
    told = standing
    return ClockChange(standing, isNews: isNews, step: offset - before, at: time(at: uptime))
  }

  private mutating func weigh(wall: Int64) {
    let dated = DatedAnswer.agreement(of: answers, near: offset).map(settled(on:))
    disputed = nil
    if let dated {
      let fits = events.fit(dated)
      let isNear = abs(dated - wall) <= Self.furthest
      if fits ?? isNear { return move(to: dated) }
      disputed = dated
    }
    if let candidate = [offset, wall].first(where: { events.fit($0, isExact: true) != false }) {
      return move(to: candidate)
    }
    // No clock agrees with the events.
    if let dated {
      guard abs(dated - wall) <= Self.furthest else { return }
      disputed = nil
      move(to: dated)
    } else if let proven = events.proven, proven > offset {
      move(to: min(proven, wall + Self.furthest))
    }
  }

  /// Chooses among the offsets that the dates allow: the present one if it is among them, else the
  /// least that no event contradicts. Without events it is half a second more than the least, which
  /// a date without fractions lacks on average.
  private func settled(on offsets: ClosedRange<Int64>) -> Int64 {
    let proven = events.proven.flatMap { offsets.contains($0) ? $0 : nil }
    let least = proven ?? offsets.lowerBound
    guard offset < least || offset > offsets.upperBound else { return offset }
    return proven ?? min(least + DatedAnswer.staleness / 4, offsets.upperBound)
  }

  private mutating func move(to target: Int64) {
    if abs(target - offset) >= Self.smallestStep { offset = target }
  }

  private mutating func standing(wall: Int64) -> ClockStanding {
    let difference = wall - (disputed ?? offset)
    let isTold = told != .right
    guard abs(difference) >= (isTold ? Self.negligible : Self.worthTelling) else {
      toldDifference = 0
      return .right
    }
    // Changes within the uncertainty are not reported.
    if abs(difference - toldDifference) >= Self.negligible { toldDifference = difference }
    let seconds = (toldDifference + (toldDifference < 0 ? -500 : 500)) / 1_000
    return disputed == nil ? .wrong(seconds: seconds) : .disputed(seconds: seconds)
  }
}

/// What the `Date` of an answer says about the platform's clock (RFC 9110, 6.6.1).
///
/// This machine's times are milliseconds of a monotonic clock; adding an offset gives the
/// platform's time.
package struct DatedAnswer: Equatable, Sendable {
  /// Milliseconds by which a date may be older than its answer: it has whole seconds (RFC 9110,
  /// 5.6.7), and many servers read the clock once a second.
  static let staleness: Int64 = 2_000

  /// The possible offsets: the answer was made after the request was sent and before it came.
  let offsets: ClosedRange<Int64>
  let receivedAt: Int64

  /// `date` is in seconds since 1970; `nil` if the answer came before it was asked for.
  package init?(date: Int64, sentAt: Int64, receivedAt: Int64) {
    let milliseconds = date.multipliedReportingOverflow(by: 1_000)
    guard sentAt <= receivedAt, !milliseconds.overflow,
      (-Self.furthest...Self.furthest).contains(milliseconds.partialValue)
    else { return nil }
    self.receivedAt = receivedAt
    let start = milliseconds.partialValue
    offsets = start - receivedAt...start + Self.staleness - sentAt
  }

  /// How many times as many answers it takes to outvote those that agree with the present offset:
  /// servers with different clocks may answer in turn.
  private static let majority = 3

  /// The offsets that most answers agree on, the newest ones in a tie; `nil` if there is no
  /// majority. Answers that agree with `offset` keep it unless they are few.
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

  /// Milliseconds: beyond all years of four digits.
  private static let furthest: Int64 = 300_000_000_000_000
}

/// By how many milliseconds the times of events are ahead of their arrivals by the monotonic clock:
/// lower bounds of the offset, since no event arrives before it happened.
///
/// The largest of each ten seconds counts. Events that are replayed after a reconnect come at once,
/// so they fill one of these stretches at most.
struct EventLeads: Sendable {
  /// How many stretches are remembered, and the milliseconds of each.
  private static let most = 8
  private static let stretch: Int64 = 10_000
  /// After this many stretches a lead is outdated.
  private static let longest: Int64 = 60
  /// This many stretches have to agree, since a single event may claim any time.
  private static let fewest = 3

  private var leads: [(stretch: Int64, lead: Int64)] = []

  /// Returns whether the event says something new.
  mutating func note(_ lead: Int64, at uptime: Int64) -> Bool {
    let stretch = uptime / Self.stretch
    leads.removeAll { stretch - $0.stretch > Self.longest }
    guard let last = leads.last, last.stretch == stretch else {
      leads.append((stretch, lead))
      if leads.count > Self.most { leads.removeFirst() }
      return true
    }
    guard lead > last.lead else { return false }
    leads[leads.count - 1].lead = lead
    return true
  }

  /// The lead of the event that arrived fastest; `nil` while there are few.
  var largest: Int64? { leads.count < Self.fewest ? nil : leads.map(\.lead).max() }

  /// The lower bound of the offset that several stretches agree on.
  var proven: Int64? {
    leads.count < Self.fewest ? nil : leads.map(\.lead).sorted(by: >)[Self.fewest - 1]
  }

  /// Whether by that offset events come about when they happen; `nil` while there are few. An
  /// offset that a date supports may be right though events are slow; any other has to fit exactly.
  func fit(_ offset: Int64, isExact: Bool = false) -> Bool? {
    guard let largest, let proven else { return nil }
    return proven - offset <= Self.difference
      && offset - largest <= (isExact ? Self.difference : Self.mostLate)
  }

  /// Milliseconds by which the clocks of the platform's machines may differ.
  private static let difference: Int64 = 2_000
  /// Milliseconds that the fastest of many events may need.
  private static let mostLate: Int64 = 10_000
}
