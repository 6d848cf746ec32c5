import OrderedCollections
import WallboardBoard
import WallboardEvents

/// `[alerts.rules]`: alerts of a person's own, by what they ask of the numbers.
struct NumberRulesTable {
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
    // It would be one of those that it counts, and keep itself up.
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
