/// The board's knowledge of its connection to the stream.
package struct Connection: Equatable, Sendable {
  package var phase: ConnectionPhase = .connecting(attempt: 1)
  /// When the phase began.
  package var since: Timestamp?
  /// When a byte last came, by this machine's clock: the age of the data.
  package var lastHeardAt: Timestamp?
  /// The id from which the stream is resumed.
  package var lastEventID: Text?
  /// Times that the stream was opened again.
  package var reconnects = 0
  /// Outages longer than the platform's replay reaches.
  package var gaps = 0
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
  /// When it was last sent.
  package var startedAt: Timestamp?
  /// The revision at which it was last sent: events after it are newer than what it finds.
  package var startedRevision: Revision = 0
}
