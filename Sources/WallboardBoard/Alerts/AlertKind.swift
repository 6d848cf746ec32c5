/// What an alert can be about; the raw value is its name in `config.toml`.
package enum AlertKind: String, CaseIterable, Sendable {
  /// A caller has asked for a human; seconds.
  case escalationWaiting = "escalation_waiting"
  /// The platform sees a critical risk in a call that no operator has taken over; 1.
  case criticalRisk = "critical_risk"
  /// A rule of safety has found something in such a call; 1.
  case safetyConcern = "safety_concern"
  /// The caller of such a call is angry or distressed; seconds.
  case callerUpset = "caller_upset"
  /// Tools have failed in a followed call; so many.
  case toolsFailing = "tools_failing"
  /// A call lasts; seconds.
  case callTooLong = "call_too_long"
  /// Operators are registered and none of them is online or busy; 1.
  case noOperatorOnline = "no_operator_online"
  /// An operator is busy and on no call; seconds.
  case operatorBusyWithoutCall = "operator_busy_without_call"
  /// A form waits for staff, to be sent or reviewed; seconds in its stage.
  case surfaceStuck = "surface_stuck"
  /// Syncs of one pipeline source fail; the share of the last hour's.
  case pipelineError = "pipeline_error"
  /// Runs of one trigger fail; the share of the last hour's.
  case triggerFailed = "trigger_failed"
  /// E-mails and voicemails are not delivered; the share of the last hour's.
  case deliveryFailed = "delivery_failed"
  /// Nothing was heard from the stream; seconds.
  case streamStale = "stream_stale"
  /// No call has started for so many times the usual pause between two.
  case unusualSilence = "unusual_silence"
  /// What a rule of a person's own asks of the numbers holds; 1.
  case rule = "rules"
  /// What such a rule asks of a call holds; 1. It is set where the others are.
  case callRule = "rule_of_call"
}

/// What tells one kind of alert from another. How each is looked for stands in ``AlertSearch``.
extension AlertKind {
  /// What is wrong, in a few words for a person; whom it is about; how its values are told; when it is
  /// raised unless a person set something else.
  private var traits: (title: String, rank: AlertRank, unit: AlertUnit, rule: AlertRule?) {
    switch self {
    case .escalationWaiting:
      ("Caller waiting", .waiting, .stopwatch, AlertRule(warning: 20, critical: 60))
    case .criticalRisk:
      ("Critical risk", .risk, .none, AlertRule(warning: nil, critical: 1))
    case .safetyConcern:
      ("Safety concern", .risk, .none, AlertRule(warning: 1, critical: nil))
    case .callerUpset:
      ("Caller upset", .risk, .stopwatch, AlertRule(warning: 60, critical: nil))
    case .toolsFailing: ("Tools failing", .risk, .count, AlertRule(warning: 3, critical: nil))
    case .callTooLong:
      ("Long call", .operators, .stopwatch, AlertRule(warning: 1_200, critical: 2_700))
    case .noOperatorOnline:
      ("Nobody signed in", .operators, .none, AlertRule(warning: nil, critical: 1, for: 15))
    case .operatorBusyWithoutCall:
      ("Busy without a call", .operators, .coarse, AlertRule(warning: 300, critical: 900))
    case .surfaceStuck:
      ("Form stuck", .messages, .coarse, AlertRule(warning: 1_800, critical: 14_400))
    case .pipelineError:
      ("Data source failing", .platform, .share, AlertRule(warning: 0.2, critical: 0.5, least: 3))
    case .triggerFailed:
      ("Trigger failing", .platform, .share, AlertRule(warning: 0.2, critical: 0.5, least: 3))
    case .deliveryFailed:
      ("Not delivered", .messages, .share, AlertRule(warning: 0.05, critical: 0.25, least: 5))
    case .streamStale:
      ("Nothing received", .stream, .stopwatch, AlertRule(warning: 45, critical: 120))
    case .unusualSilence:
      ("Unusually quiet", .platform, .times, AlertRule(warning: 6, critical: 10))
    case .rule: ("Your rule: numbers", .operators, .none, nil)
    case .callRule: ("Your rule: calls", .risk, .none, nil)
    }
  }

  package var title: String { traits.title }

  /// How its values are told.
  package var unit: AlertUnit { traits.unit }

  /// Whether `config.toml` has a table of its name.
  package var isSet: Bool { defaultRule != nil }

  /// The rule of a person who set none.
  fileprivate var defaultRule: AlertRule? { traits.rule }

  /// Whom it is about.
  var rank: AlertRank { traits.rank }

  /// Whether it is about a caller who may need somebody without having asked for anybody.
  package var isAboutCaller: Bool { rank == .risk }

  /// Whether what is found counts although the board is not current: that it is not, and rules of
  /// numbers, of which only those are read then that are known all the same.
  var isJudgedInSilence: Bool { self == .streamStale || self == .rule }
}

/// Whom an alert is about: people before machines.
enum AlertRank: Int, Comparable {
  /// A caller who waits for an operator.
  case waiting
  /// A caller who may need somebody.
  case risk
  /// Operators, and how calls go.
  case operators
  /// The stream, without which nobody sees who waits.
  case stream
  case platform
  /// Emails, voicemails and forms: nobody is on the line.
  case messages

  static func < (left: AlertRank, right: AlertRank) -> Bool { left.rawValue < right.rawValue }

  /// Whether it is about machines and messages, which are less urgent at their worst than people.
  var isOfThings: Bool { self >= .platform }
}

/// How the values of a kind of alert are told.
package enum AlertUnit: Sendable {
  /// A length of time that a person waits or that is watched: it ticks.
  case stopwatch
  /// A length of time of which minutes are enough.
  case coarse
  /// So many.
  case count
  /// What failed, as a part of all in the last hour.
  case share
  /// So many times what is usual.
  case times
  /// It holds, or not.
  case none

  /// A value as `config.toml` has it: `"1m30s"`, `"25%"`, `3`.
  package func setting(_ value: Double) -> String {
    switch self {
    case .stopwatch, .coarse: "\"\(Metric.Unit.seconds.quantity(value))\""
    case .share: "\"\(Metric.Unit.share.quantity(value))\""
    case .count, .times, .none: Metric.Unit.count.quantity(value)
    }
  }

  /// Whether it is a length of time, in seconds.
  var isLength: Bool {
    switch self {
    case .stopwatch, .coarse: true
    case .count, .share, .times, .none: false
    }
  }
}

extension AlertRule {
  /// The rules of a person who set none.
  package static let defaults: [AlertKind: AlertRule] = AlertKind.allCases.reduce(into: [:]) {
    $0[$1] = $1.defaultRule
  }
}
