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
