/// A form sent to a patient.
struct SimulatedSurface: Sendable, Equatable {
  let id: String
  /// Rising with each surface of the centre: where a page of them goes on.
  let ordinal: Int
  let entityID: String
  let title: String
  let channel: Channel
  let fields: [String]
  let reviewRequired: Bool
  /// Whether an event has told `reviewRequired`; no read does.
  var isReviewKnown = true
  let originalID: String?
  var createdAt: Int
  var stage = Stage.created
  var stageSince: Int
  /// The keys whose saving an event has told.
  var savedFields: [String] = []
  var reason: String?
  var deliveredAt: Int?
  var openedAt: Int?
  var submittedAt: Int?
  var reviewedAt: Int?
  var archivedAt: Int?

  enum Channel: String, Sendable, CaseIterable {
    case email, sms, web
  }

  enum Stage: String, Sendable {
    case created, delivered, opened
    case inProgress = "in_progress"
    case submitted
    case pendingReview = "pending_review"
    case approved, rejected, archived
  }

  var isOpen: Bool {
    switch stage {
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview: true
    case .approved, .rejected, .archived: false
    }
  }

  /// The platform's own word for the stage in its answers, which has no approval or rejection.
  var status: String {
    switch stage {
    case .created, .delivered, .opened, .archived: stage.rawValue
    case .inProgress: "partial"
    case .pendingReview: "pending_review"
    case .submitted, .approved, .rejected: "completed"
    }
  }
}
