import DequeModule
import OrderedCollections
import WallboardEvents

extension Board {
  mutating func create(_ created: SurfaceCreated, at time: Timestamp) {
    ensureSurface(created.surfaceID, at: time)
    history.note(at: clock(time)) { $0.surfacesCreated += 1 }
    surfaces[created.surfaceID]?.fill(
      entity: created.entityID, channel: created.channel, reviewRequired: created.reviewRequired)
    if let count = created.fieldsCount { surfaces[created.surfaceID]?.fieldsCount = count }
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

  mutating func submit(_ submitted: SurfaceSubmitted, at time: Timestamp) {
    ensureSurface(submitted.surfaceID, at: time)
    if surfaces[submitted.surfaceID]?.wasSubmitted(before: time) == false {
      history.note(at: clock(time)) { $0.surfacesSubmitted += 1 }
    }
    advance(submitted.surfaceID, to: .submitted, at: time)
    surfaces[submitted.surfaceID]?.fill(entity: submitted.entityID)
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
    ensureSurface(reshaped.surfaceID, at: time)
    surfaces[reshaped.surfaceID]?.originalSurfaceID = reshaped.originalSurfaceID
    let original =
      surfaces[reshaped.originalSurfaceID] ?? unlistedSurfaces[reshaped.originalSurfaceID]
    let entity = reshaped.entityID ?? original?.entityID
    surfaces[reshaped.surfaceID]?.fill(entity: entity)
  }

  mutating func touch(_ updated: SurfaceUpdated) {
    surfaces[updated.surfaceID]?.touched = revision
    surfaces[updated.surfaceID]?.fill(entity: updated.entityID)
  }

  /// Brings the surface to a stage that somebody decided, whatever came before.
  mutating func move(
    _ id: SurfaceID, to stage: SurfaceStage, entity: EntityID? = nil, at time: Timestamp
  ) {
    ensureSurface(id, at: time)
    surfaces[id]?.fill(entity: entity)
    enter(stage, id, at: time)
  }

  /// Brings the surface to one of the patient's stages, but not back from a later one: a form that
  /// was submitted and is looked at again is still submitted.
  private mutating func advance(_ id: SurfaceID, to stage: SurfaceStage, at time: Timestamp) {
    ensureSurface(id, at: time)
    guard let current = surfaces[id]?.stage, current == stage || current.precedes(stage) else {
      return
    }
    enter(stage, id, at: time)
  }

  /// Makes sure that the surface is on the board; one that no event made known was created before.
  private mutating func ensureSurface(_ id: SurfaceID, at time: Timestamp) {
    if surfaces[id] == nil {
      if surfaces.count >= Limits.surfaces { dropSurface() }
      surfaces[id] =
        unlistedSurfaces.removeValue(forKey: id)
        ?? Surface(surfaceID: id, stage: .created, since: time)
    }
    surfaces[id]?.touched = revision
  }

  /// Changes the stage, and keeps the list of the finished surfaces, of which the one that has been
  /// finished the longest is forgotten.
  mutating func enter(_ stage: SurfaceStage, _ id: SurfaceID, at time: Timestamp) {
    guard let current = surfaces[id]?.stage else { return }
    surfaces[id]?.enter(stage, at: time)
    guard current != stage else { return }
    if current.isFinished { finishedSurfaces.removeAll { $0 == id } }
    guard stage.isFinished else { return }
    finishedSurfaces.append(id)
    if finishedSurfaces.count > Limits.finishedSurfaces { dropSurface() }
  }

  /// Forgets the oldest finished surface, else the one longest without an event.
  private mutating func dropSurface() {
    let oldest =
      finishedSurfaces.popFirst()
      ?? surfaces.values.min { $0.touched < $1.touched }?.surfaceID
    if let oldest { surfaces.removeValue(forKey: oldest) }
  }
}

extension Surface {
  /// By how many seconds the platform's clock, which tells when events were, may be ahead of this
  /// machine's, which tells when a read was.
  private static let clockDifference = 5.0

  mutating func fill(
    entity: EntityID? = nil, channel: Text? = nil, reviewRequired: Bool? = nil
  ) {
    entityID = entity ?? entityID
    self.channel = channel ?? self.channel
    self.reviewRequired = reviewRequired ?? self.reviewRequired
  }

  /// Whether it was known to be handed in before an event of that time told so: a read that may
  /// have come later than the event knew it from the same deed.
  func wasSubmitted(before time: Timestamp) -> Bool {
    !stage.precedes(.submitted)
      && stageReadAt.map { $0.advanced(seconds: Self.clockDifference) < time } ?? true
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
    case .delivered: stage == .opened || stage == .inProgress || stage == .submitted
    case .opened: stage == .inProgress || stage == .submitted
    case .inProgress: stage == .submitted
    case .submitted, .pendingReview, .approved, .archived: false
    }
  }
}
