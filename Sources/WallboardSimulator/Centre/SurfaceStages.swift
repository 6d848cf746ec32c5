/// The way of a surface from its delivery to its review.
extension ContactCentre {
  /// Moves some open surface to its next stage.
  mutating func moveSurface() {
    let open = openSurfaces
    guard !open.isEmpty else { return }
    let index = random.element(of: open)
    switch surfaces[index].stage {
    case .created: deliver(index)
    case .delivered: markOpened(index)
    case .opened, .inProgress: fill(index)
    case .submitted: finishSubmission(of: index)
    case .pendingReview: review(index)
    case .approved, .rejected, .archived: break
    }
  }

  mutating func advance(
    _ index: Int, to stage: SimulatedSurface.Stage, by event: EventName, _ data: JSON
  ) {
    surfaces[index].stageSince = emit(event, data)
    surfaces[index].stage = stage
    if !surfaces[index].isOpen { forgetOldestFinished() }
  }

  private mutating func deliver(_ index: Int) {
    let data = payload(of: index, delivery(of: surfaces[index].channel))
    advance(index, to: .delivered, by: .surfaceDelivered, data)
    surfaces[index].deliveredAt = clock
  }

  private mutating func delivery(of channel: SimulatedSurface.Channel) -> [(String, JSON)] {
    let url = JSON.string("https://forms.example.org/s/\(random.hexadecimal(8))")
    let head: [(String, JSON)] = [("channel", .string(channel.rawValue))]
    let tail: [(String, JSON)] = [("delivery_status", "sent"), ("short_url", url)]
    switch channel {
    case .web: return head + [("short_url", url)]
    case .email: return head + [("channel_address", .string(emailAddress()))] + tail
    case .sms: return head + [("channel_address", .string(phoneNumber()))] + tail
    }
  }

  private mutating func markOpened(_ index: Int) {
    advance(index, to: .opened, by: .surfaceOpened, payload(of: index))
    surfaces[index].openedAt = clock
  }

  /// Saves another field, or submits the form when all are saved.
  private mutating func fill(_ index: Int) {
    let surface = surfaces[index]
    guard let key = surface.fields.first(where: { !surface.savedFields.contains($0) }) else {
      return submit(index)
    }
    emit(.surfaceFieldSaved, payload(of: index, [("field_key", .string(key))]))
    surfaces[index].savedFields.append(key)
    guard surface.stage == .opened else { return }
    surfaces[index].stage = .inProgress
    surfaces[index].stageSince = clock
  }

  private mutating func submit(_ index: Int) {
    let fields = surfaces[index].savedFields.map(JSON.string)
    let details: [(String, JSON)] = [
      ("submitted_at", JSON(time: nextTime)), ("fields_submitted", .array(fields)),
    ]
    advance(index, to: .submitted, by: .surfaceSubmitted, payload(of: index, details))
    surfaces[index].submittedAt = clock
  }

  private mutating func finishSubmission(of index: Int) {
    guard surfaces[index].reviewRequired else { return archive(index) }
    let details: [(String, JSON)] = [("source", "patient"), ("review_required", true)]
    advance(index, to: .pendingReview, by: .surfacePendingReview, payload(of: index, details))
    surfaces[index].isReviewKnown = true
  }

  private mutating func review(_ index: Int) {
    guard random.chance(0.3) else { return approve(index) }
    reject(index, because: random.chance(0.8) ? random.element(of: Vocabulary.rejections) : nil)
  }

  mutating func approve(_ index: Int) {
    surfaces[index].reviewedAt = nextTime
    advance(index, to: .approved, by: .surfaceReviewApproved, ["surface_id": id(of: index)])
  }

  mutating func reject(_ index: Int, because reason: String?) {
    surfaces[index].reviewedAt = nextTime
    surfaces[index].reason = reason
    let data: JSON = ["surface_id": id(of: index), "reason": JSON(reason)]
    advance(index, to: .rejected, by: .surfaceReviewRejected, data)
  }

  private mutating func forgetOldestFinished() {
    let finished = surfaces.filter { !$0.isOpen }
    guard finished.count > Self.finishedSurfaceLimit else { return }
    let oldest = finished.min { $0.stageSince < $1.stageSince }
    surfaces.removeAll { $0.id == oldest?.id }
  }

  func id(of index: Int) -> JSON {
    .string(surfaces[index].id)
  }

  private func payload(of index: Int, _ details: [(String, JSON)] = []) -> JSON {
    let head: [(String, JSON)] = [
      ("surface_id", id(of: index)), ("entity_id", .string(surfaces[index].entityID)),
    ]
    return .object((head + details).map { JSON.Member(key: $0.0, value: $0.1) })
  }
}
