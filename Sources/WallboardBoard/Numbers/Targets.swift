import WallboardEvents

/// From where on a number is a matter of concern: the one table that its tile, its row, the alert about
/// the same thing and the wall are judged by.
package struct Targets: Equatable, Sendable {
  let own: [Metric: Target]
  let rules: [AlertKind: AlertRule]

  /// The targets of a person who set none.
  package static let defaults = Targets(own: Target.defaults, rules: AlertRule.defaults)

  /// The target of a number. Of a number that an alert watches it is the alert's thresholds.
  package subscript(metric: Metric) -> Target? {
    guard let kind = metric.alertKind else { return own[metric] }
    return rules[kind].flatMap { Target($0) }
  }

  /// How bad a number is; `nil` within its target, without one, and while it is not known. How many
  /// wait is as bad as the longest wait of them.
  package func severity(of metric: Metric, in values: [Metric: Double]) -> Severity? {
    let own = values[metric].flatMap { self[metric]?.severity(of: $0, for: metric) }
    guard metric == .waiting, (values[.waiting] ?? 0) > 0 else { return own }
    return [own, severity(of: .longestWait, in: values)].compactMap(\.self).max()
  }
}

extension Targets {
  /// How bad it is that a caller is at risk, as the alerts about it have it; `nil` where there is none.
  package func riskSeverity(of call: Call) -> Severity? { rules.risk(of: call)?.severity }
}

extension Metric {
  /// The alert about the same thing, whose thresholds are the number's target.
  package var alertKind: AlertKind? {
    switch self {
    case .longestWait: .escalationWaiting
    case .longestCall: .callTooLong
    case .stale: .streamStale
    case .waiting, .answerSpeed, .live, .withOperator, .escalationRate, .abandonmentRate,
      .handleTime, .online, .busy, .offline, .occupancy, .toReview, .openSurfaces,
      .surfaceCompletion, .texts, .replyP50, .replyP95, .toolFailureRate, .slowestTool, .problems,
      .alerts,
      .startedToday, .endedToday, .escalatedToday, .abandonedToday, .eventsPerSecond, .silence:
      nil
    }
  }
}

extension Board {
  /// How bad it is how long the caller of a call has waited; `nil` while they have not waited for too
  /// long, or do not wait.
  package func waitSeverity(of call: Call, by targets: Targets) -> Severity? {
    guard let escalation = call.escalation, escalation.isWaiting,
      let rule = targets.rules[.escalationWaiting],
      let since = escalation.requestedAt
        ?? alerts.sightings[AlertKey(.escalationWaiting, .call(call.callSID))]
    else { return nil }
    return rule.severity(of: Double(now.seconds(since: since)))
  }

  /// The worst of those waits.
  package func waitSeverity(by targets: Targets) -> Severity? {
    var worst: Severity?
    calls.forEachRow(where: { $0.escalation?.isWaiting == true }) { call in
      if let severity = waitSeverity(of: call, by: targets) {
        worst = max(worst ?? severity, severity)
      }
    }
    return worst
  }
}

extension BoardSettings {
  /// From where on a number is a matter of concern.
  package var targets: Targets { Targets(own: ownTargets, rules: alerts.rules) }
}
