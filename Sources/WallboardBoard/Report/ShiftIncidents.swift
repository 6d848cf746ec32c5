import WallboardEvents

extension Alert: Ranked {
  /// The worst first, of equally bad ones the longest.
  package static func precedes(_ one: Alert, _ other: Alert) -> Bool {
    (one.worstSeverity, one.length, other.number) > (other.worstSeverity, other.length, one.number)
  }

  /// Milliseconds; of one that is not over, without an end.
  private var length: Int64 { resolvedAt.map { $0.milliseconds(since: since) } ?? .max }
}

/// The alerts of a time. One that lasted when it began is one of them.
package struct ShiftIncidents: Sendable {
  /// As each was at its worst; the worst first.
  package private(set) var alerts = Largest<Alert>(limit: Limits.reportAlerts)
  package private(set) var critical = 0
  /// Those that had ended before this are counted. What ended later may be taken up again.
  private var settled: Timestamp

  init(from time: Timestamp) {
    settled = time.advanced(milliseconds: -1)
  }

  /// Takes what is over for good, after a second has passed.
  mutating func look(at board: Board) {
    let until = board.now.advanced(milliseconds: -Incidents.flappingTime - 1)
    guard until > settled else { return }
    take(from: board.alerts) { $0 <= until }
    settled = until
  }

  /// Takes what is over, and what lasts.
  mutating func finish(on board: Board) {
    take(from: board.alerts) { _ in true }
    board.alerts.active.forEachRow { lasting in
      var alert = lasting
      alert.value = alert.worstValue
      add(alert)
    }
  }

  /// The newest are last, and in most seconds none is over.
  private mutating func take(from incidents: Incidents, _ isDue: (Timestamp) -> Bool) {
    let new = incidents.history.reversed().prefix { $0.resolvedAt.map { $0 > settled } ?? false }
    for alert in new.reversed() where alert.resolvedAt.map(isDue) == true { add(alert) }
  }

  private mutating func add(_ alert: Alert) {
    alerts.add(alert)
    if alert.worstSeverity == .critical { critical += 1 }
  }
}
