package import WallboardEvents

extension WallboardState {
  /// Takes what was found out about the clocks. Where the board's own was wrong, what it had stamped
  /// is moved along: as much time has passed since as before.
  mutating func change(clock change: ClockChange) {
    board.machineClock = change.standing
    heldBoard?.machineClock = change.standing
    guard change.step != 0 else { return }
    board.moveStamps(by: change.step)
    heldBoard?.moveStamps(by: change.step)
    view.away.keyAt = view.away.keyAt?.advanced(milliseconds: change.step)
    view.identifiersShownUntil =
      view.identifiersShownUntil?.advanced(milliseconds: change.step)
  }
}

extension Board {
  /// Moves what this machine stamped; what the platform dated stays.
  fileprivate mutating func moveStamps(by step: Int64) {
    now = now.advanced(milliseconds: step)
    connection.moveStamps(by: step)
    for source in SnapshotSource.allCases { reads[source]?.moveStamps(by: step) }
    calls.updateAll { $0.firstSeenAt = $0.firstSeenAt.advanced(milliseconds: step) }
    observations.updateAll { $0.lastHeardAt = $0.lastHeardAt?.advanced(milliseconds: step) }
    alerts.moveStamps(by: step)
    history.moveStamps(by: step)
    // What came in the seconds of the other clock is not worth being sorted anew.
    rate = EventRate()
  }
}

extension Connection {
  fileprivate mutating func moveStamps(by step: Int64) {
    since = since?.advanced(milliseconds: step)
    lastHeardAt = lastHeardAt?.advanced(milliseconds: step)
    gapEndedAt = gapEndedAt?.advanced(milliseconds: step)
    phase = phase.moved(by: step)
  }
}

extension ConnectionPhase {
  /// The same by a clock that was set forward by so many milliseconds.
  package func moved(by step: Int64) -> ConnectionPhase {
    switch self {
    case .connecting, .unanswered, .open, .stopped: self
    case .waiting(let until, let attempt, let reason):
      .waiting(until: until.advanced(milliseconds: step), attempt: attempt, reason: reason)
    case .refused(let reason, let until):
      .refused(reason: reason, until: until?.advanced(milliseconds: step))
    }
  }
}

extension ReadStatus {
  fileprivate mutating func moveStamps(by step: Int64) {
    succeededAt = succeededAt?.advanced(milliseconds: step)
    startedAt = startedAt?.advanced(milliseconds: step)
    if case .failed(let reason, let retryAt) = outcome {
      outcome = .failed(reason: reason, retryAt: retryAt?.advanced(milliseconds: step))
    }
  }
}

extension Incidents {
  fileprivate mutating func moveStamps(by step: Int64) {
    startedAt = startedAt?.advanced(milliseconds: step)
    outcomes.moveStamps(by: step)
    sightings = sightings.mapValues { $0.advanced(milliseconds: step) }
    // Since when something is found is the caller's time or the board's: it is found again at once.
    pending = [:]
  }
}

extension Timestamp {
  /// Whether it is less than so many milliseconds after the other moment. A moment before that is not:
  /// where the clock was set back, what counts from there is over.
  func isWithin(_ milliseconds: Int64, after start: Timestamp) -> Bool {
    (0..<milliseconds).contains(self.milliseconds(since: start))
  }
}
