import WallboardBoard
import WallboardEvents

/// `[alerts]`: when alerts are raised, and how they are made heard.
struct AlertsTable {
  private(set) var settings = AlertSettings()
  private(set) var alarm = AlarmSettings()
  /// The thresholds that the file sets, for the numbers that have them too.
  private(set) var thresholds: [AlertKind: [Severity: ConfigurationValue]] = [:]

  /// The keys that are not kinds of alerts.
  private static let ownKeys = ["sound", "command"]

  init(_ table: ConfigurationValue?) throws {
    guard let table else { return }
    var sound: ConfigurationValue?
    for entry in try table.entries() {
      switch entry.key {
      case "sound": sound = entry.value
      case "command": alarm.command = try Self.command(entry.value)
      case AlertKind.rule.rawValue:
        let rules = try OwnRulesTable(entry.value)
        (settings.numberRules, settings.callRules) = (rules.ofNumbers, rules.ofCalls)
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
    guard let kind = AlertKind(rawValue: entry.key), kind.isSet else {
      let kinds = AlertKind.allCases.filter { $0.isSet || $0 == .rule }
      throw entry.unknown(Self.ownKeys + kinds.map(\.rawValue))
    }
    let defaults = settings.rules[kind] ?? AlertRule(warning: nil, critical: nil)
    let table = try AlertRuleTable(entry.value, kind: kind, defaults: defaults)
    settings.rules[kind] = table.rule
    thresholds[kind] = table.thresholds
  }

  private static func command(_ value: ConfigurationValue) throws -> [String] {
    let words = try value.words()
    guard let program = words.first, !program.isEmpty else {
      throw value.error(
        "names no program; write for example command = [\"notify-send\", \"{sentence}\"]")
    }
    return words
  }
}

/// `[alerts.KIND]`.
private struct AlertRuleTable {
  private enum Key: String, CaseIterable {
    case enabled, warning, critical, least
    case minimumDuration = "for"
  }

  private(set) var rule: AlertRule
  private(set) var thresholds: [Severity: ConfigurationValue] = [:]

  init(_ table: ConfigurationValue, kind: AlertKind, defaults: AlertRule) throws {
    rule = defaults
    for entry in try table.entries() {
      switch try entry.name(Key.self) {
      case .enabled: rule.isOn = try entry.value.flag()
      case .warning:
        rule.warning = try Self.threshold(entry.value, kind.thresholdUnit)
        thresholds[.warning] = entry.value
      case .critical:
        rule.critical = try Self.threshold(entry.value, kind.thresholdUnit)
        thresholds[.critical] = entry.value
      case .minimumDuration: rule.minimumDuration = try entry.value.seconds()
      case .least:
        guard kind.unit == .share else {
          throw entry.value.error("is only for alerts about a share, which this one is not")
        }
        guard let least = Int(exactly: try entry.value.amount(.count)), least > 0 else {
          throw entry.value.error("has to be a whole number, 1 or more")
        }
        rule.least = least
      }
    }
    guard let newest = thresholds.values.max(by: { $0.line < $1.line }),
      let fault = rule.disorder(kind, isComplete: thresholds.count == 2)
    else { return }
    throw newest.error(fault)
  }

  /// A threshold; `"never"` is none.
  private static func threshold(_ value: ConfigurationValue, _ unit: AmountUnit) throws -> Double? {
    if case .text("never") = value.content { return nil }
    return try value.amount(unit)
  }
}

extension AlertRule {
  /// What is wrong with thresholds that are not in order, and the right form; `nil` where they are.
  /// `isComplete` when a person has set both.
  func disorder(_ kind: AlertKind, isComplete: Bool) -> String? {
    guard let warning, let critical, critical <= warning else { return nil }
    let (low, high) = (kind.unit.setting(critical), kind.unit.setting(warning))
    let words = "is wrong: critical (\(low)) has to be more than warning (\(high))"
    guard isComplete else { return words + "; set both" }
    return low == high ? words : words + ", as in warning = \(low), critical = \(high)"
  }
}

extension AlertKind {
  /// The unit of its thresholds.
  var thresholdUnit: AmountUnit {
    switch unit {
    case .stopwatch, .coarse: .seconds
    case .share: .share
    case .count, .none: .count
    case .times: .times
    }
  }
}
