import WallboardEvents

extension Operator {
  /// What a field of the operator holds now.
  func value(of field: Field, in board: Board) -> FieldValue {
    switch field {
    case .status: .text(status?.word ?? "unknown")
    case .since: statusSince.map { .seconds(board.now.seconds(since: $0)) } ?? .none
    case .name: .text(board.name(of: operatorID))
    case .mode: callSID == nil ? .none : .text(mode?.word ?? "on call")
    case .time: timeOnCall(at: board.now)
    case .service: service(board)
    case .type: FieldValue(type?.string)
    case .call: FieldValue(callSID?.rawValue)
    case .state, .wait, .direction, .caller, .operator, .why, .risk, .emotion, .turns, .graph,
      .stage, .progress, .saved, .form, .channel, .entity, .note, .at, .event, .what, .severity,
      .alert, .subject, .value, .number, .target, .trend:
      .none
    }
  }

  private func timeOnCall(at now: Timestamp) -> FieldValue {
    guard callSID != nil, let joinedAt else { return .none }
    return .seconds(now.seconds(since: joinedAt))
  }

  private func service(_ board: Board) -> FieldValue {
    guard let callSID else { return .none }
    return FieldValue(board.calls.look(at: callSID) { board.serviceName(of: $0) } ?? nil)
  }
}
