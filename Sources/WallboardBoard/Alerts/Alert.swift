import OrderedCollections
package import WallboardEvents

/// What an alert is about.
package enum AlertSubject: Hashable, Sendable {
  case workspace
  case call(CallSID)
  case `operator`(OperatorID)
  case surface(SurfaceID)
  /// A trigger, or a source of a pipeline.
  case source(BoundedString)
  /// A rule of ``AlertSettings/numberRules``, by its name.
  case rule(String)
  /// A call of which a rule of ``AlertSettings/callRules`` holds, by the rule's name.
  case ruleOfCall(String, CallSID)
}

/// One thing that can go wrong with one subject. While it lasts it is one incident.
package struct AlertKey: TableKey {
  package let kind: AlertKind
  package let subject: AlertSubject

  /// That kind of alert about that subject.
  package init(_ kind: AlertKind, _ subject: AlertSubject = .workspace) {
    self.kind = kind
    self.subject = subject
  }

  /// Of the kind nothing goes into it: few are about one subject, and it would be a text.
  package func hash(into hasher: inout Hasher) { hasher.combine(subject) }
}

/// An incident: raised, perhaps acknowledged, at last resolved.
package struct Alert: Equatable, Sendable {
  /// Counts up; an incident keeps its number.
  package let number: UInt64
  package let key: AlertKey
  /// How bad it is; once resolved, how bad it was at its worst.
  package var severity: Severity
  /// The newest value, in the unit of the kind; once resolved, the worst.
  package var value: Double
  /// Since when it goes on: that which lasts too long began then, or the first failure came.
  package let since: Timestamp
  /// When it was raised: when it was past the rule's threshold for as long as the rule demands.
  package let raisedAt: Timestamp
  /// When a person took note of it.
  package var acknowledgedAt: Timestamp?
  package var resolvedAt: Timestamp?
  /// The caller of the call that it is about, who is remembered when the call is over.
  package var caller: Protected<PersonalIdentifier>?
  /// What its subject is called, as far as it has a name: the service of a call, an operator, a
  /// form, a trigger.
  package var label: BoundedString?
  /// The numbers by which a rule of them holds, as they were when it last did; at most
  /// ``Limits/alertReasons``.
  package private(set) var reasons: [Check.Finding]
  /// Of what the value is a share, where it is one.
  package private(set) var outcomes: Outcomes?
  /// How bad it ever was.
  package private(set) var worstSeverity: Severity
  /// The worst value so far.
  package private(set) var worstValue: Double
  private(set) var worstOutcomes: Outcomes?

  /// An incident that was just raised.
  package init(
    number: UInt64, key: AlertKey, severity: Severity, value: Double, since: Timestamp,
    raisedAt: Timestamp, reasons: [Check.Finding] = [], outcomes: Outcomes? = nil
  ) {
    self.number = number
    self.key = key
    self.severity = severity
    self.value = value
    self.since = since
    self.raisedAt = raisedAt
    self.reasons = reasons
    self.outcomes = outcomes
    worstOutcomes = outcomes
    worstSeverity = severity
    worstValue = value
  }

  /// Whether it lasts and nobody took note of it.
  package var needsAttention: Bool { resolvedAt == nil && acknowledgedAt == nil }

  /// Whether it is known to go on although the board is not current: of a rule, where what it asks of
  /// the numbers was known in silence.
  package var isJudgedInSilence: Bool {
    key.kind.isJudgedInSilence && reasons.allSatisfy { $0.metric == .stale }
  }

  /// Takes how it stands now; `true` when it is critical for the first time. Who took note of a
  /// warning has not taken note of that.
  mutating func take(_ finding: AlertFinding) -> Bool {
    severity = finding.severity
    value = finding.value
    reasons = finding.reasons
    outcomes = finding.outcomes
    if value > worstValue { (worstValue, worstOutcomes) = (value, outcomes) }
    guard severity > worstSeverity else { return false }
    worstSeverity = severity
    acknowledgedAt = nil
    return true
  }

  /// Takes how it stands now if it still goes on, which nobody knows: what counts on is shown as bad as
  /// its number, and is no worse than it was known to be once it is over.
  mutating func show(_ finding: AlertFinding) {
    severity = finding.severity
    value = finding.value
  }

  mutating func resolve(at time: Timestamp) {
    severity = worstSeverity
    value = worstValue
    outcomes = worstOutcomes
    resolvedAt = time
  }

  /// Where it stands among others, the most urgent first: what nobody took note of; callers who wait;
  /// what else is about people, the worst first; machines and messages, the worst first; and of each
  /// what has gone on the longest.
  struct Urgency: Comparable {
    fileprivate let rank: Int
    fileprivate let since: Timestamp
    let number: UInt64

    static func < (left: Urgency, right: Urgency) -> Bool {
      (left.rank, left.since, left.number) < (right.rank, right.since, right.number)
    }
  }

  var urgency: Urgency {
    let about = key.kind.rank
    // A caller at the first second past the limit goes before the worst of all else.
    let standing = about == .waiting ? 0 : about.isOfThings ? 2 : 1
    let badness = severity == .critical ? 0 : 1
    let isKnown = acknowledgedAt == nil ? 0 : 1
    let rank = ((isKnown * 8 + standing) * 8 + badness) * 8 + about.rawValue
    return Urgency(rank: rank, since: since, number: number)
  }
}

