package import OrderedCollections

/// When which alert is raised.
package struct AlertSettings: Equatable, Sendable {
  /// The rule of each kind.
  package var rules = AlertRule.defaults
  /// The rules of a person's own by their names, in their order; at most ``Limits/numberRules``.
  package var numberRules: OrderedDictionary<String, NumberRule> = [:]
  /// The rules about each call; as many as there may be of those, together.
  package var callRules: OrderedDictionary<String, CallRule> = [:]

  /// The rules of a person who set none.
  package init() {}

  /// How long a condition must stand before it is raised, in seconds.
  func minimumDuration(of key: AlertKey) -> Int64 {
    if case .rule(let name) = key.subject { return numberRules[name]?.minimumDuration ?? 0 }
    if case .ruleOfCall(let name, _) = key.subject { return callRules[name]?.minimumDuration ?? 0 }
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
  /// How many must have failed, where the value is a share: of few, a share says nothing.
  package var least: Int

  /// A rule that is looked at.
  package init(
    warning: Double?, critical: Double?, for minimumDuration: Int64 = 0, least: Int = 0
  ) {
    self.warning = warning
    self.critical = critical
    self.minimumDuration = minimumDuration
    self.least = least
  }
}

extension [AlertKind: AlertRule] {
  /// The rule of a kind; `nil` where nobody wants to know.
  func rule(of kind: AlertKind) -> AlertRule? { self[kind].flatMap { $0.isOn ? $0 : nil } }

  /// The alert that a risk in a call raises while no operator speaks with the caller: that of the worse
  /// one, unless nobody wants to know of it.
  func risk(of call: Call) -> (kind: AlertKind, severity: Severity)? {
    guard call.hasCriticalRisk || call.hasSafetyConcern, !call.isTakenCareOf else { return nil }
    if call.hasCriticalRisk, let severity = rule(of: .criticalRisk)?.severity(of: 1) {
      return (.criticalRisk, severity)
    }
    guard call.hasSafetyConcern else { return nil }
    return rule(of: .safetyConcern)?.severity(of: 1).map { (.safetyConcern, $0) }
  }
}

extension AlertRule {
  /// How bad a value is; `nil` when it is not.
  package func severity(of value: Double) -> Severity? {
    if let critical, value >= critical { return .critical }
    if let warning, value >= warning { return .warning }
    return nil
  }

  /// The value from which on anything is wrong.
  package var threshold: Double? {
    guard let warning, let critical else { return warning ?? critical }
    return min(warning, critical)
  }
}
