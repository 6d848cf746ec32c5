/// Where a surface stands (interface, "`snapshot --json`").
package enum SurfaceStage: String, CaseIterable, Encodable, FieldReadable, Sendable {
  case created, delivered, opened, submitted, approved, rejected, archived
  case inProgress = "in_progress"
  case pendingReview = "pending_review"

  /// Whether nothing more is expected to happen to it. An approved form can still be delivered.
  package var isFinished: Bool {
    switch self {
    case .rejected, .archived: true
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview, .approved: false
    }
  }

  /// Whether a review can still come: nobody has decided about it or put it away.
  package var awaitsDecision: Bool {
    switch self {
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview: true
    case .approved, .rejected, .archived: false
    }
  }

  /// Whether it is the patient's turn.
  package var isWithPatient: Bool {
    switch self {
    case .delivered, .opened, .inProgress: true
    case .created, .submitted, .pendingReview, .approved, .rejected, .archived: false
    }
  }
}
