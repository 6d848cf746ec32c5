import OrderedCollections
import WallboardBoard
import WallboardEvents

/// `[alerts.rules]`: a person's own alerts, each a condition on the numbers, or on a call.
struct OwnRulesTable {
  private enum Key: String, CaseIterable {
    case when, severity
    case minimumDuration = "for"
  }

  private(set) var ofNumbers: OrderedDictionary<String, NumberRule> = [:]
  private(set) var ofCalls: OrderedDictionary<String, CallRule> = [:]

  /// What a condition on a call begins with.
  private static let callPrefix = "call:"
  private static let condition =
    "a condition such as \"waiting>3 and online<2\" or \"call: risk:critical and op:none\""

  init(_ table: ConfigurationValue) throws {
    for entry in try table.entries() {
      guard ofNumbers.count + ofCalls.count < Limits.numberRules else {
        throw entry.value.error("is one too many: there can be \(Limits.numberRules) rules")
      }
      guard (1...Limits.ruleName).contains(entry.key.unicodeScalars.count) else {
        throw entry.value.error("needs a name of 1 to \(Limits.ruleName) characters")
      }
      try read(entry)
    }
  }

  private mutating func read(_ rule: ConfigurationEntry) throws {
    var condition: ConfigurationValue?
    var severity = Severity.warning
    var minimumDuration: Int64 = 0
    for entry in try rule.value.entries() {
      switch try entry.name(Key.self) {
      case .when: condition = entry.value
      case .severity: severity = try Self.severity(entry.value)
      case .minimumDuration: minimumDuration = try entry.value.seconds()
      }
    }
    guard let condition else { throw rule.value.error("needs when = \"…\", \(Self.condition)") }
    guard case .text(let text) = condition.content else {
      throw condition.error(isNot: Self.condition)
    }
    do {
      if text.hasPrefix(Self.callPrefix) {
        let asked = String(text.dropFirst(Self.callPrefix.count).drop(while: \.isWhitespace))
        ofCalls[rule.key] = CallRule(try CallCondition(asked), severity, for: minimumDuration)
      } else {
        let check = try Self.check(text, condition)
        ofNumbers[rule.key] = NumberRule(check, severity, for: minimumDuration)
      }
    } catch let error as FilterError {
      let form = (try? CallCondition(text)).map { _ in
        "; to ask about each call, write when = \"call: \(text)\""
      }
      throw SettingsError(
        "\(condition.place): \(error)\(form ?? "").", source: condition.place)
    }
  }

  private static func check(_ text: String, _ value: ConfigurationValue) throws -> Check {
    let check = try Check(text)
    // The alert would count itself, and never resolve.
    guard !check.metrics.contains(.alerts) else {
      throw value.error("asks for alerts, and would count itself; ask for another number")
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
