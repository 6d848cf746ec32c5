import DequeModule
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
    var waiting = undecided.isEmpty ? [:] : pending.filter { undecided.contains($0.key) }
    var new: [AlertFinding] = []
    var lasting = 0
    for finding in findings {
      let isJudged = isCurrent || finding.key.kind.isJudgedInSilence
      if goOn(finding, isJudged: isJudged, &loud) {
        lasting += 1
      } else if isJudged {
        new.append(finding)
      }
    }
    if lasting < active.count { resolve(allBut: findings, undecided, at: now) }
    let recent = new.isEmpty ? [] : recentlyResolved(at: now)
    for finding in new {
      guard active.count + waiting.count < Limits.activeAlerts,
        !recent.contains(finding.key) || !reopen(finding, &loud)
      else { continue }
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
    // Last, for what is not judged must not take the room of what is.
    for finding in findings where !isCurrent && !finding.key.kind.isJudgedInSilence {
      waiting[finding.key] = pending[finding.key]
    }
    pending = waiting
    if isDisordered { rearrange() }
    return loud.isEmpty ? [] : order.filter(loud.contains)
  }

  /// Takes how an incident stands that lasts, as far as its finding is judged.
  ///
  /// - Returns: Whether there is one.
  private mutating func goOn(
    _ finding: AlertFinding, isJudged: Bool, _ loud: inout Set<AlertKey>
  ) -> Bool {
    let change = active.update(finding.key) { alert in
      let severity = alert.severity
      guard isJudged else {
        alert.value = finding.value
        return (isLoud: false, isOther: false)
      }
      return (isLoud: alert.take(finding), isOther: severity != finding.severity)
    }
    guard let change else { return false }
    if change.isLoud { loud.insert(finding.key) }
    if change.isOther { isDisordered = true }
    revision &+= 1
    return true
  }

  private func recentlyResolved(at now: Timestamp) -> Set<AlertKey> {
    Set(history.reversed().prefix { $0.isRecent(at: now) }.map(\.key))
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
  ///
  /// - Returns: Whether there is one.
  private mutating func reopen(_ finding: AlertFinding, _ loud: inout Set<AlertKey>) -> Bool {
    guard let place = history.lastIndex(where: { $0.key == finding.key }) else { return false }
    var alert = history.remove(at: place)
    alert.resolvedAt = nil
    if alert.take(finding) { loud.insert(finding.key) }
    active[finding.key] = alert
    isDisordered = true
    return true
  }

  /// Ends the incidents that were not found, but for those that are undecided.
  private mutating func resolve(
    allBut findings: [AlertFinding], _ undecided: Set<AlertKey>, at now: Timestamp
  ) {
    let held = undecided.union(findings.map(\.key))
    for key in active.keys.filter({ !held.contains($0) }) {
      guard var alert = active.removeValue(forKey: key) else { continue }
      alert.resolve(at: now)
      history.append(alert)
      if history.count > Limits.alertHistory { history.removeFirst() }
      isDisordered = true
    }
  }

  /// Notes that a person took note of an incident.
  mutating func acknowledge(_ key: AlertKey, at now: Timestamp) {
    active.update(key) { $0.acknowledgedAt = now }
    rearrange()
  }
}

extension Alert {
  /// Whether it was over so short a time ago that its return is no other incident.
  fileprivate func isRecent(at now: Timestamp) -> Bool {
    let gone = resolvedAt.map { now.milliseconds(since: $0) } ?? 0
    return (0..<AlertBook.flappingTime).contains(gone)
  }
}

extension AlertKind {
  /// Whether what is found counts though the board is not current: that it is not, or numbers of which
  /// only those were read that are known all the same.
  fileprivate var isJudgedInSilence: Bool { self == .streamStale || self == .rule }
}
