import OrderedCollections

extension Alert {
  /// What a field of the alert holds now.
  func value(of field: Field, in board: Board) -> FieldValue {
    switch field {
    case .severity: .text(severity.word)
    case .alert: .text(key.kind.rawValue.withoutUnderscores)
    case .subject: .text(key.subject.words(board))
    case .value: key.kind.isLength ? .length(value) : .number(value)
    case .since: .seconds((resolvedAt ?? board.now).seconds(since: since))
    case .state: .text(stateWords)
    case .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk, .emotion,
      .turns, .graph, .call, .status, .name, .type, .stage, .progress, .saved, .form, .channel,
      .entity, .note, .at, .event, .what, .number, .target, .trend:
      .none
    }
  }

  /// Other words for how it stands may be looked for, too.
  private var stateWords: String {
    if resolvedAt != nil { return "over\nresolved" }
    return acknowledgedAt == nil ? "open\nactive" : "acknowledged"
  }
}

extension Severity {
  fileprivate var word: String {
    switch self {
    case .warning: "warning"
    case .critical: "critical"
    }
  }
}

extension AlertKind {
  /// Whether its value is a length of time.
  fileprivate var isLength: Bool {
    switch self {
    case .escalationWaiting, .callTooLong, .operatorBusyWithoutCall, .surfaceStuck, .streamStale:
      true
    case .noOperatorOnline, .pipelineError, .triggerFailed, .deliveryFailed, .unusualSilence: false
    }
  }
}

extension AlertSubject {
  fileprivate func words(_ board: Board) -> String {
    switch self {
    case .workspace: "workspace"
    case .call(let id): id.rawValue
    case .operator(let id): board.name(of: id)
    case .surface(let id): board.surfaces[id]?.title?.string ?? id.short
    case .source(let name): name.string
    }
  }
}
