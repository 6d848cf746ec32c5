extension ContactCentre {
  static let openSurfaceLimit = 60
  /// How many finished surfaces the centre still knows.
  package static let finishedSurfaceLimit = 500

  mutating func createSurface() {
    guard openSurfaces.count < Self.openSurfaceLimit else { return moveSurface() }
    let surface = makeSurface(for: random.uuid(), originalID: nil)
    add(surface, source: random.element(of: ["agent", "workflow", "console"]))
  }

  mutating func makeSurface(for entityID: String, originalID: String?) -> SimulatedSurface {
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

  /// A surface changes on its way, and no stage does.
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

  /// Mostly a finished surface is put away, now and then one that nobody opened.
  mutating func archiveSurface() {
    let neglected = random.chance(0.2)
    let candidates = surfaces.indices.filter { canArchive(surfaces[$0], neglected: neglected) }
    guard !candidates.isEmpty else { return }
    archive(random.element(of: candidates))
  }

  mutating func archive(_ index: Int) {
    // Before it is finished: then an older one may go, and the index is another's.
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
}
