package import DequeModule
import WallboardEvents

/// The alerts that last, and those that are over.
package struct Incidents: Equatable, Sendable {
  /// The incidents that last, at most ``Limits/activeAlerts``, in the order in which they were
  /// raised.
  package fileprivate(set) var active: Table<AlertKey, Alert> = [:]
  /// The incidents that are over, at most ``Limits/alertHistory``, oldest first.
  package fileprivate(set) var history: Deque<Alert> = []
  /// Counts the changes of what is listed here.
  package fileprivate(set) var revision: Revision = 0
  /// Incidents that were raised since the start.
  package fileprivate(set) var raisedCount = 0
  /// How calls usually follow each other.
  package fileprivate(set) var rhythm = CallRhythm()
  var outcomes = OutcomeLog()
  /// Since when conditions hold that have not held for long enough.
  var pending: [AlertKey: Timestamp] = [:]
  /// When the board saw a condition that no event dates (``AlertSearch/sightings``).
  var sightings: [AlertKey: Timestamp] = [:]
  /// The reads that have not come back since the stream was opened, and how many more times the
  /// rules wait for them.
  var awaitedReads: Set<SnapshotSource> = []
  private(set) var patience = 0
  private(set) var nextNumber: UInt64 = 0
  /// When the rules were first looked at.
  var startedAt: Timestamp?
  /// The second at which the rules were last looked at.
  private(set) var judgedSecond: Int64?
  /// The incidents that last, the most urgent first.
  private(set) var order: [AlertKey] = []
  /// Whether ``order`` has to be found anew.
  private(set) var isDisordered = false
  private var keys: [UInt64: AlertKey] = [:]

  /// Nothing is wrong.
  package init() {}

  /// The incident of that number, as long as it is remembered.
  package func alert(_ number: UInt64) -> Alert? {
    keys[number].flatMap { active[$0] } ?? history.first { $0.number == number }
  }

  /// The incidents that last, the most urgent first (``Alert/urgency``).
  package var ranked: [Alert] { order.compactMap { active[$0] } }

  /// The numbers of the incidents that last, the most urgent first, then of those that are over, the
  /// newest first.
  package var numbers: [UInt64] {
    order.compactMap { active.look(at: $0) { $0.number } } + history.reversed().map(\.number)
  }

  /// The incident that should be looked at first, if one lasts.
  package var mostUrgent: Alert? { order.first.flatMap { active[$0] } }

  /// How many last that nobody took note of.
  package var unacknowledged: Int {
    active.count { $0.needsAttention }
  }

  /// Notes that what is listed has changed, and puts it in order again.
  private mutating func rearrange() {
    isDisordered = false
    revision &+= 1
    keys = Dictionary(uniqueKeysWithValues: active.values.map { ($0.number, $0.key) })
    order = active.map(\.value.urgency).sorted().compactMap { keys[$0.number] }
  }
}

/// A condition that holds at this moment.
struct AlertFinding: Equatable {
  let key: AlertKey
  let severity: Severity
  let value: Double
  /// When that which lasts began; `nil` where only its presence is known.
  let start: Timestamp?
  /// Since when the value is past its threshold, where that follows from the value.
  let since: Timestamp?
  /// The numbers by which a rule of them holds.
  var reasons: [Check.Finding] = []
  /// Of what the value is a share.
  var outcomes: Outcomes?
}

extension Incidents {
  /// How long a condition must be gone before its return is another incident, in milliseconds.
  package static let flappingTime: Int64 = 5_000

  /// Makes incidents of what was found. A condition that was not found is over, unless it is undecided.
  /// While the board is not current only what is judged in silence is raised, and nobody is told that
  /// the rest gets worse: it may have ended unheard.
  ///
  /// - Returns: What a person is told of now, the most urgent first: what was raised or has become
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
      let isLoud = isJudged && alert.take(finding)
      if !isJudged { alert.show(finding) }
      return (isLoud: isLoud, isOther: severity != finding.severity)
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
      since: since, raisedAt: now, reasons: finding.reasons, outcomes: finding.outcomes)
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
    resolvedAt.map { now.isWithin(Incidents.flappingTime, after: $0) } ?? true
  }
}

extension Incidents {
  /// How many more times the rules wait for the reads of a stream that was just opened: about once
  /// a second.
  private static let longestPatience = 10

  /// Keeps what the rules need of an event.
  mutating func note(_ event: ReceivedEvent) {
    let time = min(event.at, event.receivedAt)
    if case .callStarted = event.event {
      rhythm.note(startAt: time, receivedAt: event.receivedAt)
    }
    outcomes.note(event.event, at: time)
  }

  /// Waits for the reads that the opening of the stream asks for: until they have come back, what
  /// is on the board may long be over.
  mutating func awaitReads() {
    awaitedReads = Set(SnapshotSource.allCases)
    patience = Self.longestPatience
  }

  /// Notes that a read has come back, or failed. After the last one the board is how things stand,
  /// and the rules are looked at in that same second: what is printed once all is there must not
  /// say that nothing is wrong because nobody has looked.
  mutating func endRead(of source: SnapshotSource) {
    guard awaitedReads.remove(source) != nil, awaitedReads.isEmpty else { return }
    judgedSecond = nil
  }

  /// Whether the rules are to be looked at: once a second.
  fileprivate mutating func beginSecond(at now: Timestamp) -> Bool {
    guard judgedSecond != now.seconds else { return false }
    judgedSecond = now.seconds
    startedAt = startedAt ?? now
    patience = max(0, patience - 1)
    return true
  }
}

extension Board {
  /// Looks at the rules, once a second: raises what has held for long enough, and resolves what
  /// holds no more.
  ///
  /// - Returns: At most one alarm, however much went wrong at once.
  mutating func judgeAlerts(by settings: BoardSettings) -> [Effect] {
    guard alerts.beginSecond(at: now) else { return [] }
    alerts.outcomes.expire(at: now)
    let isCurrent = isCurrent(staleAfter: settings.staleAfter)
    // A rule asks of a call what its row shows to everybody.
    let search = search(
      by: settings.alerts, isCurrent: isCurrent, settings.privacy.board(identifiersShown: false))
    alerts.sightings = search.sightings
    let loud = alerts.take(
      search.findings, undecided: search.undecided, by: settings.alerts, at: now,
      isCurrent: isCurrent)
    nameAlerts()
    return loud.isEmpty ? [] : [.alarm(loud.compactMap { alerts.active[$0] })]
  }

  /// Notes what the subjects of the alerts are called, while it is known.
  private mutating func nameAlerts() {
    var unnamed: [AlertKey] = []
    alerts.active.forEachRow(where: { !$0.isNamed }) { unnamed.append($0.key) }
    for key in unnamed {
      switch key.subject {
      case .workspace, .rule: break
      case .call(let callSID), .ruleOfCall(_, let callSID):
        let names = calls.look(at: callSID) { call in
          (
            caller: call.callerID,
            service: call.serviceName ?? call.serviceID.flatMap { services[$0] }
          )
        }
        guard let names else { break }
        alerts.active.update(key) { alert in
          alert.caller = names.caller ?? alert.caller
          alert.label = names.service
        }
      case .operator(let id): label(key, operators.look(at: id) { $0.name } ?? nil)
      case .surface(let id): label(key, surfaces.look(at: id) { $0.title } ?? nil)
      case .source: label(key, alerts.outcomes.records.look(at: key) { $0.name } ?? nil)
      }
    }
  }

  private mutating func label(_ key: AlertKey, _ name: BoundedString?) {
    if let name { alerts.active.update(key) { $0.label = name } }
  }
}
