package import WallboardEvents

/// The board's knowledge of its connection to the stream.
package struct Connection: Equatable, Sendable {
  package var phase: ConnectionPhase = .connecting(attempt: 1)
  /// When the phase began.
  package var since: Timestamp?
  /// Why it was lost, or could not be made; `nil` while events flow.
  package var trouble: Text?
  /// When a byte last came, by the board's clock: the age of the data.
  package var lastHeardAt: Timestamp?
  /// The id from which the stream is resumed.
  package var lastEventID: Text?
  /// Times that the stream was opened again.
  package var reconnects = 0
  /// Outages longer than the platform's replay reaches.
  package var gaps = 0
  /// When the last of them ended.
  package var gapEndedAt: Timestamp?
  /// Whether the stream was not answered since it was last open: what is known comes from reads.
  package var isReadAlone = false
  /// Whether it was ever open.
  package var wasOpen = false

  /// How long the platform keeps events for a resumed stream, in milliseconds (contract 2.3).
  package static let replayWindow: Int64 = 300_000

  /// Whether events flow.
  package var isOpen: Bool { phase == .open }
}

/// How one REST read stands.
package struct ReadStatus: Equatable, Sendable {
  /// What the last read came to.
  package enum Outcome: Equatable, Sendable {
    case succeeded
    case failed(reason: Text, retryAt: Timestamp?)
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

  /// How long after a read the same read would come too soon, in milliseconds (contract 10, U7).
  static let pause: Int64 = 30_000

  /// Whether the read may be made now: not while it is under way, for an answer is laid under the
  /// events since *its* start; not too soon after the last one; not before the platform wants it.
  func mayStart(at now: Timestamp) -> Bool {
    guard !isReading else { return false }
    // A read that is still to come was made before the clock was set back.
    if let startedAt, (0..<Self.pause).contains(now.milliseconds(since: startedAt)) { return false }
    if case .failed(_, let retryAt?) = outcome { return now >= retryAt }
    return true
  }
}

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
