import WallboardEvents

extension Connection {
  /// Keeps why there is no connection while another is being made.
  fileprivate mutating func noteTrouble() {
    switch phase {
    case .connecting, .unanswered: break
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
    switch change.phase {
    case .unanswered:
      board.connection.isReadAlone = true
      return takeDueReads(at: change.at)
    case .open: return open(at: change.at)
    case .connecting, .waiting, .refused, .stopped: return []
    }
  }

  private mutating func open(at time: Timestamp) -> [Effect] {
    noteReopening(at: time)
    board.connection.hear(at: time)
    board.alerts.awaitReads()
    // The replay may lack the twin of an event (contract 2.3, pitfall 2): read on every opening.
    board.wantedReads = Set(SnapshotSource.allCases)
    // What was read before the stream began to tell misses what happened in between: it is read again
    // without a pause.
    if board.connection.isReadAlone {
      for source in board.reads.keys { board.reads[source]?.startedAt = nil }
    }
    board.connection.isReadAlone = false
    return takeDueReads(at: time)
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
  /// than what its opening will ask for. While it is not answered, all are made again and again.
  mutating func takeDueReads(at now: Timestamp) -> [Effect] {
    guard !settings.isReplay else { return [] }
    switch board.connection.phase {
    case .open: break
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
