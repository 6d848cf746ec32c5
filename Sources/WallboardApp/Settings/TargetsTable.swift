import WallboardBoard
import WallboardEvents
import WallboardViews

/// `[targets]`: the goal of each number, and optionally its critical value. Of a number that an alert
/// watches they are the thresholds of the alert.
struct TargetsTable {
  private(set) var targets = Target.defaults
  private(set) var alerts: AlertSettings
  private let alertsTable: AlertsTable

  init(_ table: ConfigurationValue?, _ alertsTable: AlertsTable) throws {
    self.alertsTable = alertsTable
    alerts = alertsTable.settings
    var set: [Metric: ConfigurationValue] = [:]
    for entry in try table?.entries() ?? [] {
      guard let metric = Metric(named: entry.key) else {
        throw entry.unknown(Metric.allCases.map(\.rawValue))
      }
      if let other = set.updateValue(entry.value, forKey: metric) {
        throw entry.value.error("sets the same target as \(other.place): remove one of them")
      }
      let amounts = try Self.amounts(entry.value, metric.targetUnit)
      try Self.check(amounts, metric, entry.value)
      if let kind = metric.alertKind {
        try setThresholds(of: kind, to: amounts, entry.value)
      } else {
        targets[metric] = amounts.first.map {
          Target(goal: $0, critical: amounts.dropFirst().first)
        }
      }
    }
  }

  /// A goal, or a goal and a critical value; none for `"none"`, which removes the target.
  private static func amounts(
    _ value: ConfigurationValue, _ unit: AmountUnit
  ) throws -> [Double] {
    switch value.content {
    case .text("none"): return []
    case .text, .whole, .number: return [try value.amount(unit)]
    case .list(let list):
      guard list.count == 2 else { break }
      return try list.map { try $0.amount(unit) }
    case .flag, .table, .date: break
    }
    throw value.error("has to be a goal, or a list of a goal and a critical value: \(unit.choices)")
  }

  /// A target that is upside down would be met by what is worst.
  private static func check(
    _ amounts: [Double], _ metric: Metric, _ value: ConfigurationValue
  ) throws {
    guard let better = metric.better, let goal = amounts.first,
      let critical = amounts.dropFirst().first,
      better == .more ? critical > goal : critical < goal
    else { return }
    let setting = Target(goal: critical, critical: goal).setting(of: metric)
    throw value.error(
      "is the wrong way round: of this number \(better.rawValue) is better; the goal comes first: \(setting)"
    )
  }

  /// A goal alone leaves it as it is from where on the alert is critical.
  private mutating func setThresholds(
    of kind: AlertKind, to amounts: [Double], _ value: ConfigurationValue
  ) throws {
    guard var rule = alerts.rules[kind] else { return }
    let set = alertsTable.thresholds[kind] ?? [:]
    for (severity, place) in set.sorted(by: { $0.key < $1.key }) {
      let known = severity == .warning ? rule.warning : rule.critical
      let index = severity == .warning ? 0 : 1
      guard amounts.isEmpty || index < amounts.count, known != amounts.dropFirst(index).first
      else { continue }
      let words = known.map(kind.unit.setting) ?? "\"never\""
      throw value.error(
        "differs from \(place.place) = \(words): both set the same thing, so remove one of them")
    }
    if amounts.isEmpty {
      (rule.warning, rule.critical) = (nil, nil)
    } else {
      rule.warning = amounts.first
      rule.critical = amounts.dropFirst().first ?? rule.critical
    }
    if let fault = rule.disorder(kind, isComplete: amounts.count == 2) { throw value.error(fault) }
    alerts.rules[kind] = rule
  }
}

extension Metric {
  var targetUnit: AmountUnit {
    switch unit {
    case .count: .count
    case .seconds: .seconds
    case .milliseconds: .milliseconds
    case .share: .share
    case .perSecond: .perSecond
    }
  }
}
