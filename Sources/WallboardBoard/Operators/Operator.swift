package import WallboardEvents

/// A human operator.
package struct Operator: Equatable, Sendable {
  package let operatorID: OperatorID
  package var name: Text?
  package var type: Text?
  /// `nil` until an event or a read has told it.
  package var status: Open<OperatorStatus>?
  package var statusSince: Timestamp?
  package var callSID: CallSID?
  package var mode: Open<OperatorMode>?
  package var joinedAt: Timestamp?
  /// The call that a read put the operator on while the board did not have it.
  var awaitedCallSID: CallSID?
  /// The revision at which an event last changed it.
  package var touched: Revision = 0 {
    // What the event says is newer than what the read said.
    didSet { awaitedCallSID = nil }
  }

  /// An operator of whom nothing else is known.
  package init(operatorID: OperatorID) {
    self.operatorID = operatorID
  }

  /// Whether the operator is known to be free to take a call.
  package var isOnline: Bool { if case .known(.online)? = status { true } else { false } }

  /// Leaves that call, if that is where the operator is.
  mutating func leave(_ callSID: CallSID) {
    if self.callSID == callSID { leaveCall() }
  }

  mutating func leaveCall() {
    callSID = nil
    mode = nil
    joinedAt = nil
  }
}

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
