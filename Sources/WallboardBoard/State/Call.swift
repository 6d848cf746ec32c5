package import WallboardEvents

/// A live call.
package struct Call: Equatable, Sendable {
  /// How the board came to know of a call.
  package enum Origin: String, Sendable {
    /// From its `call.started`.
    case event
    /// From a REST read.
    case snapshot
    /// From an event that named it.
    case inferred
  }

  package let callSID: CallSID
  package var origin: Origin
  package var direction: Open<Direction>?
  package var serviceID: ServiceID?
  /// The service's name where the call's own read gave one.
  package var serviceName: Text?
  package var callerID: Protected<PersonalIdentifier>?
  /// When it began; `nil` for an inferred call.
  package var startedAt: Timestamp?
  /// When the board first knew of it.
  package var firstSeenAt: Timestamp
  package var escalation: Escalation?
  /// The operators on the call, in the order in which they joined.
  package var operators: [CallOperator] = []
  package var wrapUpReason: Text?
  package var riskLevel: Open<RiskLevel>?
  package var priorityReasons: [Open<PriorityReason>] = []
  package var currentState: Text?
  package var emotion: Text?
  package var turnCount: Int?
  /// The revision at which an event last changed it.
  package var touched: Revision = 0

  /// A call of which nothing else is known.
  package init(callSID: CallSID, origin: Origin, firstSeenAt: Timestamp) {
    self.callSID = callSID
    self.origin = origin
    self.firstSeenAt = firstSeenAt
  }

  /// When it began, as far as the board can tell.
  package var since: Timestamp { startedAt ?? firstSeenAt }
}

/// An operator on a call.
package struct CallOperator: Equatable, Sendable {
  package let operatorID: OperatorID
  /// `nil` when only a REST read told of the operator, or it could not be understood.
  package var mode: Open<OperatorMode>?
  package var joinedAt: Timestamp?

  /// An operator on a call, in that mode.
  package init(operatorID: OperatorID, mode: Open<OperatorMode>?, joinedAt: Timestamp?) {
    self.operatorID = operatorID
    self.mode = mode
    self.joinedAt = joinedAt
  }
}

/// A count of the events that were folded: which of two facts is the newer one.
package typealias Revision = UInt64
