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

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    let status = item.required("status", SurfaceStatus.self)
    var found = SurfaceSnapshot(surfaceID: try item.key("id"), stage: status?.stage)
    found.entityID = item.identifier("entity_id")
    found.title = item.text("title")
    found.stageSince =
      status.flatMap { item.moment(SurfaceItem.key(of: $0)) } ?? item.moment("created_at")
    found.channel = item.text("channel")
    found.fieldsCount = item.optional("fields_count")
    snapshot = found
    value.collect(item)
  }

  private static func key(of status: SurfaceStatus) -> StaticString {
    switch status {
    case .created: "created_at"
    case .delivered: "delivered_at"
    // When the first field was saved is not told.
    case .opened, .partial: "opened_at"
    case .pendingReview, .completed: "submitted_at"
    case .expired: "expires_at"
    case .archived: "archived_at"
    }
  }

  /// Keeps of each surface what was found last, which is the newest.
  static func part(of items: [SurfaceItem], isComplete: Bool) -> SnapshotPart {
    var seen: Set<SurfaceID> = []
    let newest = items.reversed().map(\.snapshot).filter { seen.insert($0.surfaceID).inserted }
    return .surfaces(newest.reversed(), isComplete: isComplete)
  }
}
