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
    }
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
