/// How the connection to the workspace's stream stands.
package enum ConnectionPhase: Equatable, Sendable {
  /// Connecting, or waiting for the answer; the number of the attempt since a connection last lasted.
  case connecting(attempt: Int)
  /// Connected and asked for the stream, but no answer begins: something on the way may be holding it
  /// back. What is shown comes from reads alone.
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
