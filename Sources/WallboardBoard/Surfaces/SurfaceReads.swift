import WallboardEvents

extension Board {
  mutating func merge(
    surfaces found: [SurfaceSnapshot], isComplete: Bool, sent: Revision, at time: Timestamp
  ) {
    for snapshot in found { merge(snapshot, sent: sent, at: time) }
    quietSurfaces.reset()
    guard isComplete else { return }
    let open = Set(found.map(\.surfaceID))
    var gone: [Surface] = []
    surfaces.forEachRow { surface in
      guard surface.touched <= sent, surface.stage.isListedAsOpen else { return }
      if !open.contains(surface.surfaceID) { gone.append(surface) }
    }
    for surface in gone {
      // It went on while nobody listened; where to, no read of the open ones tells.
      surfaces.removeValue(forKey: surface.surfaceID)
      unlistedSurfaces[surface.surfaceID] = surface
    }
    let excess = unlistedSurfaces.count - Limits.unlistedSurfaces
    if excess > 0 { unlistedSurfaces.removeFirst(excess) }
  }

  private mutating func merge(_ snapshot: SurfaceSnapshot, sent: Revision, at time: Timestamp) {
    let id = snapshot.surfaceID
    let since = snapshot.stageSince ?? time
    guard surfaces.contains(id) || surfaces.count < Limits.surfaces else { return }
    var surface =
      surfaces[id] ?? unlistedSurfaces.removeValue(forKey: id)
      ?? Surface(surfaceID: id, stage: .created, since: since)
    surface.complete(with: snapshot)
    surfaces[id] = surface
    guard surface.touched <= sent, let stage = snapshot.stage, surface.stage != stage else {
      return
    }
    let isMomentKnown = snapshot.stageSince != nil && stage.hasMomentInReads
    surfaces.update(id) { known in
      known.enter(stage, at: since)
      if !isMomentKnown { known.stageReadAt = time }
    }
    noteStage(of: id, from: surface.stage, to: stage)
  }
}

extension Surface {
  /// Takes what is not known yet, and what only a read can tell.
  fileprivate mutating func complete(with snapshot: SurfaceSnapshot) {
    entityID = entityID ?? snapshot.entityID
    title = snapshot.title ?? title
    channel = channel ?? snapshot.channel
    fieldsCount = fieldsCount ?? snapshot.fieldsCount
  }
}

extension SurfaceStage {
  /// Whether a read tells since when a surface is at it (contract 3.5): neither when the first field
  /// was saved nor when a review was asked for is told.
  fileprivate var hasMomentInReads: Bool { self != .inProgress && self != .pendingReview }

  /// Whether the read of the open surfaces lists it: a submitted one counts as completed there
  /// (contract 3.5).
  fileprivate var isListedAsOpen: Bool {
    switch self {
    case .created, .delivered, .opened, .inProgress, .pendingReview: true
    case .submitted, .approved, .rejected, .archived: false
    }
  }
}
