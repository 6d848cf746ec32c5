extension WallboardState {
  /// Counts the event and folds it, unless it came before.
  mutating func receive(_ event: ReceivedEvent) {
    board.connection.hear(event.id, at: event.receivedAt)
    guard duplicates.isNew(event.fingerprint) else {
      board.counts.duplicates += 1
      return
    }
    board.count(event)
    board.fold(event.event, at: event.at)
    board.activity.append(.event(event.event), at: event.at)
    for source in board.wantedReads { want(source, at: event.receivedAt) }
    board.wantedReads = []
  }

  /// Counts an event that could not be understood.
  mutating func receive(_ event: MalformedEvent) {
    board.connection.hear(event.id, at: event.receivedAt)
    board.counts.malformed += 1
    let content = ActivityEntry.Content.malformed(name: event.name, reason: event.reason)
    board.activity.append(content, at: event.receivedAt)
  }
}

extension Connection {
  /// Notes that bytes came.
  mutating func hear(at time: Timestamp) {
    lastHeardAt = max(time, lastHeardAt ?? time)
  }

  /// Notes that an event of that id came. Control frames have the id `0` and move nothing back
  /// (contract 2.3, pitfall 1).
  mutating func hear(_ id: Text?, at time: Timestamp) {
    hear(at: time)
    if let id, id.string != "0" { lastEventID = id }
  }
}

extension Board {
  mutating func count(_ event: ReceivedEvent) {
    revision &+= 1
    counts.events += 1
    counts.extraFields += event.extras.count
    rate.count(at: event.receivedAt)
    activity.byFamily.count(WorkspaceEvent.family(of: event.event.name))
    if case .unknown = event.event {
      counts.unknown += 1
    } else {
      counts.byType.count(event.event.name)
    }
  }
}
