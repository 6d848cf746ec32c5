import WallboardBoard

extension Target {
  /// The goal in a column: `≤ 1:00`.
  func words(of metric: Metric) -> String {
    (isFloor(of: metric) ? "≥ " : "≤ ") + metric.unit.text(goal)
  }

  /// The goal and the critical value in a sentence.
  func sentence(of metric: Metric) -> String {
    let goal = (isFloor(of: metric) ? "at least " : "at most ") + metric.unit.text(goal)
    guard let critical else { return goal }
    let direction = isFloor(of: metric) ? "down to " : "from "
    let end = isFloor(of: metric) ? "" : " on"
    return "\(goal); critical \(direction)\(metric.unit.text(critical))\(end)"
  }

  /// The line of `config.toml` that sets it.
  func setting(of metric: Metric) -> String {
    let goal = setting(goal, in: metric.unit)
    let value = critical.map { "[\(goal), \(setting($0, in: metric.unit))]" } ?? goal
    return "\(metric.rawValue) = \(value)"
  }

  /// A value as `config.toml` has it: `5`, `"1m"`, `"25%"`.
  private func setting(_ value: Double, in unit: Metric.Unit) -> String {
    switch unit {
    case .count, .perSecond: unit.quantity(value)
    case .share, .milliseconds, .seconds: "\"\(unit.quantity(value))\""
    }
  }
}

extension Metric {
  /// A line of `config.toml` that would set a target, for a number without one.
  var exampleSetting: String {
    let target =
      switch unit {
      case .count: Target(goal: 5, critical: 10)
      case .seconds: Target(goal: 60, critical: 180)
      case .milliseconds: Target(goal: 1_000, critical: 2_000)
      case .share:
        moreIsBetter ? Target(goal: 0.8, critical: 0.5) : Target(goal: 0.25, critical: 0.5)
      case .perSecond: Target(goal: 5, critical: 10)
      }
    return target.setting(of: self)
  }
}
