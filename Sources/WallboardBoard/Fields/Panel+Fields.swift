extension Panel {
  /// The fields of the panel's things, in the order in which its columns stand by default.
  package var fields: [Field] {
    switch self {
    case .calls:
      [
        .state, .time, .wait, .direction, .service, .caller, .operator, .mode, .why, .risk,
        .emotion, .turns, .graph, .call,
      ]
    case .operators: [.status, .since, .name, .mode, .time, .service, .type, .call]
    case .surfaces:
      [.stage, .since, .progress, .saved, .form, .channel, .entity, .note]
    case .activity: [.at, .event, .what]
    case .alerts: [.severity, .alert, .subject, .value, .since, .state]
    case .numbers: [.number, .value, .target, .trend]
    }
  }
}
