/// A call's latest request for a person.
struct SimulatedEscalation: Sendable, Equatable {
  let id: String
  /// Rising with each escalation of the centre: where a page of them goes on.
  let ordinal: Int
  let cause: EscalationCause
  /// Absent when the request was made before the centre's first event: no read tells it, so no
  /// reader can know it.
  let reason: String?
  let requestedAt: Int
  var status = Status.requested
  var connectedAt: Int?

  enum Status: String, Sendable {
    case requested, connected, handback, completed
  }

  /// Whether the list of active escalations has it.
  var isActive: Bool {
    switch status {
    case .requested, .connected: true
    case .handback, .completed: false
    }
  }
}
