/// What the network has to tell: what came, and what a connection did.
package enum Heard: Equatable, Sendable {
  /// A workspace event came.
  case received(ReceivedEvent)
  /// A stream event came that could not be understood.
  indirect case malformed(MalformedEvent)
  /// Bytes without an event came: a heartbeat or a control frame.
  case bytes(at: Timestamp)
  /// The connection to the stream changed.
  case connection(ConnectionChange)
  /// The platform's clock was measured, or this machine's was set.
  case clock(ClockChange)
  /// A REST read was sent; what it finds is older than the events that follow this.
  case readStarted(SnapshotSource, at: Timestamp)
  /// A REST read came back whole.
  case read(SnapshotPart, ReadNotes = ReadNotes(), at: Timestamp)
  /// A REST read failed; it is tried again at `retryAt`, or not by itself when that is `nil`.
  case readFailed(SnapshotSource, reason: Text, retryAt: Timestamp?, at: Timestamp)
  /// An event of a followed call came.
  case observed(ReceivedObserverEvent)
  /// A message of a followed call came that could not be understood.
  indirect case observedMalformed(CallSID, MalformedEvent)
  /// The connection to a followed call's observer socket changed.
  case observer(ObserverChange)
}

/// How the connection to the workspace's stream stands.
package enum ConnectionPhase: Equatable, Sendable {
  /// Connecting, or waiting for the answer; the number of the attempt since a connection last lasted.
  case connecting(attempt: Int)
  /// Connected and asked for the stream, but nothing of it comes: something on the way may be holding
  /// it back. What is shown comes from reads alone.
  case unanswered
  /// Events flow.
  case open
  /// Not connected; the next attempt is at that moment.
  case waiting(until: Timestamp, attempt: Int, reason: Text)
  /// The credential was refused (401, 403); tried again slowly, or only on request.
  case refused(reason: Text, until: Timestamp?)
  /// Stopped for good (204, too many streams): only a person starts it again.
  case stopped(reason: Text)
}

/// A change of the connection, as the network saw it.
package struct ConnectionChange: Equatable, Sendable {
  /// How it stands now.
  package var phase: ConnectionPhase
  /// When it came to stand so, by the board's clock.
  package var at: Timestamp

  /// The connection stands so from that moment.
  package init(_ phase: ConnectionPhase, at: Timestamp) {
    self.phase = phase
    self.at = at
  }
}

/// How the connection to a followed call's observer socket stands.
package enum ObserverPhase: Equatable, Sendable {
  /// Connecting, or waiting for the answer; the number of the attempt since a connection last lasted.
  case connecting(attempt: Int)
  /// What is said comes as it is spoken.
  case open
  /// Not connected; the next attempt is at that moment.
  case waiting(until: Timestamp, attempt: Int, reason: Text)
  /// The credential was refused (close codes 1008, 3003, 4001, 4003, 4100, 4403; 401 and 403).
  case refused(reason: Text)
  /// The platform does not know the call, or no longer (close code 4004, 404), after a few tries.
  case notFound(reason: Text)
  /// Stopped for another reason: only a person starts it again.
  case stopped(reason: Text)
  /// The feed came to its end: the call is over, or the platform closed it normally.
  case ended
}

/// A change of a followed call's connection, as the network saw it.
package struct ObserverChange: Equatable, Sendable {
  package var callSID: CallSID
  /// How it stands now.
  package var phase: ObserverPhase
  /// When it came to stand so, by the board's clock.
  package var at: Timestamp

  /// The connection stands so from that moment.
  package init(_ callSID: CallSID, _ phase: ObserverPhase, at: Timestamp) {
    self.callSID = callSID
    self.phase = phase
    self.at = at
  }
}

/// What the network found out about the clocks: the platform's, by which all on the board counts,
/// and this machine's.
package struct ClockChange: Equatable, Sendable {
  /// How this machine's clock stands now.
  package var standing: ClockStanding
  /// Whether that is something else than was said before.
  package var isNews: Bool
  /// By how many milliseconds the board's clock is set forward with this, negative for back.
  package var step: Int64
  /// When, by the board's clock as it is from now on.
  package var at: Timestamp

  /// The clocks stand so from that moment.
  package init(_ standing: ClockStanding, isNews: Bool = true, step: Int64 = 0, at: Timestamp) {
    self.standing = standing
    self.isNews = isNews
    self.step = step
    self.at = at
  }
}

/// How this machine's clock stands to the platform's.
package enum ClockStanding: Equatable, Sendable {
  /// Right to about a second, or nothing says otherwise.
  case right
  /// So many seconds ahead of the platform's, negative for behind; the board's clock makes up for it.
  case wrong(seconds: Int64)
  /// So many seconds ahead of what the platform's answers are dated by, which its events contradict,
  /// or which is too far away to be believed: the board's clock is left as it is.
  case disputed(seconds: Int64)
}

/// What the network thread is asked to do.
package enum NetworkCommand: Equatable, Sendable {
  /// Make these reads, those first that ``SnapshotSource`` names first.
  case read(Set<SnapshotSource>)
  /// Connect at once instead of waiting, and make failed reads again.
  case retryNow
  /// Follow a call on its observer socket.
  case follow(CallSID)
  /// Follow it no more: close politely, and tell nothing more of it.
  case unfollow(CallSID)
}

/// What proxies do to what is not an ordinary answer, and what they have to be told. The words are
/// nginx's, which is the most common one and does either as it comes.
package enum ProxyAdvice {
  /// Of a stream that is accepted and not answered.
  package static let buffering =
    "a proxy may be holding the stream back; nginx needs proxy_buffering off; "
    + "(or the platform's X-Accel-Buffering: no)"
  /// Of a WebSocket that is answered as an ordinary request.
  package static let upgrade =
    "a proxy may not pass WebSockets on; nginx needs proxy_http_version 1.1; "
    + "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\""
}
