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
