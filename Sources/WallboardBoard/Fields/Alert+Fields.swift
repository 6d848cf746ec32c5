import OrderedCollections
import WallboardEvents

extension Alert {
  /// What a field of the alert holds now.
  func value(of field: Field, in board: Board, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .severity: .text(severity.word)
    case .alert: .text(title + "\n" + key.kind.rawValue.withoutUnderscores)
    case .subject: .text(subjectWords(board, disclosure))
    case .value: key.kind.isLength ? .length(value) : .number(value)
    case .since: .seconds((resolvedAt ?? board.now).seconds(since: since))
    case .state: .text(stateWords)
    case .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk, .emotion,
      .turns, .graph, .call, .status, .name, .type, .stage, .progress, .saved, .form, .channel,
      .entity, .note, .at, .event, .what, .number, .target, .trend:
      .none
    }
  }

  /// The key may be looked for, too.
  private func subjectWords(_ board: Board, _ disclosure: Disclosure) -> String {
    let names = names(in: board, disclosure)
    let shown = names.isEmpty ? "workspace" : names.joined(separator: " · ")
    return shown + (key.subject.id.map { "\n" + $0 } ?? "")
  }

  /// Other words for how it stands may be looked for, too.
  private var stateWords: String {
    if resolvedAt != nil { return "over\nresolved" }
    return acknowledgedAt == nil ? "open\nactive" : "acknowledged"
  }
}

extension AlertKind {
  /// Whether its value is a length of time.
  fileprivate var isLength: Bool {
    switch self {
    case .escalationWaiting, .callTooLong, .operatorBusyWithoutCall, .surfaceStuck, .streamStale:
      true
    case .noOperatorOnline, .pipelineError, .triggerFailed, .deliveryFailed, .unusualSilence,
      .rule:
      false
    }
  }
}
