import WallboardEvents

extension Call {
  /// What a field of the call holds at that moment.
  func value(
    of field: Field, at now: Timestamp, in board: Board, _ disclosure: Disclosure
  ) -> FieldValue {
    switch field {
    case .state: .text(stateWords(at: now))
    case .wait: wait(at: now)
    case .time: .seconds(now.seconds(since: since))
    case .direction: FieldValue(direction?.word)
    case .service: FieldValue(board.serviceName(of: self))
    case .caller: caller(disclosure)
    case .operator: FieldValue(operatorNames(board))
    case .mode: FieldValue(operators.compactMap(\.mode?.word).joined(separator: ", "))
    case .why: FieldValue(CallReasons(self, disclosure).words.joined(separator: ", "))
    case .risk: FieldValue(riskLevel?.word)
    case .emotion: FieldValue(emotion?.string)
    case .turns: turnCount.map { .number(Double($0)) } ?? .none
    case .graph: FieldValue(currentState?.string)
    case .call: .text(callSID.rawValue)
    case .status, .since, .name, .type, .stage, .progress, .saved, .form, .channel, .entity, .note,
      .at, .event, .what, .severity, .alert, .subject, .value, .number, .target, .trend:
      .none
    }
  }

  /// How long the caller has waited; one who waits no more is not waited for.
  private func wait(at now: Timestamp) -> FieldValue {
    guard let escalation, escalation.isWaiting else { return .none }
    return escalation.waited(at: now).map(FieldValue.seconds) ?? .none
  }

  private func caller(_ disclosure: Disclosure) -> FieldValue {
    guard let callerID, !callerID.isEmpty else { return .none }
    return .text(callerID.label("caller", disclosure))
  }

  private func operatorNames(_ board: Board) -> String {
    operators.map { board.name(of: $0.operatorID) }.joined(separator: ", ")
  }
}

extension DepartedCall {
  /// What a field of the call held when it ended: its row stands still.
  func value(of field: Field, in board: Board, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .state:
      .text(call.stateWords(at: since) + "\nended " + (ending.completionReason?.word ?? ""))
    case .time: length
    case .wait, .direction, .service, .caller, .operator, .mode, .why, .risk, .emotion, .turns,
      .graph, .call, .status, .since, .name, .type, .stage, .progress, .saved, .form, .channel,
      .entity, .note, .at, .event, .what, .severity, .alert, .subject, .value, .number, .target,
      .trend:
      call.value(of: field, at: since, in: board, disclosure)
    }
  }

  /// The platform's length of the call, where it is one.
  private var length: FieldValue {
    guard let seconds = ending.duration, seconds.isFinite, abs(seconds) < 1e9 else { return .none }
    return .seconds(Int64(max(0, seconds)))
  }
}
