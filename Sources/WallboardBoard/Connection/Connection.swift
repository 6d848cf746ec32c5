package import WallboardEvents

/// The board's knowledge of its connection to the stream.
package struct Connection: Equatable, Sendable {
  package var phase: ConnectionPhase = .connecting(attempt: 1)
  /// When the phase began.
  package var since: Timestamp?
  /// Why it was lost, or could not be made; `nil` while events flow.
  package var trouble: BoundedString?
  /// When a byte last came, by the board's clock: the age of the data.
  package var lastHeardAt: Timestamp?
  /// The id from which the stream is resumed.
  package var lastEventID: BoundedString?
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
  static let replayWindow: Int64 = 300_000

  /// Whether events flow.
  package var isOpen: Bool { phase == .open }
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
  mutating func resume(after id: BoundedString?) {
    if let id, id.string != "0" { lastEventID = id }
  }

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
    let isGap =
      time.milliseconds(since: heard) > Connection.replayWindow
      || board.connection.lastEventID == nil
    if isGap {
      board.connection.gaps += 1
      board.connection.gapEndedAt = time
    }
    let seconds = time.seconds(since: heard)
    board.activity.append(isGap ? .gap(seconds: seconds) : .reconnected(seconds: seconds), at: time)
  }
}
