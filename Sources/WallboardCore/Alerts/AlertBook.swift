package import DequeModule
package import OrderedCollections

/// The alerts that last, and those that are over.
package struct AlertBook: Equatable, Sendable {
  /// The incidents that last, in the order in which they were raised.
  package internal(set) var active: OrderedDictionary<AlertKey, Alert> = [:]
  /// The incidents that are over, at most ``Limits/alertHistory``, oldest first.
  package internal(set) var history: Deque<Alert> = []
  /// Since when conditions hold that have not held for long enough.
  var pending: [AlertKey: Timestamp] = [:]
  var nextNumber: UInt64 = 0
  /// The second at which the rules were last looked at.
  var judgedSecond: Int64?
  /// Incidents that were raised since the start.
  package internal(set) var raisedCount = 0

  /// Nothing is wrong.
  package init() {}

  /// The incident of that number, as long as it is remembered.
  package func alert(_ number: UInt64) -> Alert? {
    active.values.first { $0.number == number } ?? history.first { $0.number == number }
  }

  /// The incidents that last: those that nobody took note of first, then the worst, then the oldest.
  package var ranked: [Alert] {
    active.values.sorted { ($0.rank, $0.raisedAt, $0.number) < ($1.rank, $1.raisedAt, $1.number) }
  }

  /// The incident that should be looked at first, if one lasts.
  package var mostUrgent: Alert? { ranked.first }
}

extension Alert {
  fileprivate var rank: Int {
    (acknowledgedAt == nil ? 0 : 10) + (severity == .critical ? 0 : 1)
  }
}
