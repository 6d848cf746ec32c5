import WallboardBoard
import WallboardEvents

struct OperatorDocument: Encodable {
  let operatorID: OperatorID
  @Nullable var name: Text?
  @Nullable var status: String?
  @Nullable var statusSince: Timestamp?
  @Nullable var callSID: CallSID?
  @Nullable var mode: String?

  enum CodingKeys: String, CodingKey {
    case name, status, mode
    case operatorID = "operator_id"
    case statusSince = "status_since"
    case callSID = "call_sid"
  }

  init(_ person: Operator) {
    operatorID = person.operatorID
    _name = Nullable(wrappedValue: person.name)
    _status = Nullable(wrappedValue: person.status?.word)
    _statusSince = Nullable(wrappedValue: person.statusSince)
    _callSID = Nullable(wrappedValue: person.callSID)
    _mode = Nullable(wrappedValue: person.mode?.word)
  }
}

struct SurfaceDocument: Encodable {
  let surfaceID: SurfaceID
  @Nullable var entityID: EntityID?
  @Nullable var channel: Text?
  let stage: String
  let stageSince: Timestamp
  @Nullable var fieldsCount: Int?
  let fieldsSaved: [Text]
  @Nullable var reviewRequired: Bool?
  @Nullable var reason: Protected<Text>?
  @Nullable var originalSurfaceID: SurfaceID?

  enum CodingKeys: String, CodingKey {
    case channel, stage, reason
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case stageSince = "stage_since"
    case fieldsCount = "fields_count"
    case fieldsSaved = "fields_saved"
    case reviewRequired = "review_required"
    case originalSurfaceID = "original_surface_id"
  }

  init(_ surface: Surface) {
    surfaceID = surface.surfaceID
    stage = surface.stage.rawValue
    stageSince = surface.stageSince
    fieldsSaved = surface.fieldsSaved
    _entityID = Nullable(wrappedValue: surface.entityID)
    _channel = Nullable(wrappedValue: surface.channel)
    _fieldsCount = Nullable(wrappedValue: surface.fieldsCount)
    _reviewRequired = Nullable(wrappedValue: surface.reviewRequired)
    _reason = Nullable(wrappedValue: surface.reason)
    _originalSurfaceID = Nullable(wrappedValue: surface.originalSurfaceID)
  }
}

struct TextSessionDocument: Encodable {
  let sessionID: SessionID
  @Nullable var serviceID: ServiceID?
  @Nullable var channelKind: Text?
  @Nullable var entityID: EntityID?
  let startedAt: Timestamp

  enum CodingKeys: String, CodingKey {
    case sessionID = "session_id"
    case serviceID = "service_id"
    case channelKind = "channel_kind"
    case entityID = "entity_id"
    case startedAt = "started_at"
  }

  init(_ session: TextSession) {
    sessionID = session.sessionID
    _serviceID = Nullable(wrappedValue: session.serviceID)
    _channelKind = Nullable(wrappedValue: session.channelKind)
    startedAt = session.startedAt
    _entityID = Nullable(wrappedValue: session.entityID)
  }
}

struct EndedTextSessionsDocument: Encodable {
  let count: Int
  let durationSecondsSum: Double
  let turnCountSum: Int

  enum CodingKeys: String, CodingKey {
    case count
    case durationSecondsSum = "duration_seconds_sum"
    case turnCountSum = "turn_count_sum"
  }

  init(_ ended: EndedTextSessions) {
    count = ended.count
    durationSecondsSum = ended.durationSum
    turnCountSum = ended.turnCountSum
  }
}
