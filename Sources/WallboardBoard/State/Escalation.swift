package import WallboardEvents

/// A call's request for a human, and what came of it (contract 4).
package struct Escalation: Equatable, Sendable {
  /// `nil` when only a flag of a REST read told of it, or an event whose id could not be understood.
  package var escalationID: EscalationID?
  /// Whether an event told of it: only one has a reason, and none needs to.
  package var isTold = false
  package var status: Open<EscalationStatus>
  package var trigger: Open<EscalationTrigger>?
  package var reason: Protected<Text>?
  package var requestedAt: Timestamp?
  package var connectedAt: Timestamp?

  /// An escalation that stands so.
  package init(escalationID: EscalationID?, status: Open<EscalationStatus>) {
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
}
