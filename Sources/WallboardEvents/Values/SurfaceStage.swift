/// Where a surface stands (interface, "`snapshot --json`").
package enum SurfaceStage: String, CaseIterable, Encodable, FieldReadable, Sendable {
  case created, delivered, opened, submitted, approved, rejected, archived
  case inProgress = "in_progress"
  case pendingReview = "pending_review"

  /// Whether nothing more is expected to happen to it.
  package var isFinished: Bool {
    switch self {
    case .approved, .rejected, .archived: true
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview: false
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
