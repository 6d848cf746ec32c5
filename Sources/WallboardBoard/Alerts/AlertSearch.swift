import OrderedCollections
import WallboardEvents

/// What the rules find on a board at one moment.
///
/// Things are looked at where they are, and a key is made of what is found: there may be thousands.
struct AlertSearch {
  private let rules: [AlertKind: AlertRule]
  private let now: Timestamp
  private(set) var findings: [AlertFinding] = []
  /// When the board saw a condition that no event dates: a caller waiting for the first time, an
  /// operator on a call for the last time.
  private(set) var sightings: [AlertKey: Timestamp] = [:]
  /// Rules of which nobody can say whether they hold, for lack of numbers.
  private(set) var undecided: Set<AlertKey> = []

  /// Looks for what any rule finds wrong. `isCurrent` says whether the board is how things
  /// stand. It is borrowed, for an initialiser would take a copy.
  init(
    _ board: borrowing Board, by settings: AlertSettings, isCurrent: Bool,
    _ disclosure: Disclosure
  ) {
    rules = settings.rules
    now = board.now
    sightings.reserveCapacity(board.alerts.sightings.count)
    lookAtStream(board)
    lookAtCalls(board)
    lookAtRisks(board)
    lookAtTools(board)
    if !settings.callRules.isEmpty { lookAtCalls(board, by: settings.callRules, disclosure) }
    lookAtOperators(board)
    lookAtSurfaces(board)
    lookAtFailures(board)
    lookAtSilence(board)
    if !settings.numberRules.isEmpty {
      lookAtNumbers(board, by: settings.numberRules, isCurrent: isCurrent)
    }
  }

  private mutating func lookAtStream(_ board: Board) {
    guard let start = board.connection.lastHeardAt ?? board.alerts.startedAt else { return }
    let key = AlertKey(.streamStale)
    guard !board.connection.isOpen, let known = board.alerts.active[key] else {
      return find(key, from: start)
    }
    // What is away does not come back because the clock was set back.
    find(key, value: max(known.value, Double(now.seconds(since: start))))
  }

  private mutating func lookAtCalls(_ board: Board) {
    let (waiting, tooLong) = (rule(.escalationWaiting), rule(.callTooLong))
    let now = now
    board.calls.forEachRow(where: { call in
      call.escalation?.isWaiting == true || tooLong?.finds(now, since: call.since) == true
    }) { call in
      if let escalation = call.escalation, escalation.isWaiting {
        let key = AlertKey(.escalationWaiting, .call(call.callSID))
        find(key, by: waiting, from: escalation.requestedAt ?? sight(key, in: board))
      }
      find(AlertKey(.callTooLong, .call(call.callSID)), by: tooLong, from: call.since)
    }
  }

  /// Of the calls that no operator has taken over.
  private mutating func lookAtRisks(_ board: Board) {
    let upset = rule(.callerUpset)
    let rules = rules
    board.calls.forEachRow(where: { call in
      rules.risk(of: call) != nil || upset != nil && call.isUpset && !call.isTakenCareOf
    }) { call in
      if let risk = rules.risk(of: call) {
        find(AlertKey(risk.kind, .call(call.callSID)), value: 1)
      }
      guard upset != nil, call.isUpset else { return }
      let key = AlertKey(.callerUpset, .call(call.callSID))
      find(key, by: upset, from: sight(key, in: board))
    }
  }

  private mutating func lookAtTools(_ board: Board) {
    board.observations.forEachRow(where: { $0.failedTools > 0 }) { observation in
      guard board.calls.contains(observation.callSID) else { return }
      find(
        AlertKey(.toolsFailing, .call(observation.callSID)),
        value: Double(observation.failedTools))
    }
  }

  private mutating func lookAtCalls(
    _ board: Board, by rules: OrderedDictionary<String, CallRule>, _ disclosure: Disclosure
  ) {
    board.calls.forEachRow { call in
      for (name, rule) in rules where rule.condition.holds(of: call, in: board, disclosure) {
        let key = AlertKey(.callRule, .ruleOfCall(name, call.callSID))
        findings.append(
          AlertFinding(key: key, severity: rule.severity, value: 1, start: nil, since: nil))
      }
    }
  }

  private mutating func lookAtOperators(_ board: Board) {
    // Who is on which call, and who else there is, the read alone tells.
    guard board.reads[.operators]?.succeededAt != nil else { return }
    var isAnyReachable = board.operators.isEmpty
    board.operators.forEachRow { person in
      // A status that is not known may be any.
      if person.status != .known(.offline) { isAnyReachable = true }
      if person.status == .known(.busy) { lookAtBusy(person, in: board) }
    }
    if !isAnyReachable { find(AlertKey(.noOperatorOnline), value: 1) }
  }

