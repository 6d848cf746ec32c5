package import WallboardEvents

/// A form that was sent to a patient.
package struct Surface: Equatable, Sendable {
  package let surfaceID: SurfaceID
  package var entityID: EntityID?
  package var title: BoundedString?
  package var channel: BoundedString?
  package var stage: SurfaceStage
  package var stageSince: Timestamp
  package var fieldsCount: Int?
  /// The keys of the saved fields, each once, in the order in which they were saved.
  package var fieldsSaved: [BoundedString] = []
  package var reviewRequired: Bool?
  /// Why a reviewer rejected it.
  package var reason: Protected<BoundedString>?
  package var originalSurfaceID: SurfaceID?
  /// An event no later than this may have been before the read that told the stage but not since
  /// when; `nil` when an event told the stage.
  var stageReadAt: Timestamp?
  /// The revision at which an event last changed it.
  package var touched: Revision = 0

  /// A surface that came to that stage then.
  package init(surfaceID: SurfaceID, stage: SurfaceStage, since: Timestamp) {
    self.surfaceID = surfaceID
    self.stage = stage
    stageSince = since
  }

  mutating func enter(_ next: SurfaceStage, at time: Timestamp) {
    defer { stageReadAt = nil }
    guard stage != next else {
      // The read was ahead of the stream; the event knows better since when.
      if let stageReadAt, time <= stageReadAt { stageSince = time }
      return
    }
    stage = next
    stageSince = time
    // What was wrong with it has been put right.
    if next == .approved { reason = nil }
  }

  /// How many fields are saved; `nil` when some must be that nobody saw being saved: a read tells
  /// the stage, but not the fields.
  package var savedCount: Int? {
    guard fieldsSaved.isEmpty else { return fieldsSaved.count }
    switch stage {
    case .created, .delivered, .opened: return 0
    case .inProgress, .submitted, .pendingReview, .approved, .rejected, .archived: return nil
    }
  }
}

extension Board {
  var surfaceRows: [RowID] {
    var keys: [RowKey] = []
    keys.reserveCapacity(surfaces.count)
    surfaces.forEachRow { keys.append($0.rowKey) }
    return keys.sorted { ($0.rank, $0.since) < ($1.rank, $1.since) }.map(\.row)
  }
}

extension Surface {
  fileprivate var rowKey: RowKey { (urgency, stageSince, .surface(surfaceID)) }

  /// 0 is the most urgent. A submitted form that needs no review is as good as finished.
  fileprivate var urgency: Int {
    let isDone = stage == .submitted && reviewRequired == false
    return isDone ? SurfaceStage.created.urgency : stage.urgency
  }

  func mark(at now: Timestamp) -> RowMark? {
    guard touched > 0, now.seconds(since: stageSince) < RowMark.shownFor else { return nil }
    return stage == .created ? .new : .changed
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

extension Surface {
  /// What a field of the surface holds at that moment.
  func value(of field: Field, at now: Timestamp, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .stage: .text(stage.spoken + "\n" + stage.rawValue.withoutUnderscores)
    case .since: .seconds(now.seconds(since: stageSince))
    case .progress: stage.progress.map(FieldValue.number) ?? .none
    case .saved: savedCount.map { .number(Double($0)) } ?? .none
    case .form: .text(title?.string ?? surfaceID.short)
    case .channel: FieldValue(channel?.spoken)
    case .entity: FieldValue(entityID?.rawValue)
    case .note: FieldValue(note(disclosure))
    // Fields of other things.
    case _: .none
    }
  }

  /// What a reviewer said, or has to do.
  private func note(_ disclosure: Disclosure) -> String? {
    if stage == .rejected, let reason { return reason.words(disclosure) }
    return reviewRequired == true && stage.awaitsDecision ? "needs a review\nto be reviewed" : nil
  }
}

extension SurfaceStage {
  /// How far a form came, as a part of the whole way; `nil` once it is put away.
  fileprivate var progress: Double? {
    switch self {
    case .created: 0.2
    case .delivered: 0.4
    case .opened: 0.6
    case .inProgress: 0.7
    case .submitted, .rejected: 0.8
    case .pendingReview: 0.9
    case .approved: 1
    case .archived: nil
    }
  }
}
