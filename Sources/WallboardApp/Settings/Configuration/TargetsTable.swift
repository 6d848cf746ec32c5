import WallboardBoard

/// `[targets]`: what is aimed at with each number, and perhaps from where on it is critical.
struct TargetsTable {
  private(set) var targets = Target.defaults

  init(_ table: ConfigurationValue?) throws {
    for entry in try table?.entries() ?? [] {
      let metric = try entry.name(Metric.self)
      targets[metric] = try Self.target(entry.value, metric.targetUnit)
    }
  }

  /// A goal, or a list of goal and critical value; `"none"` is no target.
  private static func target(_ value: ConfigurationValue, _ unit: AmountUnit) throws -> Target? {
    switch value.content {
    case .text("none"): return nil
    case .text, .whole, .number: return Target(goal: try value.amount(unit))
    case .list(let list):
      guard list.count == 2 else { break }
      return Target(goal: try list[0].amount(unit), critical: try list[1].amount(unit))
    case .flag, .table, .date: break
    }
    throw value.error("has to be a goal, or a list of a goal and a critical value: \(unit.choices)")
  }
}

extension Metric {
  fileprivate var targetUnit: AmountUnit {
    switch unit {
    case .count: .count
    case .seconds: .seconds
    case .milliseconds: .milliseconds
    case .share: .share
    case .perSecond: .perSecond
    }
  }
}
