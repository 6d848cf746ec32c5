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
  package var direction: OpenEnum<Direction>?
  package var serviceID: ServiceID?
  /// The service's name where the call's own read gave one.
  package var serviceName: BoundedString?
  package var callerID: Protected<PersonalIdentifier>?
  /// When it began; `nil` for an inferred call.
  package var startedAt: Timestamp?
  /// When the board first knew of it.
  package var firstSeenAt: Timestamp
  package var escalation: Escalation?
  /// The operators on the call, in the order in which they joined.
  package var operators: [CallOperator] = []
  package var wrapUpReason: BoundedString?
  package var riskLevel: OpenEnum<RiskLevel>?
  package var priorityReasons: [OpenEnum<PriorityReason>] = []
  package var currentState: BoundedString?
  package var emotion: BoundedString?
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

extension Call {
  /// Whether an operator speaks in the agent's place.
  package var isTakenOver: Bool {
    operators.contains { if case .known(.takeover)? = $0.mode { true } else { false } }
  }

  /// 0 is the most urgent.
  package var urgency: Int {
    let alone = hasCriticalRisk ? 1 : isAtRisk ? 2 : 5
    guard let escalation else { return alone }
    switch escalation.status {
    case .known(.requested): return 0
    case .other: return escalation.isWaiting ? 0 : 3
    case .known(.connected) where isTakenCareOf: return 3
    case .known(.connected), .known(.handback): return min(alone, 4)
    case .known(.none), .known(.completed): return alone
    }
  }

  /// Whether the platform thinks that the caller may come to harm.
  package var isAtRisk: Bool {
    // By pattern: `==` of another module is not specialised.
    switch riskLevel {
    case .known(.critical), .known(.high): return true
    case .known(.low), .known(.medium), .other, nil: break
    }
    return hasSafetyConcern || priorityReasons.contains(.known(.highRisk))
  }

  var hasCriticalRisk: Bool { if case .known(.critical)? = riskLevel { true } else { false } }

  /// Whether an operator speaks with the caller, as far as anybody knows: who answered and is on the
  /// call may only listen by now.
  var isTakenCareOf: Bool {
    isTakenOver || escalation?.isConnected == true && !isMonitoredAlone
  }

  /// Whether operators are on the call, all of whom only listen.
  private var isMonitoredAlone: Bool {
    !operators.isEmpty
      && operators.allSatisfy { if case .known(.listen)? = $0.mode { true } else { false } }
  }

  /// Whether the caller sounds angry, or in distress.
  var isUpset: Bool {
    emotion.map { Self.upsetEmotions.contains($0.string.lowercased()) } ?? false
  }

  /// The platform's words are its own; these mean it whoever has chosen them.
  private static let upsetEmotions: Set<String> = [
    "angry", "anger", "furious", "rage", "distressed", "distress",
  ]

  /// Whether a rule of safety has found something in what was said.
  var hasSafetyConcern: Bool { priorityReasons.contains(.known(.safetyConcern)) }
}

/// An operator on a call.
package struct CallOperator: Equatable, Sendable {
  package let operatorID: OperatorID
  /// `nil` when only a REST read told of the operator, or it could not be understood.
  package var mode: OpenEnum<OperatorMode>?
  package var joinedAt: Timestamp?

  /// An operator on a call, in that mode.
  package init(operatorID: OperatorID, mode: OpenEnum<OperatorMode>?, joinedAt: Timestamp?) {
    self.operatorID = operatorID
    self.mode = mode
    self.joinedAt = joinedAt
  }
}

/// A call's request for a human, and what came of it (contract 4).
package struct Escalation: Equatable, Sendable {
  /// `nil` when only a flag of a REST read told of it, or an event whose id could not be understood.
  package var escalationID: EscalationID?
  /// Whether an event told of it: only one has a reason, and none needs to.
  package var isTold = false
  package var status: OpenEnum<EscalationStatus>
  package var trigger: OpenEnum<EscalationTrigger>?
  package var reason: Protected<BoundedString>?
  package var requestedAt: Timestamp?
  package var connectedAt: Timestamp?

  /// An escalation that stands so.
  package init(escalationID: EscalationID?, status: OpenEnum<EscalationStatus>) {
    self.escalationID = escalationID
    self.status = status
  }

  /// Whether anybody has asked for a human.
  var wasAsked: Bool { if case .known(.none) = status { false } else { true } }

  /// Whether an operator has answered.
  var isConnected: Bool { if case .known(.connected) = status { true } else { false } }

  /// Whether a caller waits for an operator.
  package var isWaiting: Bool {
    // Of every call in every second: a pattern compares no words.
    switch status {
    case .known(.requested): true
    // Whoever is on the list of the open ones has asked; the word may say what it wants.
    case .other: connectedAt == nil
    case .known: false
    }
  }

  /// Whether it is not over.
  package var isActive: Bool {
    switch status {
    case .known(.requested), .known(.connected), .other: true
    case .known(.none), .known(.handback), .known(.completed): false
    }
  }

  /// Seconds that the caller waited, or has waited until `now`; `nil` where nobody knows, and for
  /// one who got no operator and waits no more.
  package func waited(at now: Timestamp) -> Int64? {
    guard let requestedAt else { return nil }
    return (isWaiting ? now : connectedAt)?.seconds(since: requestedAt)
  }

  /// The same of one who still waits.
  package func waiting(at now: Timestamp) -> Int64? { isWaiting ? waited(at: now) : nil }

  /// The same of one who waits no more.
  package var waitThatWas: Int64? { isWaiting ? nil : connectedAt.flatMap(waited) }
}
