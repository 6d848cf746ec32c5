import DequeModule
import OrderedCollections

extension Board {
  mutating func create(_ created: SurfaceCreated, at time: Timestamp) {
    ensureSurface(created.surfaceID, stage: .created, at: time)
    surfaces[created.surfaceID]?.fill(
      entity: created.entityID, channel: created.channel, reviewRequired: created.reviewRequired)
    surfaces[created.surfaceID]?.fieldsCount = created.fieldsCount
  }

  mutating func deliver(_ delivered: SurfaceDelivered, at time: Timestamp) {
    advance(delivered.surfaceID, to: .delivered, at: time)
    surfaces[delivered.surfaceID]?.fill(entity: delivered.entityID, channel: delivered.channel)
  }

  mutating func open(_ opened: SurfaceOpened, at time: Timestamp) {
    advance(opened.surfaceID, to: .opened, at: time)
    surfaces[opened.surfaceID]?.fill(entity: opened.entityID)
  }

  mutating func save(_ field: SurfaceFieldSaved, at time: Timestamp) {
    advance(field.surfaceID, to: .inProgress, at: time)
    surfaces[field.surfaceID]?.fill(entity: field.entityID)
    surfaces[field.surfaceID]?.save(field.fieldKey)
  }

  mutating func awaitReview(_ surface: SurfacePendingReview, at time: Timestamp) {
    move(surface.surfaceID, to: .pendingReview, entity: surface.entityID, at: time)
    surfaces[surface.surfaceID]?.fill(reviewRequired: surface.reviewRequired)
  }

  mutating func reject(_ rejected: SurfaceReviewRejected, at time: Timestamp) {
    move(rejected.surfaceID, to: .rejected, at: time)
    surfaces[rejected.surfaceID]?.reason = rejected.reason
  }

  mutating func reshape(_ reshaped: SurfaceReshaped, at time: Timestamp) {
    ensureSurface(reshaped.surfaceID, stage: .created, at: time)
    surfaces[reshaped.surfaceID]?.originalSurfaceID = reshaped.originalSurfaceID
    let entity = reshaped.entityID ?? surfaces[reshaped.originalSurfaceID]?.entityID
    surfaces[reshaped.surfaceID]?.fill(entity: entity)
  }

  mutating func touch(_ id: SurfaceID) {
    surfaces[id]?.touched = revision
  }

  /// Brings the surface to a stage that follows from nothing before it.
  mutating func move(
    _ id: SurfaceID, to stage: SurfaceStage, entity: EntityID? = nil, at time: Timestamp
  ) {
    ensureSurface(id, stage: stage, at: time)
    surfaces[id]?.fill(entity: entity)
    surfaces[id]?.enter(stage, at: time)
    if stage.isFinished { retire(id) }
  }

  /// Brings the surface to one of the patient's stages, but not back from a later one: a form that
  /// was submitted and is looked at again is still submitted.
  private mutating func advance(_ id: SurfaceID, to stage: SurfaceStage, at time: Timestamp) {
    ensureSurface(id, stage: stage, at: time)
    guard let current = surfaces[id]?.stage, current.precedes(stage) else { return }
    surfaces[id]?.enter(stage, at: time)
  }

  private mutating func ensureSurface(
    _ id: SurfaceID, stage: SurfaceStage, at time: Timestamp
  ) {
    if surfaces[id] == nil {
      surfaces[id] = Surface(surfaceID: id, stage: stage, since: time)
      dropSurfacesOverLimit()
    }
    surfaces[id]?.touched = revision
  }

  /// Remembers that the surface is finished, and forgets the one that has been so the longest.
  private mutating func retire(_ id: SurfaceID) {
    finishedSurfaces.append(id)
    guard finishedSurfaces.count > Limits.finishedSurfaces,
      let oldest = finishedSurfaces.popFirst(), surfaces[oldest]?.stage.isFinished == true
    else { return }
    surfaces.removeValue(forKey: oldest)
  }

  private mutating func dropSurfacesOverLimit() {
    guard surfaces.count > Limits.surfaces,
      let oldest = surfaces.values.min(by: { $0.stageSince < $1.stageSince })
    else { return }
    surfaces.removeValue(forKey: oldest.surfaceID)
  }
}

extension Surface {
  mutating func fill(
    entity: EntityID? = nil, channel: Text? = nil, reviewRequired: Bool? = nil
  ) {
    entityID = entity ?? entityID
    self.channel = channel ?? self.channel
    self.reviewRequired = reviewRequired ?? self.reviewRequired
  }

  mutating func save(_ key: Text) {
    guard fieldsSaved.count < Limits.surfaceFields, !fieldsSaved.contains(key) else { return }
    fieldsSaved.append(key)
  }
}

extension SurfaceStage {
  /// Whether a patient's `stage` moves a surface on from here. A rejected form goes round again.
  func precedes(_ stage: SurfaceStage) -> Bool {
    switch self {
    case .created, .rejected: true
    case .delivered: stage == .opened || stage == .inProgress
    case .opened: stage == .inProgress
    case .inProgress, .submitted, .pendingReview, .approved, .archived: false
    }
  }
}
