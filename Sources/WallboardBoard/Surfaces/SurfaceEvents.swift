import DequeModule
import WallboardEvents

extension Board {
  mutating func create(_ created: SurfaceCreated, at time: Timestamp) {
    history.note(at: clock(time)) { $0.surfacesCreated += 1 }
    change(created.surfaceID, at: time) { surface in
      surface.fill(
        entity: created.entityID, channel: created.channel, reviewRequired: created.reviewRequired)
      surface.fieldsCount = created.fieldsCount ?? surface.fieldsCount
    }
  }

  mutating func deliver(_ delivered: SurfaceDelivered, at time: Timestamp) {
    change(delivered.surfaceID, at: time) { surface in
      surface.advance(to: .delivered, at: time)
      surface.fill(entity: delivered.entityID, channel: delivered.channel)
    }
  }

  mutating func open(_ opened: SurfaceOpened, at time: Timestamp) {
    change(opened.surfaceID, at: time) { surface in
      surface.advance(to: .opened, at: time)
      surface.fill(entity: opened.entityID)
    }
  }

  mutating func save(_ field: SurfaceFieldSaved, at time: Timestamp) {
    change(field.surfaceID, at: time) { surface in
      surface.advance(to: .inProgress, at: time)
      surface.fill(entity: field.entityID)
      if let key = field.fieldKey { surface.save(key) }
    }
  }

  mutating func submit(_ submitted: SurfaceSubmitted, at time: Timestamp) {
    var isNew = false
    change(submitted.surfaceID, at: time) { surface in
      isNew = !surface.wasSubmitted(before: time)
      surface.advance(to: .submitted, at: time)
      surface.fill(entity: submitted.entityID)
    }
    if isNew { history.note(at: clock(time)) { $0.surfacesSubmitted += 1 } }
  }

  mutating func awaitReview(_ awaiting: SurfacePendingReview, at time: Timestamp) {
    change(awaiting.surfaceID, at: time) { surface in
      surface.enter(.pendingReview, at: time)
      surface.fill(entity: awaiting.entityID, reviewRequired: awaiting.reviewRequired)
    }
  }

  mutating func reject(_ rejected: SurfaceReviewRejected, at time: Timestamp) {
    change(rejected.surfaceID, at: time) { surface in
      surface.enter(.rejected, at: time)
      surface.reason = rejected.reason
    }
  }

  mutating func reshape(_ reshaped: SurfaceReshaped, at time: Timestamp) {
    guard ensureSurface(reshaped.surfaceID, at: time) else { return }
    let original = reshaped.originalSurfaceID.flatMap { surfaces[$0] ?? unlistedSurfaces[$0] }
    change(reshaped.surfaceID, at: time) { surface in
      surface.originalSurfaceID = reshaped.originalSurfaceID ?? surface.originalSurfaceID
      surface.fill(entity: reshaped.entityID ?? original?.entityID)
    }
  }

  mutating func touch(_ updated: SurfaceUpdated) {
    surfaces.update(updated.surfaceID) { surface in
      surface.touched = revision
      surface.fill(entity: updated.entityID)
    }
  }

  /// Brings the surface to a stage that somebody decided, whatever came before.
  mutating func move(
    _ id: SurfaceID, to stage: SurfaceStage, entity: EntityID? = nil, at time: Timestamp
  ) {
    change(id, at: time) { surface in
      surface.fill(entity: entity)
      surface.enter(stage, at: time)
    }
  }

  /// Takes what an event tells of a surface; one that no event made known was created before.
  private mutating func change(
    _ id: SurfaceID, at time: Timestamp, _ change: (inout Surface) -> Void
  ) {
    guard ensureSurface(id, at: time) else { return }
    let revision = revision
    let stages = surfaces.update(id) { surface in
      let before = surface.stage
      surface.touched = revision
      change(&surface)
      return (before: before, after: surface.stage)
    }
    if let stages { noteStage(of: id, from: stages.before, to: stages.after) }
  }

  /// Makes sure that the surface is on the board. `false` for one that was finished and forgotten: what
  /// a late event tells of it is no row.
  private mutating func ensureSurface(_ id: SurfaceID, at time: Timestamp) -> Bool {
    guard !surfaces.contains(id) else { return true }
    guard !forgottenSurfaces.contains(id.seededHash) else { return false }
    if surfaces.count >= Limits.surfaces { dropSurface() }
    surfaces[id] =
      unlistedSurfaces.removeValue(forKey: id)
      ?? Surface(surfaceID: id, stage: .created, since: time)
    return true
  }