  /// An operator who stays busy after a call counts from its end.
  private mutating func lookAtBusy(_ person: Operator, in board: Board) {
    let key = AlertKey(.operatorBusyWithoutCall, .operator(person.operatorID))
    guard person.callSID == nil, person.awaitedCallSID == nil else {
      sightings[key] = now
      return
    }
    let seen = board.alerts.sightings[key]
    sightings[key] = seen
    guard let since = [person.statusSince, seen].compactMap(\.self).max() else { return }
    find(key, from: since)
  }

  private mutating func lookAtSurfaces(_ board: Board) {
    guard let stuck = rule(.surfaceStuck) else { return }
    let now = now
    board.surfaces.forEachRow(where: { surface in
      surface.awaitsStaff && stuck.finds(now, since: surface.stageSince)
    }) { surface in
      find(
        AlertKey(.surfaceStuck, .surface(surface.surfaceID)), by: stuck, from: surface.stageSince)
    }
  }

  private mutating func lookAtFailures(_ board: Board) {
    for (key, record) in board.alerts.outcomes.records {
      let outcomes = record.outcomes
      guard let rule = rule(key.kind), outcomes.failed >= rule.least, let share = outcomes.share,
        let severity = rule.severity(of: share)
      else { continue }
      findings.append(
        AlertFinding(
          key: key, severity: severity, value: share, start: nil, since: nil, outcomes: outcomes))
    }
  }

  private mutating func lookAtSilence(_ board: Board) {
    let rhythm = board.alerts.rhythm
    guard let pause = rhythm.usualPause, let last = rhythm.lastStart else { return }
    // Of what a gap has swallowed nobody knows whether calls started.
    let start = max(last, board.connection.gapEndedAt ?? last)
    let silence = now.seconds(since: start)
    guard silence >= CallRhythm.shortestSilence else { return }
    find(AlertKey(.unusualSilence), value: Double(silence) / pause, from: start)
  }

  /// Reads each number that any rule asks for once. Unless the board is current none is known but for
  /// how long nothing was heard.
  private mutating func lookAtNumbers(
    _ board: Board, by rules: OrderedDictionary<String, NumberRule>, isCurrent: Bool
  ) {
    let asked = rules.values.reduce(into: Set<Metric>()) { $0.formUnion($1.check.metrics) }
    let numbers = board.reading(of: isCurrent ? Array(asked) : [.stale])
    for (name, rule) in rules {
      let key = AlertKey(.rule, .rule(name))
      switch rule.check.truth(in: numbers) {
      case false: break
      case nil: undecided.insert(key)
      case true:
        let reasons = rule.check.findings(in: numbers).prefix(Limits.alertReasons)
        findings.append(
          AlertFinding(
            key: key, severity: rule.severity, value: 1, start: nil, since: nil,
            reasons: Array(reasons)))
      }
    }
  }

  /// When the board first saw what holds now.
  private mutating func sight(_ key: AlertKey, in board: Board) -> Timestamp {
    let first = board.alerts.sightings[key] ?? now
    sightings[key] = first
    return first
  }

  private func rule(_ kind: AlertKind) -> AlertRule? { rules.rule(of: kind) }

  private mutating func find(_ key: AlertKey, from start: Timestamp) {
    find(key, by: rule(key.kind), from: start)
  }

  private mutating func find(
    _ key: @autoclosure () -> AlertKey, by rule: AlertRule?, from start: Timestamp
  ) {
    let value = Double(now.seconds(since: start))
    guard let rule, let threshold = rule.threshold, let severity = rule.severity(of: value)
    else { return }
    findings.append(
      AlertFinding(
        key: key(), severity: severity, value: value, start: start,
        since: start.advanced(seconds: threshold)))
  }

  private mutating func find(
    _ key: AlertKey, value: Double, from start: @autoclosure () -> Timestamp? = nil
  ) {
    guard let severity = rule(key.kind)?.severity(of: value) else { return }
    findings.append(
      AlertFinding(key: key, severity: severity, value: value, start: start(), since: nil))
  }
}

extension AlertRule {
  /// Whether anything is wrong with what has gone on since then.
  fileprivate func finds(_ now: Timestamp, since start: Timestamp) -> Bool {
    severity(of: Double(now.seconds(since: start))) != nil
  }
}

extension Surface {
  /// Whether staff must act before the form can go on: send it, or review it.
  fileprivate var awaitsStaff: Bool {
    switch stage {
    case .created, .pendingReview: true
    case .submitted: reviewRequired == true
    case .delivered, .opened, .inProgress, .approved, .rejected, .archived: false
    }
  }
}

extension Board {
  /// By a method that changes nothing: the board is not copied for it.
  func search(
    by settings: AlertSettings, isCurrent: Bool, _ disclosure: Disclosure
  ) -> AlertSearch {
    AlertSearch(self, by: settings, isCurrent: isCurrent, disclosure)
  }
}
