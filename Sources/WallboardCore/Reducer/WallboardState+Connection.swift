extension WallboardState {
  /// How long after a read the same read would come too soon, in milliseconds (contract 10, U7).
  static let readPause: Int64 = 30_000

  mutating func change(connection change: ConnectionChange) -> [Effect] {
    board.connection.phase = change.phase
    board.connection.since = change.at
    guard change.phase == .open else { return [] }
    noteReopening(at: change.at)
    board.connection.hear(at: change.at)
    // The replay may lack the twin of an event (contract 2.3, pitfall 2): read on every opening.
    for source in SnapshotSource.allCases { want(source, at: change.at) }
    return takeDueReads(at: change.at)
  }

  private mutating func noteReopening(at time: Timestamp) {
    guard board.connection.wasOpen else {
      board.connection.wasOpen = true
      return
    }
    board.connection.reconnects += 1
    let heard = board.connection.lastHeardAt ?? time
    let outage = time.milliseconds.subtractingReportingOverflow(heard.milliseconds).partialValue
    let isGap = outage > Connection.replayWindow || board.connection.lastEventID == nil
    if isGap { board.connection.gaps += 1 }
    let seconds = time.seconds(since: heard)
    board.activity.append(isGap ? .gap(seconds: seconds) : .reconnected(seconds: seconds), at: time)
  }

  /// Asks for a read, no sooner than the pause after the last one.
  mutating func want(_ source: SnapshotSource, at time: Timestamp) {
    let earliest = board.reads[source]?.startedAt?.advanced(milliseconds: Self.readPause) ?? time
    dueReads[source] = max(earliest, time)
  }

  /// The reads whose time has come; none while the stream is down, for they would be older than
  /// what its opening will ask for.
  mutating func takeDueReads(at now: Timestamp) -> [Effect] {
    guard board.connection.isOpen else { return [] }
    let due = Set(dueReads.filter { $0.value <= now }.keys)
    guard !due.isEmpty else { return [] }
    for source in due {
      dueReads[source] = nil
      board.reads[source, default: ReadStatus()].startedAt = now
    }
    return [.network(.read(due))]
  }
}
