extension SimulatedSurface {
  /// Dates the creation, and after it, evenly, every stage that lies behind.
  mutating func backdate(to time: Int, stagesApart step: Int) {
    createdAt = time
    stageSince = time
    for moment in momentsBehind {
      stageSince += step
      self[keyPath: moment] = stageSince
    }
  }

  private var momentsBehind: [WritableKeyPath<Self, Int?>] {
    switch stage {
    case .created: []
    case .delivered: [\.deliveredAt]
    case .opened, .inProgress: [\.deliveredAt, \.openedAt]
    case .submitted, .pendingReview: [\.deliveredAt, \.openedAt, \.submittedAt]
    case .approved, .rejected: [\.deliveredAt, \.openedAt, \.submittedAt, \.reviewedAt]
    case .archived: [\.archivedAt]
    }
  }
}