  /// Keeps the list of the finished surfaces, of which the one that has been finished the longest is
  /// forgotten.
  mutating func noteStage(
    of id: SurfaceID, from before: SurfaceStage, to after: SurfaceStage
  ) {
    guard before != after else { return }
    if before.isFinished { finishedSurfaces.removeAll { $0 == id } }
    guard after.isFinished else { return }
    finishedSurfaces.append(id)
    if finishedSurfaces.count > Limits.finishedSurfaces { dropSurface() }
  }

  /// Forgets the oldest finished surface, else the one longest without an event.
  private mutating func dropSurface() {
    if let oldest = finishedSurfaces.popFirst() {
      surfaces.removeValue(forKey: oldest)
      forgottenSurfaces.insert(oldest.seededHash)
    } else if let quietest = quietSurfaces.next(in: surfaces) {
      surfaces.removeValue(forKey: quietest)
    }
  }
}

extension Surface {
  /// By how many seconds the platform's clock, which dates events, may be ahead of this machine's,
  /// which dates reads.
  private static let clockDifference = 5.0

  /// Comes to one of the patient's stages, but not back from a later one: a form that was submitted
  /// and is looked at again is still submitted.
  fileprivate mutating func advance(to next: SurfaceStage, at time: Timestamp) {
    if stage == next || stage.precedes(next) { enter(next, at: time) }
  }

  fileprivate mutating func fill(
    entity: EntityID? = nil, channel: BoundedString? = nil, reviewRequired: Bool? = nil
  ) {
    entityID = entity ?? entityID
    self.channel = channel ?? self.channel
    self.reviewRequired = reviewRequired ?? self.reviewRequired
  }

  /// Whether it was known as submitted before the event of that time. A read that may have been
  /// answered after the event does not count: it saw the same submission.
  fileprivate func wasSubmitted(before time: Timestamp) -> Bool {
    !stage.precedes(.submitted)
      && stageReadAt.map { $0.advanced(seconds: Self.clockDifference) < time } ?? true
  }

  fileprivate mutating func save(_ key: BoundedString) {
    guard fieldsSaved.count < Limits.surfaceFields, !fieldsSaved.contains(key) else { return }
    fieldsSaved.append(key)
  }
}

extension SurfaceStage {
  /// Whether a patient's `stage` moves a surface on from here. A rejected form goes round again; an
  /// approved one may still be delivered, and is not opened anew by somebody who looks at it again.
  fileprivate func precedes(_ stage: SurfaceStage) -> Bool {
    switch self {
    case .created, .rejected: true
    case .delivered: stage == .opened || stage == .inProgress || stage == .submitted
    case .opened: stage == .inProgress || stage == .submitted
    case .inProgress: stage == .submitted
    case .approved: stage == .delivered
    case .submitted, .pendingReview, .archived: false
    }
  }
}

/// The surfaces that were longest without an event, the longest first, as far as they were looked for.
///
/// To look through all of them for every one that is forgotten would cost more than anything else on a
/// full board. An event makes a surface newer than all that are here: the first that none has touched
/// since is the one.
struct QuietSurfaces: Equatable, Sendable {
  private struct Candidate: Equatable, Sendable {
    let id: SurfaceID
    let touched: Revision
  }

  /// How many are found at once.
  private static let mostCandidates = 1_024

  private var candidates: Deque<Candidate> = []

  /// The one longest without an event; of those without any the first. It is not among them any more.
  mutating func next(in surfaces: Table<SurfaceID, Surface>) -> SurfaceID? {
    if let known = nextUntouched(in: surfaces) { return known }
    find(in: surfaces)
    return nextUntouched(in: surfaces)
  }

  /// Forgets what was found: surfaces came that no event has touched.
  mutating func reset() {
    candidates = []
  }

  private mutating func nextUntouched(in surfaces: Table<SurfaceID, Surface>) -> SurfaceID? {
    while let candidate = candidates.popFirst() {
      let touched = surfaces.look(at: candidate.id) { $0.touched }
      if touched == candidate.touched { return candidate.id }
    }
    return nil
  }

  private mutating func find(in surfaces: Table<SurfaceID, Surface>) {
    var all: [Candidate] = []
    all.reserveCapacity(surfaces.count)
    surfaces.forEachRow { all.append(Candidate(id: $0.surfaceID, touched: $0.touched)) }
    // Places are sorted, not candidates: to move an id costs more than to look.
    let places = all.indices.sorted { (all[$0].touched, $0) < (all[$1].touched, $1) }
    candidates = Deque(places.prefix(Self.mostCandidates).map { all[$0] })
  }
}
