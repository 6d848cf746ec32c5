/// What is aimed at with a number, and from where on it is a matter of alarm.
package struct Target: Equatable, Sendable {
  /// The value that should be kept, in the unit of the number.
  package var goal: Double
  /// The value from which on it is critical; `nil` where missing the goal is the worst.
  package var critical: Double?
  /// Whether the goal itself is missed already, as where an alert is raised from there on.
  package private(set) var isBound = false

  /// A target. Whether more or less is better, the two tell: a critical value below the goal means
  /// that more is better, and so does a goal of a number of which more is better.
  package init(goal: Double, critical: Double? = nil) {
    self.goal = goal
    self.critical = critical
  }

  /// What an alert's thresholds mean for a number; `nil` without any.
  init?(_ rule: AlertRule) {
    guard let threshold = rule.threshold else { return nil }
    goal = threshold
    critical = rule.critical
    isBound = true
  }

  /// The targets of a person who set none, of the numbers that no alert watches.
  package static let defaults: [Metric: Target] = [
    .answerSpeed: Target(goal: 30, critical: 90),
    .escalationRate: Target(goal: 0.25, critical: 0.5),
    .abandonmentRate: Target(goal: 0.05, critical: 0.1),
    .occupancy: Target(goal: 0.85, critical: 0.95),
    .toolFailureRate: Target(goal: 0.05, critical: 0.2),
    .replyP95: Target(goal: 1_500, critical: 3_000),
    .problems: Target(goal: 0),
  ]
}

extension Target {
  /// How bad that value of the number is; `nil` within the target.
  package func severity(of value: Double, for metric: Metric) -> Severity? {
    let sign = isFloor(of: metric) ? -1.0 : 1
    if let critical, value * sign >= critical * sign { return .critical }
    let isMissed = isBound ? value * sign >= goal * sign : value * sign > goal * sign
    return isMissed ? .warning : nil
  }

  /// Whether the number should not be less than the goal, rather than not more.
  package func isFloor(of metric: Metric) -> Bool {
    guard let critical, critical != goal else { return metric.better == .more }
    return critical < goal
  }
}
