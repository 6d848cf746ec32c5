package import WallboardEvents

/// The platform's clock, as well as it can be told from this machine.
///
/// It is this machine's wall clock at the start, carried on by a clock that only goes forward, and
/// corrected by what the platform says: the dates of its answers and the times of its events. Where
/// these contradict each other, its events have the word, for waits are counted from their times. What
/// happens to the wall clock meanwhile changes nothing but what is told of it.
package struct PlatformClock: Sendable {
  /// Answers that are remembered.
  private static let mostAnswers = 8
  /// Milliseconds after which an answer says nothing of the clocks any more: they drift.
  private static let longestAnswer: Int64 = 600_000
  /// Milliseconds that a wall clock may be wrong by, as long as nothing but a date says so.
  private static let furthest: Int64 = 86_400_000
  /// Milliseconds below which the clock is left alone.
  private static let smallestStep: Int64 = 250
  /// Milliseconds of difference from which on it is told: what rounds to two seconds.
  private static let worthTelling: Int64 = 1_500
  /// Milliseconds below which a difference that was told is over.
  private static let negligible: Int64 = 1_000

  /// Milliseconds by which it is ahead of the clock that only goes forward.
  package private(set) var offset: Int64
  private var answers: [DatedAnswer] = []
  private var events = EventLeads()
  /// The offset that the dates tell, while they are not believed.
  private var disputed: Int64?
  /// Whether something was noted that has not been weighed yet.
  private var hasNews = false
  private var told = ClockStanding.right
  /// The difference that was told, in milliseconds.
  private var toldDifference: Int64 = 0

  /// A clock of which nothing is known but this machine's wall clock, which is so much ahead.
  package init(offset: Int64) {
    self.offset = offset
  }

  /// The platform's time.
  package func time(at uptime: Int64) -> Timestamp {
    Timestamp(milliseconds: uptime).advanced(milliseconds: offset)
  }

  /// Takes the date of an answer.
  package mutating func note(_ answer: DatedAnswer) {
    answers.append(answer)
    if answers.count > Self.mostAnswers { answers.removeFirst() }
    hasNews = true
  }

  /// Takes the time of an event, and when it came.
  package mutating func note(event time: Timestamp, at uptime: Int64) {
    if events.note(time.milliseconds - uptime, at: uptime) { hasNews = true }
  }

  /// Weighs what was noted. `wall` is the wall clock's offset.
  ///
  /// - Returns: What is to be told; `nil` while there is nothing new.
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
    // Nobody's clock goes with the events.
    if let dated {
      guard abs(dated - wall) <= Self.furthest else { return }
      disputed = nil
      move(to: dated)
    } else if let proven = events.proven, proven > offset {
      move(to: min(proven, wall + Self.furthest))
    }
  }

  /// The offset among those that the dates leave: the one that there is, while it is among them. Else
  /// the least that no event contradicts; without events half a second more than the least, which is
  /// what a date without fractions lacks on average.
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
    // What changes within the uncertainty is no news.
    if abs(difference - toldDifference) >= Self.negligible { toldDifference = difference }
    let seconds = (toldDifference + (toldDifference < 0 ? -500 : 500)) / 1_000
    return disputed == nil ? .wrong(seconds: seconds) : .disputed(seconds: seconds)
  }
}

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

/// By how much the times of events are ahead of their arrivals: milliseconds that are offsets of the
/// platform's clock at the least, for no event arrives before it happened.
///
/// Of every ten seconds the largest counts. What is replayed after a reconnect comes at once, so
/// that it fills one of them at the most.
struct EventLeads: Sendable {
  /// How many stretches with events are remembered, and of how many milliseconds each is.
  private static let most = 8
  private static let stretch: Int64 = 10_000
  /// Stretches after which what was noted says nothing of the clocks any more.
  private static let longest: Int64 = 60
  /// As many stretches have to say the same, for a single event may claim any time.
  private static let fewest = 3

  private var leads: [(stretch: Int64, lead: Int64)] = []

  /// Notes an event; whether it says something new.
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

  /// The lead of the event that came the soonest after it happened; `nil` while few have come.
  var largest: Int64? { leads.count < Self.fewest ? nil : leads.map(\.lead).max() }

  /// What several stretches prove the offset to be at the least.
  var proven: Int64? {
    leads.count < Self.fewest ? nil : leads.map(\.lead).sorted(by: >)[Self.fewest - 1]
  }

  /// Whether events come about when they happen, with that offset; `nil` while few have come. What a
  /// date says may be so though events are slow; what has nothing else to show has to fit exactly.
  func fit(_ offset: Int64, isExact: Bool = false) -> Bool? {
    guard let largest, let proven else { return nil }
    return proven - offset <= Self.difference
      && offset - largest <= (isExact ? Self.difference : Self.mostLate)
  }

  /// Milliseconds that the clocks of two machines of the platform may differ by.
  private static let difference: Int64 = 2_000
  /// Milliseconds that the quickest of many events may need on its way.
  private static let mostLate: Int64 = 10_000
}
