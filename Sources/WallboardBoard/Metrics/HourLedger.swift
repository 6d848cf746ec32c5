import WallboardEvents

/// What was counted in the last hour, minute by minute: always of the same size.
package struct HourLedger: Equatable, Sendable {
  /// The minutes that are kept, the running one included.
  package static let minutes = 60

  /// The sum of all minutes.
  package private(set) var total = MinuteTally()
  private var buckets = [MinuteTally](repeating: MinuteTally(), count: HourLedger.minutes)
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
