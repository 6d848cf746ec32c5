import DequeModule
import OrderedCollections

extension Board {
  /// The rows of a panel, the most urgent first. The order of two rows changes only when one of
  /// them changes its standing, never because time passes.
  package func rows(of panel: Panel) -> [RowID] {
    switch panel {
    case .calls: callRows
    case .operators: operatorRows
    case .surfaces: surfaceRows
    case .activity: activity.entries.reversed().map { .activity($0.sequence) }
    case .alerts:
      alerts.ranked.map { .alert($0.number) } + alerts.history.reversed().map { .alert($0.number) }
    case .numbers: Metric.allCases.map { .metric($0) }
    }
  }

  /// Callers who wait for a human, the longest wait first; then who has one; then the rest, the
  /// longest call first.
  private var callRows: [RowID] {
    ranked(calls.values) { ($0.urgency, $0.urgentSince, .call($0.callSID)) }
  }

  private var surfaceRows: [RowID] {
    ranked(surfaces.values) { ($0.urgency, $0.stageSince, .surface($0.surfaceID)) }
  }

  private var operatorRows: [RowID] {
    operators.values
      .map {
        (rank: $0.urgency, name: $0.name?.string ?? $0.operatorID.rawValue, id: $0.operatorID)
      }
      .sorted { ($0.rank, $0.name, $0.id) < ($1.rank, $1.name, $1.id) }
      .map { .operator($0.id) }
  }

  /// The rows by rank, then by time. Rows are sorted, not things: this is done for every frame, and
  /// a thing is large.
  private func ranked<Things: Collection>(
    _ things: Things, key: (Things.Element) -> (rank: Int, since: Timestamp, row: RowID)
  ) -> [RowID] {
    things.map(key)
      .sorted { ($0.rank, $0.since) < ($1.rank, $1.since) }
      .map(\.row)
  }
}

extension Call {
  /// 0 is the most urgent.
  package var urgency: Int {
    guard let escalation else { return 3 }
    switch escalation.status {
    case .known(.requested): return 0
    case .known(.connected), .other: return 1
    case .known(.handback): return 2
    case .known(.none), .known(.completed): return 3
    }
  }

  fileprivate var urgentSince: Timestamp {
    urgency == 0 ? escalation?.requestedAt ?? since : since
  }
}

extension Operator {
  fileprivate var urgency: Int {
    switch status {
    case .known(.busy): 0
    case .known(.online): 1
    case .other: 2
    case .known(.offline): 3
    case nil: 4
    }
  }
}

extension Surface {
  /// 0 is the most urgent. A submitted form that needs no review is as good as finished.
  fileprivate var urgency: Int {
    let isDone = stage == .submitted && reviewRequired == false
    return isDone ? SurfaceStage.created.urgency : stage.urgency
  }
}

extension SurfaceStage {
  fileprivate var urgency: Int {
    switch self {
    case .pendingReview: 0
    case .submitted: 1
    case .inProgress: 2
    case .opened: 3
    case .delivered: 4
    case .created: 5
    case .rejected: 6
    case .approved: 7
    case .archived: 8
    }
  }
}
