/// When which alert is raised.
package struct AlertSettings: Equatable, Sendable {
  /// The rule of each kind.
  package var rules = AlertRule.defaults

  /// The rules of a person who set none.
  package init() {}
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
