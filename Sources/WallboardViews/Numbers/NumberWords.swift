package import WallboardBoard
import WallboardScreen

extension Metric {
  /// A value in words; `–` while it is not known.
  func text(_ value: Double?) -> String {
    value.map(unit.text) ?? "–"
  }

  /// A line of `config.toml` that would set a target, for a number without one.
  var exampleSetting: String {
    let target =
      switch unit {
      case .count: Target(goal: 5, critical: 10)
      case .seconds: Target(goal: 60, critical: 180)
      case .milliseconds: Target(goal: 1_000, critical: 2_000)
      case .share:
        better == .more ? Target(goal: 0.8, critical: 0.5) : Target(goal: 0.25, critical: 0.5)
      case .perSecond: Target(goal: 5, critical: 10)
      }
    return target.setting(of: self)
  }
}

extension Metric.Unit {
  /// `36`, `8:24`, `820 ms`, `24%`, `0.4`.
  package func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    return switch self {
    case .count: String(Int64(value.rounded()))
    case .seconds: Self.length(Int64(max(0, value).rounded()))
    case .milliseconds: Durations.measured(value)
    case .share: Self.short(value * 100) + "%"
    case .perSecond: Self.short(value)
    }
  }

  /// One decimal below ten, where it says something; none above.
  private static func short(_ value: Double) -> String {
    let tenths = Int64((max(0, value) * 10).rounded())
    guard tenths < 100, tenths % 10 > 0 else { return String((tenths + 5) / 10) }
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func length(_ seconds: Int64) -> String {
    seconds < 36_000 ? Durations.stopwatch(seconds) : Durations.coarse(seconds)
  }
}

extension Target {
  /// The goal in a column: `≤ 1:00`.
  package func words(of metric: Metric) -> String {
    (isFloor(of: metric) ? "≥ " : isBound ? "< " : "≤ ") + metric.unit.text(goal)
  }

  /// The goal and the critical value in a sentence.
  func sentence(of metric: Metric) -> String {
    let direction = isFloor(of: metric) ? "at least " : isBound ? "less than " : "at most "
    let goal = direction + metric.unit.text(goal)
    guard let critical else { return goal }
    let (start, end) = isFloor(of: metric) ? ("down to ", "") : ("from ", " on")
    return "\(goal); critical \(start)\(metric.unit.text(critical))\(end)"
  }

  /// The line of `config.toml` that sets it.
  package func setting(of metric: Metric) -> String {
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
