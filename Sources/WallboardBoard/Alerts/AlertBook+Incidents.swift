import DequeModule
import OrderedCollections
import WallboardEvents

extension AlertBook {
  /// How long a condition must be gone before its return is another incident, in milliseconds.
  package static let flappingTime: Int64 = 5_000

  /// Makes incidents of what was found. Conditions that were not found are over, but for those that
  /// are undecided: they stay as they are. Unless the board is current, nothing gets worse but what is
  /// judged by silence: who is told may find that it has long been over.
  ///
  /// - Returns: What must be told of now, the most urgent first: what was raised or has become
  ///   critical.
  mutating func take(
    _ findings: [AlertFinding], undecided: Set<AlertKey> = [], by settings: AlertSettings,
    at now: Timestamp, isCurrent: Bool
  ) -> [AlertKey] {
    var loud: Set<AlertKey> = []
    var waiting = pending.filter { undecided.contains($0.key) }
    let held = undecided.union(findings.map(\.key))
    resolve(at: now) { !held.contains($0) }
    for finding in findings {
      guard isCurrent || finding.key.kind.isJudgedInSilence else {
        waiting[finding.key] = pending[finding.key]
        if active[finding.key] != nil {
          active[finding.key]?.value = finding.value
          revision &+= 1
        }
        continue
      }
      if let place = active.index(forKey: finding.key) {
        update(place, finding, &loud)
      } else if active.count + waiting.count < Limits.activeAlerts,
        !reopen(finding, at: now, &loud)
      {
        let minimum = settings.minimumDuration(of: finding.key)
        // A clock that was set back must not keep anything waiting.
        let since = min(pending[finding.key] ?? finding.since ?? now, now)
        if now.seconds(since: since) < minimum {
          waiting[finding.key] = since
        } else {
          raise(finding, since: min(finding.start ?? since, now), at: now)
          loud.insert(finding.key)
        }
      }
    }
    pending = waiting
    if isDisordered { rearrange() }
    return order.filter(loud.contains)
  }

  private mutating func update(
    _ place: Int, _ finding: AlertFinding, _ loud: inout Set<AlertKey>
  ) {
    let severity = active.values[place].severity
    if active.values[place].take(finding) { loud.insert(finding.key) }
    if severity != finding.severity { isDisordered = true }
    revision &+= 1
  }

  private mutating func raise(_ finding: AlertFinding, since: Timestamp, at now: Timestamp) {
    active[finding.key] = Alert(
      number: nextNumber, key: finding.key, severity: finding.severity, value: finding.value,
      since: since, raisedAt: now, reasons: finding.reasons)
    nextNumber &+= 1
    raisedCount &+= 1
    isDisordered = true
  }

  /// Takes up an incident again that was over a moment ago: to come and go is one incident.
  private mutating func reopen(
    _ finding: AlertFinding, at now: Timestamp, _ loud: inout Set<AlertKey>
  ) -> Bool {
    let isRecent = { (alert: Alert) in
      let gone = alert.resolvedAt.map { now.milliseconds(since: $0) } ?? 0
      return (0..<Self.flappingTime).contains(gone)
    }
    let recent = history.reversed().prefix { isRecent($0) }
    guard let place = recent.firstIndex(where: { $0.key == finding.key }) else { return false }
    var alert = history.remove(at: history.index(before: place.base))
    alert.resolvedAt = nil
    if alert.take(finding) { loud.insert(finding.key) }
    active[finding.key] = alert
    isDisordered = true
    return true
  }

  private mutating func resolve(at now: Timestamp, where isOver: (AlertKey) -> Bool) {
    let over = active.keys.indices.filter { isOver(active.keys[$0]) }
    guard !over.isEmpty else { return }
    for index in over {
      var alert = active.values[index]
      alert.resolve(at: now)
      history.append(alert)
      if history.count > Limits.alertHistory { history.removeFirst() }
      isDisordered = true
    }
    active.removeAll { isOver($0.key) }
  }

  /// Notes that a person took note of an incident.
  mutating func acknowledge(_ key: AlertKey, at now: Timestamp) {
    active[key]?.acknowledgedAt = now
    rearrange()
  }
}

extension AlertKind {
  /// Whether what is found counts though the board is not current: that it is not, or numbers of which
  /// only those were read that are known all the same.
  fileprivate var isJudgedInSilence: Bool { self == .streamStale || self == .rule }
}
