import WallboardEvents

/// A `SurfaceResponse` of `GET /surfaces` (contract 3.5). Its link, which lets anybody in, and what
/// was filled in are left where they are.
struct SurfaceItem: SnapshotItem {
  static let path = ["surfaces"]

  /// The open ones, in the order in which surfaces go through them: one that moves on meanwhile is
  /// found again later, and none slips through.
  static let queries = [
    SurfaceStatus.created, .delivered, .opened, .partial, .pendingReview,
  ].map { [QueryItem("status", $0.rawValue)] }

  private let snapshot: SurfaceSnapshot

  private enum Key: String, CodingKey {
    case id, title, status, channel
    case entityID = "entity_id"
    case fieldsCount = "fields_count"
    case createdAt = "created_at"
    case deliveredAt = "delivered_at"
    case openedAt = "opened_at"
    case submittedAt = "submitted_at"
    case archivedAt = "archived_at"
    case expiresAt = "expires_at"
  }

  init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    let status = try item.decode(SurfaceStatus.self, forKey: .status)
    var found = SurfaceSnapshot(
      surfaceID: try item.decode(SurfaceID.self, forKey: .id), stage: status.stage)
    found.entityID = item.readable(EntityID.self, .entityID)
    found.title = item.text(.title)
    found.stageSince = item.moment(SurfaceItem.key(of: status)) ?? item.moment(.createdAt)
    found.channel = item.text(.channel)
    found.fieldsCount = item.readable(Int.self, .fieldsCount)
    snapshot = found
  }

  private static func key(of status: SurfaceStatus) -> Key {
    switch status {
    case .created: .createdAt
    case .delivered: .deliveredAt
    // When the first field was saved is not told.
    case .opened, .partial: .openedAt
    case .pendingReview, .completed: .submittedAt
    case .expired: .expiresAt
    case .archived: .archivedAt
    }
  }

  /// Keeps of each surface what was found last, which is the newest.
  static func part(of items: [SurfaceItem], isComplete: Bool) -> SnapshotPart {
    var seen: Set<SurfaceID> = []
    let newest = items.reversed().map(\.snapshot).filter { seen.insert($0.surfaceID).inserted }
    return .surfaces(newest.reversed(), isComplete: isComplete)
  }
}
