/// How an action misbehaves.
extension SimulatedPlatform {
  /// The answer to an action as it arrives, if it does.
  func delivered(_ response: HTTPResponse) -> HTTPResponse {
    guard faults.take(oneOf: [.actionLost]) == nil else { return HTTPResponse(.ok, .nothing) }
    var response = response
    if response.status.code == HTTPStatus.ok.code, faults.take(oneOf: [.actionGarbage]) != nil {
      response = HTTPResponse(
        headers: response.headers, .whole(Garbage.answer(number: garbageAnswers)))
      garbageAnswers += 1
    }
    if let seconds = faults.amount(of: .actionSlow) { response.delay = .seconds(seconds) }
    return response
  }
}

extension Problem {
  /// The refusal of an action that a fault asks for.
  static func fault(
    _ kind: FaultKind, of action: Action, for request: HTTPRequest, at now: Int
  ) -> Problem {
    switch kind {
    case .actionForbidden: Problem(status: kind.status, detail: .string(action.permission))
    case .actionInvalid:
      .invalid(
        ["body"], "value_error", "Value error (simulated)", input: JSON(parsing: request.body))
    default: .fault(kind, for: request, at: now)
    }
  }
}
