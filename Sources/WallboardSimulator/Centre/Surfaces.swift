/// A form sent to a patient.
struct SimulatedSurface: Sendable, Equatable {
  let id: String
  /// Rises with each surface of the centre, so that a page can go on after it.
  let ordinal: Int
  let entityID: String
  let title: String
  let channel: Channel
  let fields: [String]
  let reviewRequired: Bool
  /// Whether an event has said `reviewRequired`; no read does.
  var isReviewKnown = true
  let originalID: String?
  var createdAt: Int
  var stage = Stage.created
  var stageSince: Int
  /// The fields that an event has said were saved.
  var savedFields: [String] = []
  var reason: String?
  var deliveredAt: Int?
  var openedAt: Int?
  var submittedAt: Int?
  var reviewedAt: Int?
  var archivedAt: Int?

  enum Channel: String, Sendable, CaseIterable {
    case email, sms, web
  }

  enum Stage: String, Sendable {
    case created, delivered, opened
    case inProgress = "in_progress"
    case submitted
    case pendingReview = "pending_review"
    case approved, rejected, archived
  }

  var isOpen: Bool {
    switch stage {
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview: true
    case .approved, .rejected, .archived: false
    }
  }

  var status: String { stage.status }
}

extension SimulatedSurface.Stage {
  /// The stage as the platform's reads name it, which know no approval or rejection.
  var status: String {
    switch self {
    case .created, .delivered, .opened, .archived: rawValue
    case .inProgress: "partial"
    case .pendingReview: "pending_review"
    case .submitted, .approved, .rejected: "completed"
    }
  }
}

extension SimulatedSurface {
  /// Dates the creation back, and each stage since then by the same step.
  fileprivate mutating func backdate(to time: Int, stagesApart step: Int) {
    createdAt = time
    stageSince = time
    for moment in momentsBehind {
      stageSince += step
      self[keyPath: moment] = stageSince
    }
  }

  private var momentsBehind: [WritableKeyPath<Self, Int?>] {
    switch stage {
    case .created: []
    case .delivered: [\.deliveredAt]
    case .opened, .inProgress: [\.deliveredAt, \.openedAt]
    case .submitted, .pendingReview: [\.deliveredAt, \.openedAt, \.submittedAt]
    case .approved, .rejected: [\.deliveredAt, \.openedAt, \.submittedAt, \.reviewedAt]
    case .archived: [\.archivedAt]
    }
  }
}

extension ContactCentre {
  private static let openSurfaceLimit = 60
  /// How many finished surfaces are kept; the oldest go first.
  static let finishedSurfaceLimit = 500

  mutating func createSurface() {
    guard openSurfaces.count < Self.openSurfaceLimit else { return moveSurface() }
    let surface = makeSurface(for: random.uuid(), originalID: nil)
    add(surface, source: random.element(of: ["agent", "workflow", "console"]))
  }

  private mutating func makeSurface(for entityID: String, originalID: String?) -> SimulatedSurface {
    let fields = Vocabulary.surfaceFields.shuffled(using: &random)
    return SimulatedSurface(
      id: random.uuid(),
      ordinal: nextOrdinal(),
      entityID: entityID,
      title: random.element(of: Vocabulary.surfaceTitles),
      channel: random.element(of: SimulatedSurface.Channel.allCases),
      fields: Array(fields.prefix(random.integer(in: 2...7))),
      reviewRequired: random.chance(0.7),
      originalID: originalID,
      createdAt: nextTime,
      stageSince: nextTime)
  }

  private mutating func add(_ surface: SimulatedSurface, source: String?) {
    emit(
      .surfaceCreated,
      [
        "surface_id": .string(surface.id),
        "entity_id": .string(surface.entityID),
        "channel": .string(surface.channel.rawValue),
        "fields_count": .integer(surface.fields.count),
        "source": JSON(source),
        "form_template_id": random.chance(0.5) ? .string(random.uuid()) : nil,
        "review_required": .boolean(surface.reviewRequired),
      ])
    surfaces.append(surface)
  }

