package import WallboardEvents

/// How one REST read stands.
package struct ReadStatus: Equatable, Sendable {
  /// What the last read came to.
  package enum Outcome: Equatable, Sendable {
    case succeeded
    case failed(reason: BoundedString, retryAt: Timestamp?)
  }

  /// Whether a read is under way.
  package var isReading = false
  package var outcome: Outcome?
  /// When it last succeeded.
  package var succeededAt: Timestamp?
  /// Whether the last that succeeded told of all that there is: where it did not, what nothing told of
  /// may be there all the same.
  package var tellsAll = true
  /// What of the last that succeeded was not understood.
  package var faults = FieldFaults()
  /// When it was last sent.
  package var startedAt: Timestamp?
  /// The revision at which it was last sent: events after it are newer than what it finds.
  package var startedRevision: Revision = 0

  /// Whether nothing was found because nothing is there.
  package var vouchesForNone: Bool { succeededAt != nil && tellsAll }

  /// How long calls may be of use that were read, in milliseconds: no event tells of a caller's risk
  /// (contract 4), which the read of the calls alone does.
  static let callsLifetime: Int64 = 60_000

  /// The shortest time between two reads of one source, in milliseconds (contract 10, U7).
  static let pause: Int64 = 30_000

  /// Whether the read may be made now: not while it is under way, for an answer is laid under the
  /// events since *its* start; not too soon after the last one; not before the platform wants it.
  fileprivate func mayStart(at now: Timestamp) -> Bool {
    guard !isReading else { return false }
    // A read that is still to come was made before the clock was set back.
    if let startedAt, now.isWithin(Self.pause, after: startedAt) { return false }
    if case .failed(_, let retryAt?) = outcome { return now >= retryAt }
    return true
  }
}

extension Board {
  mutating func startRead(_ source: SnapshotSource, at time: Timestamp) {
    wantedReads.remove(source)
    reads[source, default: ReadStatus()].isReading = true
    reads[source]?.startedAt = time
    reads[source]?.startedRevision = revision
  }

  mutating func failRead(
    _ source: SnapshotSource, reason: BoundedString, retryAt: Timestamp?, at time: Timestamp
  ) {
    reads[source, default: ReadStatus()].isReading = false
    reads[source]?.outcome = .failed(reason: reason, retryAt: retryAt)
    alerts.endRead(of: source)
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
    report(notes.faults, of: part.source, at: time)
    alerts.endRead(of: part.source)
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
  private mutating func report(_ faults: FieldFaults, of source: SnapshotSource, at time: Timestamp)
  {
    defer { reads[source]?.faults = faults }
    guard !faults.isEmpty else { return }
    counts.degraded += 1
    guard reads[source]?.faults != faults else { return }
    activity.append(.read(source), faults, at: time)
  }

  private mutating func merge(services names: [ServiceID: BoundedString]) {
    for (id, name) in names where services[id] != nil || services.count < Limits.services {
      services[id] = name
    }
  }

  /// Asks for the names of the services where this one's is not known.
  mutating func wantName(of service: ServiceID?) {
    if let service, services[service] == nil { wantedReads.insert(.services) }
  }
}

extension WallboardState {
  /// The wanted reads whose time has come; none while the stream is down, for they would be older
  /// than what its opening will ask for. While it is not answered, all are made again and again.
  mutating func takeDueReads(at now: Timestamp) -> [Effect] {
    guard !settings.isReplay else { return [] }
    switch board.connection.phase {
    case .open:
      if let at = board.reads[.calls]?.succeededAt, !board.calls.isEmpty,
        !now.isWithin(ReadStatus.callsLifetime, after: at)
      {
        board.wantedReads.insert(.calls)
      }
    case .unanswered: board.wantedReads = Set(SnapshotSource.allCases)
    case .connecting, .waiting, .refused, .stopped: return []
    }
    let due = board.wantedReads.filter { board.reads[$0]?.mayStart(at: now) ?? true }
    guard !due.isEmpty else { return [] }
    board.wantedReads.subtract(due)
    for source in due { board.reads[source, default: ReadStatus()].startedAt = now }
    return [.network(.read(due))]
  }
}
