/// What is aimed at with a number, and from where on it is a matter of alarm.
package struct Target: Equatable, Sendable {
  /// The value that should be kept, in the unit of the number.
  package var goal: Double
  /// The value from which on it is critical; `nil` where missing the goal is the worst.
  package var critical: Double?

  /// A target. Whether more or less is better, the two tell: a critical value below the goal means
  /// that more is better, and so does a goal of a number of which more is better.
  package init(goal: Double, critical: Double? = nil) {
    self.goal = goal
    self.critical = critical
  }

  /// The targets of a person who set none.
  package static let defaults: [Metric: Target] = [
    .waiting: Target(goal: 0, critical: 5),
    .longestWait: Target(goal: 60, critical: 180),
    .answerSpeed: Target(goal: 30, critical: 90),
    .escalationRate: Target(goal: 0.25, critical: 0.5),
    .abandonmentRate: Target(goal: 0.05, critical: 0.1),
    .occupancy: Target(goal: 0.85, critical: 0.95),
    .toolFailureRate: Target(goal: 0.05, critical: 0.2),
    .replyP95: Target(goal: 1_500, critical: 3_000),
    .problems: Target(goal: 0),
  ]
}

/// How a number stands to its target.
package enum Judgement: Int, Comparable, Sendable {
  case good, warning, critical

  package static func < (left: Judgement, right: Judgement) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Target {
  /// How that value of the number stands to the target.
  package func judge(_ value: Double, of metric: Metric) -> Judgement {
    judge(value, moreIsBetter: isFloor(of: metric))
  }

  /// Whether the number should not be less than the goal, rather than not more.
  package func isFloor(of metric: Metric) -> Bool {
    guard let critical, critical != goal else { return metric.moreIsBetter }
    return critical < goal
  }

  /// How that value stands to the target, where more is better as said.
  package func judge(_ value: Double, moreIsBetter: Bool) -> Judgement {
    let sign = moreIsBetter ? -1.0 : 1
    if let critical, value * sign >= critical * sign { return .critical }
    return value * sign > goal * sign ? .warning : .good
  }
}
