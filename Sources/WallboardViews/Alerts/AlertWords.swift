import OrderedCollections
package import WallboardBoard
package import WallboardEvents

/// Alerts in words for a person, as far as the disclosure allows.
package struct AlertWords {
  private let board: Board
  private let settings: AlertSettings
  private let disclosure: Disclosure

  /// The words for the alerts of that board.
  package init(_ board: Board, _ settings: AlertSettings, _ disclosure: Disclosure) {
    self.board = board
    self.settings = settings
    self.disclosure = disclosure
  }

  /// Who or what it is about, such as `caller 7F3A · Billing`; empty where the title says it all.
  package func subject(of alert: Alert) -> String {
    names(of: alert).joined(separator: " · ")
  }

  private func names(of alert: Alert) -> [String] {
    let names = alert.names(in: board, disclosure)
    return names.isEmpty ? [subject(of: alert.key.kind)].filter { !$0.isEmpty } : names
  }

  private func subject(of kind: AlertKind) -> String {
    switch kind {
    case .noOperatorOnline: board.operators.count.counted("operator")
    case .deliveryFailed: "emails and voicemails"
    case .streamStale: "live updates"
    case .unusualSilence: usualPause.map { "usually every \($0)" } ?? "calls"
    case .escalationWaiting, .criticalRisk, .safetyConcern, .callerUpset, .toolsFailing,
      .callTooLong, .operatorBusyWithoutCall, .surfaceStuck, .pipelineError, .triggerFailed,
      .rule, .callRule:
      ""
    }
  }

  private var usualPause: String? {
    Durations.seconds(board.alerts.rhythm.usualPause?.rounded()).map(Durations.stopwatch)
  }

  /// The value where there is room for more than a number, such as `2:31` or `9 of 120`.
  func shortValue(of alert: Alert) -> String {
    alert.outcomes.map(Self.parts) ?? value(of: alert)
  }

  private static func parts(_ outcomes: Outcomes) -> String {
    "\(outcomes.failed) of \(outcomes.total)"
  }

  /// The value as a column shows it, such as `2:31`; empty for a kind without one.
  package func value(of alert: Alert) -> String {
    switch alert.key.kind.unit {
    case .stopwatch: Self.length(alert.value, Durations.stopwatch)
    case .coarse: Self.length(alert.value, Durations.coarse)
    case .count: Metric.Unit.count.text(alert.value)
    case .share: Metric.Unit.share.text(alert.value)
    case .times: Self.times(alert.value) + "×"
    case .none: ""
    }
  }

  /// The value in words, such as `9 of 120 (7.5%) in the last hour`.
  func wholeValue(of alert: Alert) -> String {
    switch alert.key.kind.unit {
    case .stopwatch: Self.length(alert.value, Durations.exact)
    case .coarse: Self.length(alert.value, Durations.coarse)
    case .share:
      alert.outcomes.map(Self.parts).map { "\($0) (\(value(of: alert))) in the last hour" }
        ?? value(of: alert)
    case .count: Metric.Unit.count.text(alert.value)
    case .times: Self.times(alert.value) + " times the usual pause"
    case .none: ""
    }
  }

  /// The threshold that it is past, such as `warning from 0:20`. For a rule of a person's own, its
  /// condition.
  package func threshold(of alert: Alert) -> String {
    if let rule = rule(of: alert) { return rule.condition }
    guard let rule = settings.rules[alert.key.kind] else { return "" }
    // One of them may have been switched off since.
    let passed = alert.severity == .critical ? rule.critical ?? rule.warning : rule.warning
    guard let value = passed ?? rule.critical else { return "" }
    return threshold(value == rule.critical ? .critical : .warning, value, alert.key.kind)
  }

  /// When such an alert is raised: `warning from 0:20, critical from 1:00`.
  func thresholds(of alert: Alert) -> String {
    if let rule = rule(of: alert) {
      return Self.list([rule.condition], after: rule.minimumDuration)
    }
    let kind = alert.key.kind
    guard let rule = settings.rules[kind] else { return "" }
    let steps = [
      rule.warning.map { threshold(.warning, $0, kind) },
      rule.critical.map { threshold(.critical, $0, kind) },
    ]
    let least = rule.least > 1 ? ["once \(rule.least) have failed"] : []
    return Self.list(steps.compactMap(\.self) + least, after: rule.minimumDuration)
  }

  /// The user's own rule that raised it.
  func rule(of alert: Alert) -> OwnRule? {
    switch alert.key.subject {
    case .rule(let name):
      settings.numberRules[name].map {
        OwnRule(
          condition: $0.check.text, severity: $0.severity, minimumDuration: $0.minimumDuration)
      }
    case .ruleOfCall(let name, _):
      settings.callRules[name].map {
        OwnRule(
          condition: "call: " + $0.condition.text, severity: $0.severity,
          minimumDuration: $0.minimumDuration)
      }
    case .workspace, .call, .operator, .surface, .source: nil
    }
  }

  /// A rule as `config.toml` has it.
  struct OwnRule {
    let condition: String
    let severity: Severity
    let minimumDuration: Int64
  }

  private static func list(_ steps: [String], after minimum: Int64) -> String {
    let wait = minimum > 0 ? ["after \(Durations.exact(minimum))"] : []
    return (steps + wait).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func threshold(_ severity: Severity, _ value: Double, _ kind: AlertKind) -> String {
    switch kind.unit {
    case .stopwatch, .coarse: "\(severity.word) from \(Self.length(value, Self.round))"
    case .count: "\(severity.word) from \(Metric.Unit.count.text(value))"
    case .share: "\(severity.word) from \(Metric.Unit.share.text(value))"
    case .times: "\(severity.word) from \(Self.times(value))×"
    case .none: ""
    }
  }

  /// Its state: `open`, `acknowledged`, `over, 3:05`.
  package func state(of alert: Alert) -> String {
    if let resolvedAt = alert.resolvedAt {
      return "over, " + Durations.stopwatch(resolvedAt.seconds(since: alert.since))
    }
    return alert.acknowledgedAt == nil ? "open" : "acknowledged"
  }

  private static func length(_ value: Double, _ words: (Int64) -> String) -> String {
    Durations.seconds(value).map(words) ?? "?"
  }

  /// `1:00`, `45:00`, `4h`
  private static func round(_ seconds: Int64) -> String {
    guard seconds >= 3_600 else { return Durations.stopwatch(seconds) }
    return seconds % 3_600 == 0 ? "\(seconds / 3_600)h" : Durations.coarse(seconds)
  }

  /// One decimal below ten, none above.
  private static func times(_ value: Double) -> String {
    guard let tenths = Durations.seconds(value * 10) else { return "?" }
    return tenths < 100 && tenths % 10 > 0 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
  }

  /// An alert, or its end, as a sentence for a log, a command or a screen reader:
  /// `Critical: caller 7F3A has been waiting for an operator for 2m 31s (Billing)`.
  package func sentence(_ alert: Alert) -> String {
    // The condition of a number rule names its numbers already.
    let names = alert.key.kind == .rule ? [] : names(of: alert).map(\.spoken)
    let rest = names.dropFirst().joined(separator: ", ")
    let addition = rest.isEmpty ? "" : " (\(rest))"
    guard let resolvedAt = alert.resolvedAt else {
      let statement = statement(of: alert, names.first ?? "")
      return alert.severity.word.capitalizedFirst + ": " + statement + addition
    }
    let length = Durations.exact(resolvedAt.seconds(since: alert.since))
    let subject = names.first.map { ", \($0)" } ?? ""
    return "Over after \(length): \(alert.title)\(subject)\(addition)"
  }

  private func statement(of alert: Alert, _ subject: String) -> String {
    let value = wholeValue(of: alert)
    return switch alert.key.kind {
    case .escalationWaiting: "\(subject) has been waiting for an operator for \(value)"
    case .criticalRisk: "\(subject) is at critical risk, and no operator is speaking with them"
    case .safetyConcern: "there is a safety concern about \(subject)"
    case .callerUpset: "\(subject) has been upset for \(value)"
    case .toolsFailing: "tools have failed \(value)× in the call with \(subject)"
    case .callTooLong: "the call with \(subject) has lasted \(value)"
    case .noOperatorOnline: "0 of \(subject) signed in"
    case .operatorBusyWithoutCall: "\(subject) has been busy without a call for \(value)"
    case .surfaceStuck: "\(subject) has been waiting to be sent or reviewed for \(value)"
    case .pipelineError:
      "the data source \(subject) failed \(shortValue(of: alert)) times in the last hour"
    case .triggerFailed:
      "the trigger \(subject) failed \(shortValue(of: alert)) times in the last hour"
    case .deliveryFailed:
      "\(shortValue(of: alert)) \(subject) were not delivered in the last hour"
    case .streamStale: "nothing has been received from the platform for \(value)"
    case .unusualSilence: "no call has started for \(value), \(subject)"
    case .callRule: "\(alert.title): \(subject)"
    case .rule: "\(alert.title): " + alert.reasons.map { $0.words() }.joined(separator: ", ")
    }
  }
}

extension String {
  /// Without the ellipsis, which a screen reader would read aloud.
  fileprivate var spoken: String { replacing("…", with: "") }

}

extension AlertKind {
  /// What is wrong, in a sentence.
  package var explanation: String {
    switch self {
    case .escalationWaiting: "A caller is waiting for an operator."
    case .criticalRisk:
      "The platform sees a critical risk, and no operator is speaking with the caller."
    case .safetyConcern:
      "Something in the call is a matter of safety, and no operator is speaking with the caller."
    case .callerUpset:
      "The caller sounds angry or distressed, and no operator is speaking with them."
    case .toolsFailing: "Tools of the AI have failed in a followed call."
    case .callTooLong: "A call has lasted longer than calls should."
    case .noOperatorOnline: "There are operators, and none of them is available or busy."
    case .operatorBusyWithoutCall:
      "An operator is busy but not on a call: the call is over, or the status was left as it was."
    case .surfaceStuck:
      "A form is waiting for your team: it has not been sent, or not been reviewed."
    case .pipelineError:
      "A data source could not be read: too many of its syncs failed in the last hour."
    case .triggerFailed:
      "What a trigger started has failed: too many of its runs in the last hour."
    case .deliveryFailed:
      "Emails bounced or were rejected, or voicemails were not delivered: too many of those sent in "
        + "the last hour whose outcome is known."
    case .streamStale: "Nothing is received from the platform: what the board shows is getting old."
    case .unusualSilence:
      "No call has started for much longer than usual, judging by the last \(Limits.rhythm) calls."
    case .rule: "The numbers are as a rule of yours in config.toml describes."
    case .callRule: "A call is as a rule of yours in config.toml describes."
    }
  }
}
