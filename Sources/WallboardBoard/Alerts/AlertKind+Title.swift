extension AlertKind {
  /// What is wrong, in a few words for a person.
  package var title: String {
    switch self {
    case .escalationWaiting: "Waits for a human"
    case .callTooLong: "Call lasts long"
    case .noOperatorOnline: "No operator online"
    case .operatorBusyWithoutCall: "Busy without a call"
    case .surfaceStuck: "Form is stuck"
    case .pipelineError: "Data source fails"
    case .triggerFailed: "Trigger fails"
    case .deliveryFailed: "Not delivered"
    case .streamStale: "Nothing is heard"
    case .unusualSilence: "Unusually quiet"
    case .rule: "Rule of numbers"
    }
  }
}

extension Alert {
  /// What is wrong, in a few words for a person: a rule of their own has the name that they gave it.
  package var title: String {
    if case .rule(let name) = key.subject { name } else { key.kind.title }
  }
}

extension Severity {
  /// `warning`, `critical`
  package var word: String {
    switch self {
    case .warning: "warning"
    case .critical: "critical"
    }
  }
}
