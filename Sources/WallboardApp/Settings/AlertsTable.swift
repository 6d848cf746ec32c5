import OrderedCollections
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
    let table = try AlertRuleTable(entry.value, kind: kind, defaults: defaults)
    settings.rules[kind] = table.rule
    thresholds[kind] = table.thresholds
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
          throw entry.value.error("is only for alerts about a share; here it is none")
        }
        rule.least = Int(try entry.value.amount(.count))
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
    let words = "does not fit: critical (\(low)) has to be more than warning (\(high))"
    guard isComplete else { return words + "; set both" }
    return low == high ? words : words + ", as in warning = \(low), critical = \(high)"
  }
}

extension AlertKind {
  /// The unit of its thresholds.
  fileprivate var thresholdUnit: AmountUnit {
    switch unit {
    case .stopwatch, .coarse: .seconds
    case .share: .share
    case .none: .count
    case .times: .times
    }
  }
}

/// `[alerts.rules]`: a person's own alerts, each a condition on the numbers.
private struct NumberRulesTable {
  private enum Key: String, CaseIterable {
    case when, severity
    case minimumDuration = "for"
  }

  private(set) var rules: OrderedDictionary<String, NumberRule> = [:]

  init(_ table: ConfigurationValue) throws {
    for entry in try table.entries() {
      guard rules.count < Limits.numberRules else {
        throw entry.value.error("is one too many: there may be \(Limits.numberRules) rules")
      }
      guard (1...Limits.ruleName).contains(entry.key.unicodeScalars.count) else {
        throw entry.value.error("needs a name of 1 to \(Limits.ruleName) characters")
      }
      rules[entry.key] = try Self.rule(entry.value)
    }
  }

  private static func rule(_ table: ConfigurationValue) throws -> NumberRule {
    var check: Check?
    var severity = Severity.warning
    var minimumDuration: Int64 = 0
    for entry in try table.entries() {
      switch try entry.name(Key.self) {
      case .when: check = try Self.check(entry.value)
      case .severity: severity = try Self.severity(entry.value)
      case .minimumDuration: minimumDuration = try entry.value.seconds()
      }
    }
    guard let check else {
      throw table.error("needs when = \"…\", \(condition)")
    }
    return NumberRule(check, severity, for: minimumDuration)
  }

  private static let condition = "a condition such as \"waiting>3 and online<2\""

  private static func check(_ value: ConfigurationValue) throws -> Check {
    guard case .text(let text) = value.content else { throw value.error(isNot: condition) }
    let check: Check
    do {
      check = try Check(text)
    } catch {
      throw SettingsError("\(value.place): \(error).")
    }
    // The alert would count itself, and never resolve.
    guard !check.metrics.contains(.alerts) else {
      throw value.error("asks for alerts, of which it would be one; ask for another number")
    }
    return check
  }

  private static func severity(_ value: ConfigurationValue) throws -> Severity {
    guard case .text(let text) = value.content,
      let severity = Severity.allCases.first(where: { $0.word == text })
    else {
      throw value.error(isNot: "one of " + Severity.allCases.map(\.word).joined(separator: ", "))
    }
    return severity
  }
}
