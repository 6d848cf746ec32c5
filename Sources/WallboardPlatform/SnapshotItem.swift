import WallboardEvents

/// An item of a paged list, and how a list of items becomes a part of the board.
protocol SnapshotItem: FieldReadable, Sendable {
  /// The path below the workspace.
  static var path: [String] { get }
  /// The queries that together find everything, in the order of the requests.
  static var queries: [[QueryItem]] { get }
  var hasPlace: Bool { get }
  static func part(of items: [Self], isComplete: Bool) -> SnapshotPart
}

extension SnapshotItem {
  static var queries: [[QueryItem]] { [[]] }
  var hasPlace: Bool { true }
}

/// An `OperatorResponse` of `GET /operators` (contract 3.3). E-mail and telephone are not read.
struct OperatorItem: SnapshotItem {
  static let path = ["operators"]

  private let snapshot: OperatorSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var found = OperatorSnapshot(
      operatorID: try item.key("id"), status: item.word("status"))
    found.name = item.text("name")
    found.type = item.text("type")
    found.statusSince = item.moment("last_status_change")
    switch item.told("active_call_sid", Nameable<Identified.Call>.self) {
    case .nothing: break
    case .value(let call): found.activeCallSID = call.identifier
    case .unreadable: found.isCallUnreadable = true
    }
    snapshot = found
    value.collect(item)
  }

  static func part(of items: [OperatorItem], isComplete: Bool) -> SnapshotPart {
    .operators(items.map(\.snapshot), isComplete: isComplete)
  }
}

/// An `ActiveEscalationItem` of `GET /operators/escalations/active` (contract 3.3). One that names
/// no call, as the contract allows, has no place on the board.
struct EscalationItem: SnapshotItem {
  static let path = ["operators", "escalations", "active"]

  private let snapshot: EscalationSnapshot?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    guard let callSID = try Self.call(&item) else {
      snapshot = nil
      return
    }
    var found = EscalationSnapshot(callSID: callSID, status: item.word("status"))
    found.escalationID = item.identifier("escalation_id")
    found.trigger = item.optional("trigger")
    found.requestedAt = item.moment("requested_at")
    found.connectedAt = item.moment("connected_at")
    found.operatorID = item.identifier("operator_entity_id")
    found.callerID = item.person("caller_id") ?? item.person("phone_number")
    found.direction = item.optional("direction")
    found.callStartedAt = item.moment("started_at")
    snapshot = found
    value.collect(item)
  }

  private static func call(_ item: inout FieldReader) throws(FieldFault) -> CallSID? {
    switch item.told("call_sid", CallSID.self) {
    case .nothing: nil
    case .value(let callSID): callSID
    case .unreadable: throw FieldFault(.unreadable).in("call_sid")
    }
  }

  var hasPlace: Bool { snapshot != nil }

  static func part(of items: [EscalationItem], isComplete: Bool) -> SnapshotPart {
    .escalations(items.compactMap(\.snapshot), isComplete: isComplete)
  }
}

/// A `SurfaceResponse` of `GET /surfaces` (contract 3.5). Its link, which lets anybody in, and what
/// was filled in are not read.
struct SurfaceItem: SnapshotItem {
  static let path = ["surfaces"]

  /// The open statuses, in the order in which surfaces pass through them: a surface that moves on
  /// meanwhile is found twice rather than never.
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
    // The platform does not say when the first field was saved.
    case .opened, .partial: "opened_at"
    case .pendingReview, .completed: "submitted_at"
    case .expired: "expires_at"
    case .archived: "archived_at"
    }
  }

  /// Keeps what was found last of each surface, which is the newest.
  static func part(of items: [SurfaceItem], isComplete: Bool) -> SnapshotPart {
    var seen: Set<SurfaceID> = []
    let newest = items.reversed().map(\.snapshot).filter { seen.insert($0.surfaceID).inserted }
    return .surfaces(newest.reversed(), isComplete: isComplete)
  }
}

/// The statuses of the REST interface, which differ from the stages in events.
private enum SurfaceStatus: String, FieldReadable {
  case created, delivered, opened, partial, completed, expired, archived
  case pendingReview = "pending_review"

  var stage: SurfaceStage {
    switch self {
    case .created: .created
    case .delivered: .delivered
    case .opened: .opened
    case .partial: .inProgress
    case .pendingReview: .pendingReview
    case .completed: .submitted
    case .expired, .archived: .archived
    }
  }
}

/// An item of `GET /services` (contract 3.5).
struct ServiceItem: SnapshotItem {
  static let path = ["services"]

  private let id: ServiceID
  private let name: BoundedString?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    id = try item.key("id")
    name = item.required("name")
    value.collect(item)
  }

  static func part(of items: [ServiceItem], isComplete: Bool) -> SnapshotPart {
    .services(
      Dictionary(items.compactMap { item in item.name.map { (item.id, $0) } }) { _, last in last })
  }
}
