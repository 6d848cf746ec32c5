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
