package import OrderedCollections

/// When which alert is raised.
package struct AlertSettings: Equatable, Sendable {
  /// The rule of each kind.
  package var rules = AlertRule.defaults
  /// The rules of a person's own by their names, in their order; at most ``Limits/numberRules``.
  package var numberRules: OrderedDictionary<String, NumberRule> = [:]

  /// The rules of a person who set none.
  package init() {}

  /// How long a condition must stand before it is raised, in seconds.
  func minimumDuration(of key: AlertKey) -> Int64 {
    if case .rule(let name) = key.subject { return numberRules[name]?.minimumDuration ?? 0 }
    return rules[key.kind]?.minimumDuration ?? 0
  }
}

/// A rule of a person's own: what they ask of the numbers, and how bad it is when that holds.
package struct NumberRule: Equatable, Sendable {
  /// What is wrong when it holds.
  package let check: Check
  /// How bad that is.
  package let severity: Severity
  /// How long it must hold before the alert is raised, in seconds.
  package let minimumDuration: Int64

  /// A rule that is looked at.
  package init(_ check: Check, _ severity: Severity = .warning, for minimumDuration: Int64 = 0) {
    self.check = check
    self.severity = severity
    self.minimumDuration = minimumDuration
  }
}

/// When an alert of one kind is raised.
package struct AlertRule: Equatable, Sendable {
  /// Whether it is looked at.
  package var isOn = true
  /// The value from which on it is a warning, in the unit of the kind; `nil` never warns.
  package var warning: Double?
  /// The value from which on it is critical; `nil` never is.
  package var critical: Double?
  /// How long the value must stand before the alert is raised, in seconds.
  package var minimumDuration: Int64

  /// A rule that is looked at.
  package init(warning: Double?, critical: Double?, for minimumDuration: Int64 = 0) {
    self.warning = warning
    self.critical = critical
    self.minimumDuration = minimumDuration
  }

  /// The rules of a person who set none.
  package static let defaults: [AlertKind: AlertRule] = [
    .escalationWaiting: AlertRule(warning: 20, critical: 60),
    .callTooLong: AlertRule(warning: 1_200, critical: 2_700),
    .noOperatorOnline: AlertRule(warning: nil, critical: 1, for: 15),
    .operatorBusyWithoutCall: AlertRule(warning: 300, critical: 900),
    .surfaceStuck: AlertRule(warning: 1_800, critical: 14_400),
    .pipelineError: AlertRule(warning: 1, critical: 3),
    .triggerFailed: AlertRule(warning: 1, critical: 3),
    .deliveryFailed: AlertRule(warning: 1, critical: 5),
    .streamStale: AlertRule(warning: 45, critical: 120),
    .unusualSilence: AlertRule(warning: 6, critical: 10),
  ]
}
