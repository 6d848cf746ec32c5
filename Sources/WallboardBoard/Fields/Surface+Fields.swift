import WallboardEvents

extension Surface {
  /// What a field of the surface holds at that moment.
  func value(of field: Field, at now: Timestamp, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .stage: .text(stage.rawValue.withoutUnderscores)
    case .since: .seconds(now.seconds(since: stageSince))
    case .progress: stage.progress.map(FieldValue.number) ?? .none
    case .saved: savedCount.map { .number(Double($0)) } ?? .none
    case .form: .text(title?.string ?? surfaceID.short)
    case .channel: FieldValue(channel?.string)
    case .entity: FieldValue(entityID?.rawValue)
    case .note: FieldValue(note(disclosure))
    case .state, .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk,
      .emotion, .turns, .graph, .call, .status, .name, .type, .at, .event, .what, .severity,
      .alert, .subject, .value, .number, .target, .trend:
      .none
    }
  }

  /// What a reviewer said, or has to do.
  private func note(_ disclosure: Disclosure) -> String? {
    if stage == .rejected, let reason { return reason.words(disclosure) }
    return reviewRequired == true && stage.awaitsDecision ? "to be reviewed" : nil
  }
}

extension SurfaceStage {
  /// How far a form came, as a part of the whole way; `nil` once it is put away.
  fileprivate var progress: Double? {
    switch self {
    case .created: 0.2
    case .delivered: 0.4
    case .opened: 0.6
    case .inProgress: 0.7
    case .submitted, .rejected: 0.8
    case .pendingReview: 0.9
    case .approved: 1
    case .archived: nil
    }
  }
}
