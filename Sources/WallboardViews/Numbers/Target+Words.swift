import WallboardCore

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
    let goal = metric.unit.setting(goal)
    let value = critical.map { "[\(goal), \(metric.unit.setting($0))]" } ?? goal
    return "\(metric.rawValue) = \(value)"
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

extension Metric.Unit {
  /// A value as `config.toml` has it: `5`, `"1m"`, `"25%"`.
  fileprivate func setting(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    switch self {
    case .count, .perSecond: return Self.decimal(value)
    case .share: return "\"\(Self.decimal(value * 100))%\""
    case .milliseconds: return "\"\(Self.decimal(value))ms\""
    case .seconds:
      let seconds = Int64(value.rounded())
      return seconds % 60 == 0 && seconds > 0 ? "\"\(seconds / 60)m\"" : "\"\(seconds)s\""
    }
  }

  /// Without decimals where there are none, else with at most two.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int64((max(0, value) * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
