package import DequeModule
package import WallboardEvents

/// What was counted in the last hour, minute by minute: always of the same size.
package struct RollingHour: Equatable, Sendable {
  /// The minutes that are kept, the running one included.
  package static let minutes = 60

  /// The sum of all minutes.
  package private(set) var total = MinuteTally()
  private var buckets = [MinuteTally](repeating: MinuteTally(), count: RollingHour.minutes)
  /// Where the running minute is.
  private var place = 0
  private var clock = MinuteClock()

  /// Nothing is counted yet.
  package init() {}

  /// Counts something in the minute of that moment, as the board's clock has it.
  mutating func count(at time: Timestamp, _ change: (inout MinuteTally) -> Void) {
    advance(to: time)
    change(&buckets[place])
    change(&total)
  }

  /// Goes on from where the clock was set.
  mutating func moveStamps(by milliseconds: Int64) {
    clock.moveStamps(by: milliseconds)
  }

  /// Forgets what is older than an hour.
  ///
  /// - Returns: How many minutes were forgotten.
  @discardableResult
  mutating func advance(to time: Timestamp) -> Int {
    let passed = min(clock.advance(to: time), Self.minutes)
    guard passed > 0 else { return 0 }
    for _ in 0..<passed {
      place = (place + 1) % Self.minutes
      buckets[place] = MinuteTally()
    }
    // Summed up anew: what is subtracted from a sum of fractions leaves crumbs.
    total = MinuteTally()
    for bucket in buckets { total.add(bucket) }
    return passed
  }
}

/// What was counted in a minute, or in an hour of them.
package struct MinuteTally: Equatable, Sendable {
  package var started = 0
  package var ended = 0
  /// Of those that ended, the ones that had asked for a human.
  package var escalatedEnds = 0
  package var abandoned = 0
  /// Of calls that ended, in seconds.
  package var durations = Mean()
  /// How calls ended, by the platform's word.
  package var reasons = Tally()
  package var escalations = 0
  /// From the request for a human to the answer, in seconds.
  package var waits = Mean()
  package var surfacesCreated = 0
  package var surfacesSubmitted = 0
  package var toolRuns = 0
  package var toolFailures = 0
  package var problems = 0
  package var operatorTime = OperatorTime()

  /// Nothing is counted yet.
  package init() {}

  mutating func add(_ other: MinuteTally) {
    started += other.started
    ended += other.ended
    escalatedEnds += other.escalatedEnds
    abandoned += other.abandoned
    durations.add(other.durations)
    reasons.add(other.reasons)
    escalations += other.escalations
    waits.add(other.waits)
    surfacesCreated += other.surfacesCreated
    surfacesSubmitted += other.surfacesSubmitted
    toolRuns += other.toolRuns
    toolFailures += other.toolFailures
    problems += other.problems
    operatorTime.add(other.operatorTime)
  }
}

/// A mean in the making.
package struct Mean: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var sum = 0.0

  /// `nil` of nothing.
  package var value: Double? { count > 0 ? sum / Double(count) : nil }

  /// Adds a length of time; an impossible one is not counted.
  mutating func add(_ length: Double) {
    guard length >= 0, length < 1e9 else { return }
    count += 1
    sum += length
  }

  mutating func add(_ other: Mean) {
    count += other.count
    sum += other.sum
  }
}

/// How long all operators together were in which state, in seconds.
package struct OperatorTime: Equatable, Sendable {
  package var online: Int64 = 0
  package var busy: Int64 = 0
  package var offline: Int64 = 0
  /// Online, busy or on a call.
  package var signedIn: Int64 = 0
  package var onCall: Int64 = 0

  mutating func add(_ other: OperatorTime) {
    online += other.online
    busy += other.busy
    offline += other.offline
    signedIn += other.signedIn
    onCall += other.onCall
  }
}

/// Turns a clock that may jump into minutes that follow each other.
struct MinuteClock: Equatable, Sendable {
  /// What the clock said of the newest minute.
  private var minute: Int64?

  /// The minutes that began since the last call, at most one more than an hour has.
  ///
  /// A moment of the minute before is late, not early: what was received in the last second of a
  /// minute may come after its frame. One further back says that the clock was set back, and the
  /// minutes go on from there: nothing is counted twice, and nothing waits for the clock to catch up.
  mutating func advance(to time: Timestamp) -> Int {
    let now = time.minute
    guard let newest = minute else {
      minute = now
      return 0
    }
    guard now > newest else {
      if now < newest - 1 { minute = now }
      return 0
    }
    minute = now
    return Int(min(now - newest, Int64(RollingHour.minutes) + 1))
  }
}

extension MinuteClock {
  /// Goes on from where the clock was set: what has begun stays as old as it is, to the minute.
  mutating func moveStamps(by milliseconds: Int64) {
    let minutes = Timestamp(milliseconds: milliseconds).minute
    minute = minute?.addingReportingOverflow(minutes).partialValue
  }
}

extension Timestamp {
  /// The whole minutes since 1970, rounded down.
  fileprivate var minute: Int64 {
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: 60)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// How long the newest of what was measured on followed calls took: of the last hour, and at most
/// ``Limits/measures``.
package struct MeasuredTimes: Equatable, Sendable {
  package struct Measure: Equatable, Sendable {
    package var milliseconds: Double
    /// Of the tool that was measured.
    package var name: BoundedString?
    /// In minutes.
    fileprivate var age = 0
  }

  /// Oldest first.
  package private(set) var measures: Deque<Measure> = []

  package var readings: [Double] { measures.map(\.milliseconds) }

  /// Adds a measure; one that cannot be is left out.
  mutating func add(milliseconds: Double, of name: BoundedString? = nil) {
    guard milliseconds >= 0, milliseconds < 1e9 else { return }
    measures.append(Measure(milliseconds: milliseconds, name: name))
    if measures.count > Limits.measures { measures.removeFirst() }
  }

  /// Notes that minutes passed, and forgets what is older than an hour.
  mutating func age(minutes: Int) {
    guard minutes > 0 else { return }
    for index in measures.indices { measures[index].age += minutes }
    while let oldest = measures.first, oldest.age >= RollingHour.minutes { measures.removeFirst() }
  }
}

extension Array<Double> {
  /// The reading within which so many of a hundred readings stay (nearest rank): a reading that was
  /// made, never one between two; `nil` of none.
  package func percentile(_ percent: Int) -> Double? {
    guard !isEmpty, (1...100).contains(percent) else { return nil }
    // The rank, rounded up: 1 ... count.
    let rank = (count * percent + 99) / 100
    return sorted()[rank - 1]
  }
}
