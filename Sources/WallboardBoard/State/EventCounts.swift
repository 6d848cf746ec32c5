package import WallboardEvents

/// How many events came, and of what kind.
package struct EventCounts: Equatable, Sendable {
  /// Events that were folded, known or not; without malformed ones and duplicates.
  package var events = 0
  package var byType = Tally()
  package var unknown = 0
  package var malformed = 0
  /// Events that had come before and were not folded again.
  package var duplicates = 0
  /// Fields that the contract does not have.
  package var extraFields = 0
}

/// Events per second over the last seconds.
package struct EventRate: Equatable, Sendable {
  /// How many seconds the rate is taken over.
  package static let window = 10

  private var buckets = [Int](repeating: 0, count: EventRate.window)
  private var newestSecond: Int64 = 0

  /// Nothing came yet.
  package init() {}

  /// The mean over the whole seconds before `now`.
  package func perSecond(at now: Timestamp) -> Double {
    let age = max(0, now.seconds &- newestSecond)
    guard age < EventRate.window else { return 0 }
    // The current second is not over: it would pull the mean down.
    let seconds = (1..<Int64(EventRate.window)).map { now.seconds &- $0 }
    let sum = seconds.reduce(0) { $0 + count(in: $1) }
    return Double(sum) / Double(EventRate.window - 1)
  }

  mutating func count(at time: Timestamp) {
    advance(to: time.seconds)
    buckets[slot(of: max(time.seconds, newestSecond))] += 1
  }

  private func count(in second: Int64) -> Int {
    guard second <= newestSecond, newestSecond &- second < EventRate.window else { return 0 }
    return buckets[slot(of: second)]
  }

  private mutating func advance(to second: Int64) {
    guard second > newestSecond else { return }
    let first = max(newestSecond &+ 1, second &- Int64(EventRate.window) &+ 1)
    for passed in first...second { buckets[slot(of: passed)] = 0 }
    newestSecond = second
  }

  private func slot(of second: Int64) -> Int {
    let remainder = Int(second % Int64(EventRate.window))
    return remainder < 0 ? remainder + EventRate.window : remainder
  }
}

/// The numbers of the day; they begin again at local midnight.
package struct DayTotals: Equatable, Sendable {
  /// Days since 1970, local time.
  package var day: Int64?
  package var callsStarted = 0
  package var callsEnded = 0
  package var escalations = 0
  package var abandoned = 0
}
