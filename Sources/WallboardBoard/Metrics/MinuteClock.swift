import WallboardEvents

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
    return Int(min(now - newest, Int64(HourLedger.minutes) + 1))
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
