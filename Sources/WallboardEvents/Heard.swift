/// What the network reports: what came, and what became of a connection.
package enum Heard: Equatable, Sendable {
  case received(ReceivedEvent)
  indirect case malformed(MalformedEvent)
  /// Bytes without an event came: a heartbeat or a control frame.
  case bytes(at: Timestamp)
  case connection(ConnectionChange)
  /// The platform's clock was measured, or this machine's was set.
  case clock(ClockChange)
  /// A REST read was sent: what it finds is older than the events that follow.
  case readStarted(SnapshotSource, at: Timestamp)
  /// A REST read came back whole.
  case read(SnapshotPart, ReadNotes = ReadNotes(), at: Timestamp)
  /// A REST read failed. The next attempt is at `retryAt`; where that is `nil` a person must ask
  /// for it.
  case readFailed(SnapshotSource, reason: BoundedString, retryAt: Timestamp?, at: Timestamp)
  /// What came of asking for what is over.
  case past(PastAnswer, at: Timestamp)
  case observed(ReceivedObserverEvent)
  indirect case observedMalformed(CallSID, MalformedEvent)
  case observer(ObserverChange)
}

/// The state of the connection to the workspace's stream.
package enum ConnectionPhase: Equatable, Sendable {
  /// Connecting, or waiting for the answer; the number of the attempt since a connection last
  /// lasted.
  case connecting(attempt: Int)
  /// Connected and asked for the stream, but nothing comes: a proxy may be holding it back. What is
  /// shown comes from REST reads alone.
  case unanswered
  case open
  /// Not connected; the next attempt is at that moment.
  case waiting(until: Timestamp, attempt: Int, reason: BoundedString)
  /// The credential was refused (401, 403). The next attempt is much later, or on request alone.
  case refused(reason: BoundedString, until: Timestamp?)
  /// Stopped for good (204, too many streams) until a person starts it again.
  case stopped(reason: BoundedString)
}

package struct ConnectionChange: Equatable, Sendable {
  package var phase: ConnectionPhase
  /// By the board's clock.
  package var at: Timestamp

  package init(_ phase: ConnectionPhase, at: Timestamp) {
    self.phase = phase
    self.at = at
  }
}

/// The state of the connection to a followed call's observer socket.
package enum ObserverPhase: Equatable, Sendable {
  /// Connecting, or waiting for the answer; the number of the attempt since a connection last
  /// lasted.
  case connecting(attempt: Int)
  case open
  /// Not connected; the next attempt is at that moment.
  case waiting(until: Timestamp, attempt: Int, reason: BoundedString)
  /// The credential was refused (close codes 1008, 3003, 4001, 4003, 4100, 4403; 401 and 403).
  case refused(reason: BoundedString)
  /// After a few attempts the platform does not know the call, or no longer (close code 4004, 404).
  case notFound(reason: BoundedString)
  /// Stopped for another reason until a person starts it again.
  case stopped(reason: BoundedString)
  /// The call is over, or the platform closed the socket normally.
  case ended
}

package struct ObserverChange: Equatable, Sendable {
  package var callSID: CallSID
  package var phase: ObserverPhase
  /// By the board's clock.
  package var at: Timestamp
  /// Whether the platform did not know the call when it was last asked; it may be about to begin.
  package var isCallUnknown = false

  package init(_ callSID: CallSID, _ phase: ObserverPhase, at: Timestamp) {
    self.callSID = callSID
    self.phase = phase
    self.at = at
  }
}

/// What the network found out about the clocks: the platform's, which the board goes by, and this
/// machine's.
package struct ClockChange: Equatable, Sendable {
  package var standing: ClockStanding
  /// Whether the standing differs from the one before.
  package var isNews: Bool
  /// The milliseconds by which the board's clock is set forward, negative for back.
  package var step: Int64
  /// By the board's clock as it is set now.
  package var at: Timestamp

  package init(_ standing: ClockStanding, isNews: Bool = true, step: Int64 = 0, at: Timestamp) {
    self.standing = standing
    self.isNews = isNews
    self.step = step
    self.at = at
  }
}

/// This machine's clock, held against the platform's.
package enum ClockStanding: Equatable, Sendable {
  /// Right to about a second, or nothing known contradicts it.
  case right
  /// So many seconds ahead of the platform's, negative for behind. The board's clock corrects for
  /// it.
  case wrong(seconds: Int64)
  /// So many seconds ahead of the `Date` of the platform's answers, but its events contradict those
  /// dates, or they are too far off to be believed. The board's clock is left as it is.
  case disputed(seconds: Int64)
}

/// What the network thread can be asked to do.
package enum NetworkCommand: Equatable, Sendable {
  /// Make these REST reads, in the order of ``SnapshotSource``.
  case read(Set<SnapshotSource>)
  /// Ask that once; no answer comes where the call is not to be followed any more.
  case ask(PastQuestion)
  /// Connect at once instead of waiting, and repeat failed reads.
  case retryNow
  /// Connect to the call's observer socket.
  case follow(CallSID)
  /// Close that socket with a close frame (1000), and report nothing more of the call, its story
  /// neither.
  case unfollow(CallSID)
}

/// What proxies do to streams and WebSockets, and which settings help. The settings are nginx's: it
/// is the most common proxy, and by default it buffers streams and drops upgrades.
package enum ProxyAdvice {
  /// For a stream that is accepted and then stays silent.
  package static let buffering =
    "a proxy may be holding the stream back; nginx needs proxy_buffering off; "
    + "(or the platform's X-Accel-Buffering: no)"
  /// For a WebSocket that is answered like an ordinary request.
  package static let upgrade =
    "a proxy may not pass WebSockets on; nginx needs proxy_http_version 1.1; "
    + "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\""
}
