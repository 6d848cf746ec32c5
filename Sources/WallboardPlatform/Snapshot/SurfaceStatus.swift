import WallboardEvents

/// The statuses of the REST interface, which are not the stages that events tell of.
enum SurfaceStatus: String, FieldReadable {
  case created, delivered, opened, partial, completed, expired, archived
  case pendingReview = "pending_review"

  var stage: SurfaceStage {
    switch self {
    case .created: .created
    case .delivered: .delivered
    case .opened: .opened
    case .partial: .inProgress
    case .pendingReview: .pendingReview
    case .completed: .submitted
    case .expired, .archived: .archived
    }
  }
}
