import WallboardEvents

/// What a line holds of a REST read.
struct ReadData: Encodable {
  let source: SnapshotSource
  /// Whether what a read does not have is over.
  var complete: Bool?
  var reason: BoundedString?
  var retryAt: Timestamp?
  var items: Items?
  /// Whether nothing that has a place on the board is missing, although the list is not complete.
  var tellsAll: Bool?
  /// What was not understood, and how often where that is more.
  var degraded: [BoundedString]?
  var degradedCount: Int?

  /// What a read found.
  enum Items {
    case services([Name])
    case calls([CallSnapshot])
    case operators([OperatorSnapshot])
    case escalations([EscalationSnapshot])
    case surfaces([SurfaceSnapshot])
  }

  struct Name: Encodable {
    let id: ServiceID
    let name: BoundedString
  }

  private enum CodingKeys: String, CodingKey {
    case source, complete, reason, items, degraded
    case tellsAll = "tells_all"
    case degradedCount = "degraded_count"
    case retryAt = "retry_at"
  }

  init(_ source: SnapshotSource) {
    self.source = source
  }

  init(_ part: SnapshotPart, _ notes: ReadNotes) {
    source = part.source
    if notes.tellsAll, !part.isComplete { tellsAll = true }
    if !notes.faults.isEmpty { degraded = notes.faults.sentences }
    if notes.faults.count > notes.faults.sentences.count { degradedCount = notes.faults.count }
    switch part {
    case .services(let names):
      let sorted = names.sorted { $0.key < $1.key }
      items = .services(sorted.map { Name(id: $0.key, name: $0.value) })
    case .calls(let found, let isComplete): (items, complete) = (.calls(found), isComplete)
    case .operators(let found, let isComplete): (items, complete) = (.operators(found), isComplete)
    case .escalations(let found, let isComplete):
      (items, complete) = (.escalations(found), isComplete)
    case .surfaces(let found, let isComplete): (items, complete) = (.surfaces(found), isComplete)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encodeIfPresent(complete, forKey: .complete)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(retryAt, forKey: .retryAt)
    try container.encodeIfPresent(tellsAll, forKey: .tellsAll)
    try container.encodeIfPresent(degraded, forKey: .degraded)
    try container.encodeIfPresent(degradedCount, forKey: .degradedCount)
    switch items {
    case .services(let names): try container.encode(names, forKey: .items)
    case .calls(let found): try container.encode(found, forKey: .items)
    case .operators(let found): try container.encode(found, forKey: .items)
    case .escalations(let found): try container.encode(found, forKey: .items)
    case .surfaces(let found): try container.encode(found, forKey: .items)
    case nil: break
    }
  }

  /// What is to be said of it.
  var notes: ReadNotes {
    ReadNotes(
      faults: FieldFaults(degraded ?? [], count: degradedCount ?? 0), tellsAll: tellsAll ?? false)
  }

  /// What was found; `nil` where nothing is told of it.
  var part: SnapshotPart? {
    let isComplete = complete ?? false
    return switch items {
    case .services(let names):
      .services(Dictionary(names.map { ($0.id, $0.name) }) { first, _ in first })
    case .calls(let found): .calls(found, isComplete: isComplete)
    case .operators(let found): .operators(found, isComplete: isComplete)
    case .escalations(let found): .escalations(found, isComplete: isComplete)
    case .surfaces(let found): .surfaces(found, isComplete: isComplete)
    case nil: nil
    }
  }
}

extension ReadData: FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    source = try fields.key("source")
    complete = fields.optional("complete")
    reason = fields.optional("reason")
    retryAt = fields.optional("retry_at")
    tellsAll = fields.optional("tells_all")
    degraded = fields.optional("degraded")
    degradedCount = fields.optional("degraded_count")
    items =
      switch source {
      case .services: fields.optional("items").map(Items.services)
      case .calls: fields.optional("items").map(Items.calls)
      case .operators: fields.optional("items").map(Items.operators)
      case .escalations: fields.optional("items").map(Items.escalations)
      case .surfaces: fields.optional("items").map(Items.surfaces)
      }
    value.collect(fields)
  }
}

extension ReadData.Name: FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    id = try fields.key("id")
    name = try fields.key("name")
    value.collect(fields)
  }
}
