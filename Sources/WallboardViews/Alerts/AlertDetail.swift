import WallboardBoard
import WallboardEvents
import WallboardScreen

struct AlertDetail: RegionMaker {
  let context: FrameContext

  /// What is wrong, how it went, and how to change when it is raised.
  func facts(of alert: Alert) -> [Fact] {
    var list = FactList(context)
    let words = context.alertWords
    let badge = alert.badge(glyphs)
    list.add("Severity", badge.text, badge.role)
    list.add("What", alert.key.kind.explanation)
    // The header may have cut it.
    if alert.key.kind == .streamStale, alert.resolvedAt == nil {
      list.add("Connection", ConnectionNoteMaker(context: context).advice)
    }
    if alert.key.kind == .rule {
      let label = alert.resolvedAt == nil ? "Numbers" : "Numbers then"
      list.add(label, words.subject(of: alert), .value)
      list.add("Raised when", words.thresholds(of: alert))
    } else if alert.key.kind == .callRule {
      list.add("About", words.subject(of: alert))
      list.add("Raised when", words.thresholds(of: alert))
    } else {
      list.add("About", words.subject(of: alert))
      list.add(alert.resolvedAt == nil ? "Value" : "At worst", words.wholeValue(of: alert), .value)
      list.add("Thresholds", words.thresholds(of: alert))
    }
    addHistory(of: alert, to: &list)
    list.heading("In " + settings.configuration.words)
    for (index, line) in configuration(of: alert).enumerated() {
      list.add(index == 0 ? "To change it" : "", line, .identifier)
    }
    if let id = alert.key.subject.id {
      list.heading("IDs")
      list.add(alert.key.subject.kindOfID, id, .identifier)
    }
    return list.facts
  }

  private func addHistory(of alert: Alert, to list: inout FactList) {
    list.heading("History")
    list.add("Since", at: alert.since)
    list.add("Raised", at: alert.raisedAt)
    list.add("Acknowledged", at: alert.acknowledgedAt)
    if let resolvedAt = alert.resolvedAt {
      list.add("Over", at: resolvedAt)
      list.add("Lasted", Durations.exact(resolvedAt.seconds(since: alert.since)))
    } else if alert.needsAttention {
      let key = key(of: .acknowledge, in: .detail).map { "; \($0) acknowledges it" } ?? ""
      list.add("Acknowledged", "by nobody yet" + key, .warning)
    }
  }

  /// The rule of an alert, as `config.toml` has it.
  private func configuration(of alert: Alert) -> [String] {
    if let rule = context.alertWords.rule(of: alert) {
      return [
        "[alerts.rules.\(quoted(alert.title))]", "when = \(quoted(rule.condition))",
        "severity = \(quoted(rule.severity.word))",
        "for = " + duration(rule.minimumDuration),
      ]
    }
    let kind = alert.key.kind
    guard let rule = alertSettings.rules[kind] else { return [] }
    return [
      "[alerts.\(kind.rawValue)]", "warning = " + setting(rule.warning, of: kind),
      "critical = " + setting(rule.critical, of: kind)
        + (kind.unit == .share ? ", least = \(rule.least)" : ""),
      "for = " + duration(rule.minimumDuration),
    ]
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func setting(_ threshold: Double?, of kind: AlertKind) -> String {
    threshold.map(kind.unit.setting) ?? "\"never\""
  }

  private func duration(_ seconds: Int64) -> String {
    AlertUnit.stopwatch.setting(Double(seconds))
  }
}

extension AlertSubject {
  fileprivate var kindOfID: String {
    switch self {
    case .workspace, .rule: ""
    case .call, .ruleOfCall: "Call"
    case .operator: "Operator"
    case .surface: "Form"
    case .source: "Source"
    }
  }
}
