extension Connection {
  /// Keeps why there is no connection while another is being made.
  fileprivate mutating func noteTrouble() {
    switch phase {
    case .connecting: break
    case .open: trouble = nil
    case .waiting(_, _, let reason), .refused(let reason, _), .stopped(let reason):
      trouble = reason
    }
  }
}

extension WallboardState {
  mutating func change(connection change: ConnectionChange) -> [Effect] {
    board.connection.phase = change.phase
    board.connection.since = change.at
    board.connection.noteTrouble()
    guard change.phase == .open else { return [] }
    noteReopening(at: change.at)
    board.connection.hear(at: change.at)
    board.alerts.awaitReads()
    // The replay may lack the twin of an event (contract 2.3, pitfall 2): read on every opening.
    board.wantedReads = Set(SnapshotSource.allCases)
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
    if isGap {
      board.connection.gaps += 1
      board.connection.gapEndedAt = time
    }
    let seconds = time.seconds(since: heard)
    board.activity.append(isGap ? .gap(seconds: seconds) : .reconnected(seconds: seconds), at: time)
  }

  /// The wanted reads whose time has come; none while the stream is down, for they would be older
  /// than what its opening will ask for.
  mutating func takeDueReads(at now: Timestamp) -> [Effect] {
    guard board.connection.isOpen, !settings.isReplay else { return [] }
    let due = board.wantedReads.filter { board.reads[$0]?.mayStart(at: now) ?? true }
    guard !due.isEmpty else { return [] }
    board.wantedReads.subtract(due)
    for source in due { board.reads[source, default: ReadStatus()].startedAt = now }
    return [.network(.read(due))]
  }
}
