import OrderedCollections
package import WallboardEvents

/// How many events came, and of what kind.
package struct EventCounts: Equatable, Sendable {
  /// Events that were folded, known or not; without malformed ones, too large ones and duplicates.
  package var events = 0
  package var unknown = 0
  package var malformed = 0
  /// Events and reads that were folded although part of them was not understood, or was repaired.
  package var degraded = 0
  /// Events that were left out because they were too large.
  package var tooLarge = 0
  /// Events that had come before and were not folded again.
  package var duplicates = 0
  /// Fields that the contract does not have.
  package var extraFields = 0
  private var byKind = [Int](repeating: 0, count: WorkspaceEvent.Kind.allCases.count)
  /// Unknown events of the workspace, by the part of their name before the dot.
  private var unknownFamilies = Tally()

  /// Nothing came yet.
  package init() {}

  /// How many events of that kind came.
  package subscript(kind: WorkspaceEvent.Kind) -> Int { byKind[kind.ordinal] }

  /// What came since the counts were those.
  func since(_ earlier: EventCounts) -> EventCounts {
    var counts = EventCounts()
    counts.events = events - earlier.events
    counts.unknown = unknown - earlier.unknown
    counts.malformed = malformed - earlier.malformed
    counts.degraded = degraded - earlier.degraded
    counts.tooLarge = tooLarge - earlier.tooLarge
    counts.duplicates = duplicates - earlier.duplicates
    counts.byKind = zip(byKind, earlier.byKind).map(-)
    return counts
  }

  /// Known events by name.
  package var byType: Tally {
    var tally = Tally()
    for kind in WorkspaceEvent.Kind.allCases where self[kind] > 0 {
      tally.count(kind.rawValue, times: self[kind])
    }
    return tally
  }

  /// All events by the part of their name before the dot.
  package var byFamily: Tally {
    var tally = Tally()
    for kind in WorkspaceEvent.Kind.allCases where self[kind] > 0 {
      tally.count(WorkspaceEvent.family(of: kind.rawValue), times: self[kind])
    }
    tally.add(unknownFamilies)
    return tally
  }

  mutating func count(_ event: WorkspaceEvent) {
    events += 1
    if let kind = event.kind {
      byKind[kind.ordinal] += 1
    } else {
      unknown += 1
      unknownFamilies.count(WorkspaceEvent.family(of: event.name))
    }
  }
}

/// How many events of a followed call came, and of what kind.
package struct ObserverEventCounts: Equatable, Sendable {
  /// Events that were folded, known or not; without malformed ones.
  package var events = 0
  package var byType = Tally()
  package var unknown = 0
  package var malformed = 0
  /// Events that were folded although some of their fields were not understood, or were repaired.
  package var degraded = 0
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

/// Counts by name, of at most ``Limits/countedNames`` names; the rest is counted as `other`.
package struct Tally: Sendable {
  /// Where names are counted for which there is no room.
  package static let other = "other"

  /// In the order in which the names came: where there is room for some only, it is for the same ones
  /// whenever the same is counted.
  private var numbers: OrderedDictionary<String, Int> = [:]

  /// Nothing is counted yet.
  package init() {}

  /// The count of each name.
  package var counts: [String: Int] {
    Dictionary(uniqueKeysWithValues: numbers.lazy.map { ($0.key, $0.value) })
  }

  /// The count of that name.
  package subscript(name: String) -> Int { numbers[name] ?? 0 }

  mutating func count(_ name: String, times: Int = 1) {
    if let place = numbers.index(forKey: name) {
      numbers.values[place] += times
    } else {
      let hasRoom = numbers.count < Limits.countedNames
      numbers[hasRoom ? name : Tally.other, default: 0] += times
    }
  }

  /// Counts all that the other one counted.
  mutating func add(_ other: Tally) {
    for (name, number) in other.numbers { count(name, times: number) }
  }
}

extension Tally: Equatable {
  /// Whether both counted the same, in whatever order.
  package static func == (left: Tally, right: Tally) -> Bool {
    left.numbers.count == right.numbers.count
      && left.numbers.allSatisfy { right.numbers[$0.key] == $0.value }
  }
}

extension Double {
  /// Adds seconds that the platform told, unless the sum would be no number any more: JSON has
  /// durations of 1e308, and cannot write an infinite sum of them.
  mutating func add(seconds: Double) {
    let sum = self + seconds
    if sum.isFinite { self = sum }
  }
}

extension Board {
  mutating func turnDay(at now: Timestamp, utcOffset: Int) {
    let day = LocalTime(now, utcOffset: utcOffset).day
    guard today.day != day else { return }
    // What came before the first frame belongs to the day of the first frame.
    if today.day != nil { today = DayTotals() }
    today.day = day
  }
}
