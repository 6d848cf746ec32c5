import WallboardEvents

extension Board {
  mutating func startRead(_ source: SnapshotSource, at time: Timestamp) {
    wantedReads.remove(source)
    reads[source, default: ReadStatus()].isReading = true
    reads[source]?.startedAt = time
    reads[source]?.startedRevision = revision
  }

  mutating func failRead(
    _ source: SnapshotSource, reason: Text, retryAt: Timestamp?, at time: Timestamp
  ) {
    reads[source, default: ReadStatus()].isReading = false
    reads[source]?.outcome = .failed(reason: reason, retryAt: retryAt)
    alerts.awaitedReads.remove(source)
  }

  /// Lays what a read found under what the events since have told.
  ///
  /// The read shows the workspace at some moment after it was sent. A thing that an event touched
  /// since then keeps what the event said; the read completes the rest.
  mutating func finishRead(_ part: SnapshotPart, _ notes: ReadNotes, at time: Timestamp) {
    let sent = reads[part.source]?.startedRevision ?? revision
    reads[part.source, default: ReadStatus()].isReading = false
    reads[part.source]?.outcome = .succeeded
    reads[part.source]?.succeededAt = time
    reads[part.source]?.tellsAll = part.isComplete || notes.tellsAll
    tell(notes.faults, of: part.source, at: time)
    alerts.awaitedReads.remove(part.source)
    backgroundRevision &+= 1
    switch part {
    case .services(let names): merge(services: names)
    case .calls(let calls, let isComplete):
      merge(calls: calls, isComplete: isComplete, sent: sent, at: time)
      seatAwaited()
      agreeOnFollowedCalls()
    case .operators(let operators, let isComplete):
      merge(operators: operators, isComplete: isComplete, sent: sent)
    case .escalations(let escalations, let isComplete):
      merge(escalations: escalations, isComplete: isComplete, sent: sent, at: time)
      seatAwaited()
      agreeOnFollowedCalls()
    case .surfaces(let surfaces, let isComplete):
      merge(surfaces: surfaces, isComplete: isComplete, sent: sent, at: time)
    }
  }

  /// Counts a read that was not understood in all, and tells of it, but once where the same is wrong
  /// again and again.
  private mutating func tell(_ faults: FieldFaults, of source: SnapshotSource, at time: Timestamp) {
    defer { reads[source]?.faults = faults }
    guard !faults.isEmpty else { return }
    counts.degraded += 1
    guard reads[source]?.faults != faults else { return }
    activity.append(.read(source), faults, at: time)
  }

  private mutating func merge(services names: [ServiceID: Text]) {
    for (id, name) in names where services[id] != nil || services.count < Limits.services {
      services[id] = name
    }
  }
}
