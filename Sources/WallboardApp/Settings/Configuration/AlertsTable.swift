import WallboardBoard

/// `[alerts]`: when which alert is raised, and how it is told.
struct AlertsTable {
  private(set) var settings = AlertSettings()
  private(set) var alarm = AlarmSettings()

  /// The keys that are no kinds of alerts.
  private static let ownKeys = ["sound", "command"]

  init(_ table: ConfigurationValue?) throws {
    guard let table else { return }
    var sound: ConfigurationValue?
    for entry in try table.entries() {
      switch entry.key {
      case "sound": sound = entry.value
      case "command": alarm.command = try Self.command(entry.value)
      case AlertKind.rule.rawValue:
        settings.numberRules = try NumberRulesTable(entry.value).rules
      default: try read(entry)
      }
    }
    alarm.sound =
      try sound?.choice(of: AlarmSound.self) ?? (alarm.command.isEmpty ? .none : .command)
    if alarm.sound == .command, alarm.command.isEmpty, let sound {
      throw sound.error("needs a command, such as command = [\"notify-send\", \"{sentence}\"]")
    }
  }

  private mutating func read(_ entry: ConfigurationEntry) throws {
    guard let kind = AlertKind(rawValue: entry.key) else {
      throw entry.unknown(Self.ownKeys + AlertKind.allCases.map(\.rawValue))
    }
    let defaults = settings.rules[kind] ?? AlertRule(warning: nil, critical: nil)
    settings.rules[kind] = try AlertRuleTable(entry.value, kind: kind, defaults: defaults).rule
  }

  private static func command(_ value: ConfigurationValue) throws -> [String] {
    let words = try value.words()
    guard let program = words.first, !program.isEmpty else { throw value.error("names no program") }
    return words
  }
}

/// `[alerts.KIND]`.
private struct AlertRuleTable {
  private enum Key: String, CaseIterable {
    case enabled, warning, critical
    case minimumDuration = "for"
  }

  private(set) var rule: AlertRule

  init(_ table: ConfigurationValue, kind: AlertKind, defaults: AlertRule) throws {
    rule = defaults
    var newest: ConfigurationValue?
    for entry in try table.entries() {
      switch try entry.name(Key.self) {
      case .enabled: rule.isOn = try entry.value.flag()
      case .warning:
        rule.warning = try Self.threshold(entry.value, kind.thresholdUnit)
        newest = newest ?? entry.value
      case .critical:
        rule.critical = try Self.threshold(entry.value, kind.thresholdUnit)
        newest = entry.value
      case .minimumDuration: rule.minimumDuration = try entry.value.seconds()
      }
    }
    guard let newest, let warning = rule.warning, let critical = rule.critical, critical < warning
    else { return }
    throw newest.error(
      "does not fit: critical (\(Self.text(critical))) is below warning (\(Self.text(warning)))")
  }

  /// A threshold; `"never"` is none.
  private static func threshold(_ value: ConfigurationValue, _ unit: AmountUnit) throws -> Double? {
    if case .text("never") = value.content { return nil }
    return try value.amount(unit)
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? String(Int64(number)) : String(number)
  }
}

extension AlertKind {
  /// The unit of its thresholds.
  fileprivate var thresholdUnit: AmountUnit {
    switch unit {
    case .stopwatch, .coarse: .seconds
    case .failures, .none: .count
    case .times: .times
    }
  }
}
