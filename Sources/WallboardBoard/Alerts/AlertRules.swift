import DequeModule
import OrderedCollections
import WallboardEvents

/// What an alert can be about; the raw value is its name in `config.toml`.
package enum AlertKind: String, CaseIterable, Sendable {
  /// A caller has asked for a human; seconds.
  case escalationWaiting = "escalation_waiting"
  /// A call lasts; seconds.
  case callTooLong = "call_too_long"
  /// Operators are registered and none of them is online or busy; 1.
  case noOperatorOnline = "no_operator_online"
  /// An operator is busy and on no call; seconds.
  case operatorBusyWithoutCall = "operator_busy_without_call"
  /// A form waits for staff, to be sent or reviewed; seconds in its stage.
  case surfaceStuck = "surface_stuck"
  /// Errors of one pipeline source in the last ten minutes.
  case pipelineError = "pipeline_error"
  /// Failures of one trigger in the last ten minutes.
  case triggerFailed = "trigger_failed"
  /// E-mails and voicemails that were not delivered in the last ten minutes.
  case deliveryFailed = "delivery_failed"
  /// Nothing was heard from the stream; seconds.
  case streamStale = "stream_stale"
  /// No call has started for so many times the usual pause between two.
  case unusualSilence = "unusual_silence"
  /// What a rule of a person's own asks of the numbers holds; 1.
  case rule = "rules"
}

/// What tells one kind of alert from another. How each is looked for stands in ``AlertSearch``.
extension AlertKind {
  /// What is wrong, in a few words for a person; how its values are told; when it is raised unless a
  /// person set something else.
  private var traits: (title: String, unit: AlertUnit, rule: AlertRule?) {
    switch self {
    case .escalationWaiting:
      ("Waits for a human", .stopwatch, AlertRule(warning: 20, critical: 60))
    case .callTooLong: ("Call lasts long", .stopwatch, AlertRule(warning: 1_200, critical: 2_700))
    case .noOperatorOnline:
      ("No operator online", .none, AlertRule(warning: nil, critical: 1, for: 15))
    case .operatorBusyWithoutCall:
      ("Busy without a call", .coarse, AlertRule(warning: 300, critical: 900))
    case .surfaceStuck: ("Form is stuck", .coarse, AlertRule(warning: 1_800, critical: 14_400))
    case .pipelineError: ("Data source fails", .failures, AlertRule(warning: 1, critical: 3))
    case .triggerFailed: ("Trigger fails", .failures, AlertRule(warning: 1, critical: 3))
    case .deliveryFailed: ("Not delivered", .failures, AlertRule(warning: 1, critical: 5))
    case .streamStale: ("Nothing is heard", .stopwatch, AlertRule(warning: 45, critical: 120))
    case .unusualSilence: ("Unusually quiet", .times, AlertRule(warning: 6, critical: 10))
    case .rule: ("Rule of numbers", .none, nil)
    }
  }

  package var title: String { traits.title }

  /// How its values are told.
  package var unit: AlertUnit { traits.unit }

  /// The rule of a person who set none.
  fileprivate var defaultRule: AlertRule? { traits.rule }

  /// Of alerts that are equally bad, those come first by which people wait without being seen.
  var rank: Int { self == .noOperatorOnline || self == .streamStale ? 0 : 1 }

  /// Whether what is found counts although the board is not current: that it is not, and rules of
  /// numbers, of which only those are read then that are known all the same.
  var isJudgedInSilence: Bool { self == .streamStale || self == .rule }
}

/// How the values of a kind of alert are told.
package enum AlertUnit: Sendable {
  /// A length of time that a person waits or that is watched: it ticks.
  case stopwatch
  /// A length of time of which minutes are enough.
  case coarse
  /// So many in ten minutes.
  case failures
  /// So many times what is usual.
  case times
  /// It holds, or not.
  case none

  /// A value as `config.toml` has it: `"1m30s"`, `3`.
  package func setting(_ value: Double) -> String {
    isLength ? "\"\(Metric.Unit.seconds.quantity(value))\"" : Metric.Unit.count.quantity(value)
  }

  /// Whether it is a length of time, in seconds.
  var isLength: Bool {
    switch self {
    case .stopwatch, .coarse: true
    case .failures, .times, .none: false
    }
  }
}

extension AlertRule {
  /// The rules of a person who set none.
  package static let defaults: [AlertKind: AlertRule] = AlertKind.allCases.reduce(into: [:]) {
    $0[$1] = $1.defaultRule
  }
}

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
  init(_ board: borrowing Board, by settings: AlertSettings, isCurrent: Bool) {
    rules = settings.rules
    now = board.now
    sightings.reserveCapacity(board.alerts.sightings.count)
    lookAtStream(board)
    lookAtCalls(board)
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
    let records = board.alerts.failures.records
    for (key, record) in records {
      find(key, value: Double(record.times.count), from: record.times.min())
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

  /// The rule of a kind; `nil` where nobody wants to know.
  private func rule(_ kind: AlertKind) -> AlertRule? { rules[kind].flatMap { $0.isOn ? $0 : nil } }

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