extension Alert {
  /// What is wrong, in a few words for a person: a rule of their own has the name that they gave it.
  package var title: String {
    switch key.subject {
    case .rule(let name), .ruleOfCall(let name, _): name
    case .workspace, .call, .operator, .surface, .source: key.kind.title
    }
  }
}

extension AlertSubject {
  /// The key of the thing; `nil` for the workspace as a whole, and for a rule, which has a name.
  package var id: String? {
    switch self {
    case .workspace, .rule: nil
    case .call(let id), .ruleOfCall(_, let id): id.rawValue
    case .operator(let id): id.rawValue
    case .surface(let id): id.rawValue
    case .source(let id): id.string
    }
  }
}

extension AlertSubject {
  /// The call that it is about.
  package var callSID: CallSID? {
    switch self {
    case .call(let id), .ruleOfCall(_, let id): id
    case .workspace, .operator, .surface, .source, .rule: nil
    }
  }
}

extension Alert {
  /// Whether all is kept of what its subject is called.
  var isNamed: Bool {
    if key.subject.callSID != nil { return label != nil && caller != nil }
    return label != nil
  }

  /// Who or what it is about, such as a caller and a service, or the numbers of a rule; nothing
  /// where it is the workspace.
  package func names(in board: Board, _ disclosure: Disclosure) -> [String] {
    switch key.subject {
    case .workspace: return []
    case .rule: return Array(OrderedSet(reasons.map(\.reading)))
    case .call(let callSID), .ruleOfCall(_, let callSID):
      let call = board.calls[callSID]
      let caller = (call?.callerID ?? caller).map { $0.label("caller", disclosure) }
      let service = call.flatMap { board.serviceName(of: $0) } ?? label?.string
      return [caller ?? "call \(callSID.short)", service].compactMap(\.self)
    case .operator(let id):
      return [board.knownName(of: id)?.string ?? label?.string ?? id.short]
    case .surface(let id): return ["\(label?.string ?? "form") \(id.short)"]
    case .source(let source):
      return [label.flatMap { $0.isEmpty ? nil : $0.string } ?? source.short]
    }
  }
}

extension BoundedString {
  /// The end of a key, enough to tell it from its neighbours.
  fileprivate var short: String {
    string.utf8.count <= 12 ? string : "…" + string.suffix(8)
  }
}

extension Alert {
  /// What a field of the alert holds now.
  func value(of field: Field, in board: Board, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .severity: .text(severity.word)
    case .alert: .text(title + "\n" + key.kind.rawValue.withoutUnderscores)
    case .subject: .text(subjectWords(board, disclosure))
    case .value: key.kind.unit.isLength ? .length(value) : .number(value)
    case .since: .seconds((resolvedAt ?? board.now).seconds(since: since))
    case .state: .text(stateWords)
    // Fields of other things.
    case _: .none
    }
  }

  /// The key may be looked for, too.
  private func subjectWords(_ board: Board, _ disclosure: Disclosure) -> String {
    let names = names(in: board, disclosure)
    let shown = names.isEmpty ? "workspace" : names.joined(separator: " · ")
    return shown + (key.subject.id.map { "\n" + $0 } ?? "")
  }

  /// Other words for how it stands may be looked for, too.
  private var stateWords: String {
    if resolvedAt != nil { return "over\nresolved" }
    return acknowledgedAt == nil ? "open\nactive\nnew" : "acknowledged"
  }
}