  /// A surface is updated or reshaped, which changes the stage of none.
  mutating func changeSurface() {
    let open = openSurfaces
    guard !open.isEmpty else { return }
    let index = random.element(of: open)
    if random.chance(0.3) { return reshape(index) }
    emit(.surfaceUpdated, ["surface_id": .string(surfaces[index].id)])
  }

  private mutating func reshape(_ index: Int) {
    let original = surfaces[index]
    let surface = makeSurface(for: original.entityID, originalID: original.id)
    add(surface, source: "reshape")
    emit(
      .surfaceReshaped,
      ["surface_id": .string(surface.id), "original_surface_id": .string(original.id)])
  }

  /// Archives a finished surface, now and then one that nobody opened.
  mutating func archiveSurface() {
    let neglected = random.chance(0.2)
    let candidates = surfaces.indices.filter { canArchive(surfaces[$0], neglected: neglected) }
    guard !candidates.isEmpty else { return }
    archive(random.element(of: candidates))
  }

  mutating func archive(_ index: Int) {
    // Before it advances: that may remove an older surface, and the index would be another's.
    surfaces[index].archivedAt = nextTime
    advance(index, to: .archived, by: .surfaceArchived, ["surface_id": id(of: index)])
  }

  private func canArchive(_ surface: SimulatedSurface, neglected: Bool) -> Bool {
    switch surface.stage {
    case .created, .delivered: neglected
    case .approved, .rejected: !neglected
    case .opened, .inProgress, .submitted, .pendingReview, .archived: false
    }
  }

  var openSurfaces: [Int] {
    surfaces.indices.filter { surfaces[$0].isOpen }
  }

  /// A surface that was sent before the first event.
  mutating func makeEarlierSurface(at now: Int) -> SimulatedSurface {
    var surface = makeSurface(for: random.uuid(), originalID: nil)
    surface.isReviewKnown = false
    let stages: [SimulatedSurface.Stage] = [
      .created, .delivered, .opened, .inProgress, .pendingReview,
    ]
    surface.stage = random.element(of: stages)
    let step = random.integer(in: 20_000...400_000)
    surface.backdate(to: now - 4 * step, stagesApart: step)
    return surface
  }

  /// The items of `GET /surfaces`, all of them or those of one status.
  func surfaceItems(status: String?) -> [PageItem] {
    surfaces
      .filter { status == nil || $0.status == status }
      .map { PageItem(ordinal: $0.ordinal, json: $0.item) }
  }
}

extension SimulatedSurface {
  /// An item of `GET /surfaces`.
  var item: JSON {
    [
      "id": .string(id),
      "event_id": .string(id),
      "entity_id": .string(entityID),
      "title": .string(title),
      "description": nil,
      "status": .string(status),
      "channel": .string(channel.rawValue),
      "use_case_id": nil,
      "fields_count": .integer(fields.count),
      "fields": .array(fields.map { ["key": .string($0), "type": "text"] }),
      "resource_type": nil,
      "context": [:],
      "expires_at": JSON(time: createdAt + 7 * 86_400_000),
      "created_at": JSON(time: createdAt),
      "delivered_at": JSON(time: deliveredAt),
      "opened_at": JSON(time: openedAt),
      "submitted_at": JSON(time: submittedAt),
      "submitted_data": nil,
      "delivery_metadata": nil,
      "review_notes": JSON(reason),
      "reviewed_by": nil,
      "reviewed_at": JSON(time: reviewedAt),
      "archived_at": JSON(time: archivedAt),
      "archive_reason": nil,
      "url": .string("https://forms.example.org/s/\(id.prefix(8))"),
    ]
  }

  /// What a client that missed nothing knows of it.
  var truth: JSON {
    [
      "surface_id": .string(id),
      "entity_id": .string(entityID),
      "channel": .string(channel.rawValue),
      "stage": .string(stage.rawValue),
      "stage_since": .integer(stageSince),
      "fields_count": .integer(fields.count),
      "fields_saved": .array(savedFields.map(JSON.string)),
      "review_required": isReviewKnown ? .boolean(reviewRequired) : nil,
      "reason": JSON(reason),
      "original_surface_id": JSON(originalID),
    ]
  }
}
