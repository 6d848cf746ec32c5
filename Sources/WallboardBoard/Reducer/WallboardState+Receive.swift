import WallboardEvents

extension WallboardState {
  /// Counts the event and folds it, unless it came before.
  mutating func receive(_ event: ReceivedEvent) {
    guard isNew(event.fingerprint, id: event.id, at: event.receivedAt) else { return }
    board.count(event)
    board.fold(event.event, at: event.at)
    board.activity.append(.event(event.event), event.faults, at: event.at)
    board.alerts.note(event)
  }

  /// Counts an event that could not be understood, or was too large to be read, unless it came before.
  mutating func receive(_ event: MalformedEvent) {
    guard isNew(event.fingerprint, id: event.id, at: event.receivedAt) else { return }
    let content: ActivityEntry.Content
    if let bytes = event.leftOut {
      board.counts.tooLarge += 1
      content = .leftOut(name: event.name, bytes: bytes)
    } else {
      board.counts.malformed += 1
      content = .malformed(name: event.name, reason: event.reason)
    }
    board.activity.append(content, at: event.receivedAt)
  }

  /// Notes that an event came, and whether it is new; one that came before is counted alone.
  private mutating func isNew(_ fingerprint: UInt64, id: Text?, at time: Timestamp) -> Bool {
    board.connection.hear(at: time)
    guard duplicates.isNew(fingerprint) else {
      board.counts.duplicates += 1
      return false
    }
    board.connection.resume(after: id)
    return true
  }
}

extension Connection {
  /// Notes that bytes came. The newest word counts, even when the clock was set back since: an age
  /// from a moment that is still to come would be 0 whatever happens.
  mutating func hear(at time: Timestamp) {
    lastHeardAt = time
  }

  /// Counts a silence from when the clock was set back: else it would count for nothing until the
  /// clock has caught up.
  mutating func clockWasSetBack(to now: Timestamp) {
    if let lastHeardAt, lastHeardAt > now { self.lastHeardAt = now }
  }

  /// Notes that the event of that id was the last. Control frames have the id `0` and move nothing
  /// back (contract 2.3, pitfall 1).
  mutating func resume(after id: Text?) {
    if let id, id.string != "0" { lastEventID = id }
  }
}

extension Board {
  mutating func count(_ event: ReceivedEvent) {
    revision &+= 1
    counts.count(event.event)
    counts.extraFields += event.extras.count
    if !event.faults.isEmpty { counts.degraded += 1 }
    rate.count(at: event.receivedAt)
  }
}
