package import WallboardEvents

/// By how much the clocks of a place are ahead of UTC, and when that changes.
package struct UTCOffsets: Equatable, Sendable {
  /// That clocks are put forward or back.
  package struct Change: Hashable, Sendable {
    package let at: Timestamp
    /// Seconds from then on.
    package let offset: Int

    /// A change to that offset.
    package init(at time: Timestamp, to offset: Int) {
      at = time
      self.offset = offset
    }
  }

  /// Seconds before the first change.
  package let first: Int
  /// In order of time.
  package let changes: [Change]

  /// An offset and what it becomes; `changes` are in order of time.
  package init(_ first: Int, changes: [Change] = []) {
    self.first = first
    self.changes = changes
  }

  /// The seconds at that moment.
  package func offset(at time: Timestamp) -> Int {
    changes.last { $0.at <= time }?.offset ?? first
  }

  /// What calendars and clocks show at that moment.
  package func localTime(_ time: Timestamp) -> LocalTime {
    LocalTime(time, utcOffset: offset(at: time))
  }

  /// The moments at which clocks show that, the earliest first: two in an hour that comes twice. In
  /// one that is left out, the moment at which they would have without the change, as mktime(3).
  func moments(of local: LocalTime) -> [Timestamp] {
    let offsets = Set(changes.map(\.offset) + [first]).sorted(by: >)
    let moments = offsets.map { local.timestamp(utcOffset: $0) }
    let shown = zip(moments, offsets).filter { offset(at: $0) == $1 }.map { $0.0 }
    guard shown.isEmpty else { return shown }
    return moments.first.map { [local.timestamp(utcOffset: offset(at: $0))] } ?? []
  }

  /// Whether the clocks show later once more what they show at that moment.
  package func comesAgain(_ time: Timestamp) -> Bool {
    moments(of: localTime(time)).contains { $0.seconds > time.seconds }
  }
}
