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
