package import WallboardEvents

/// What happened. Everything that reaches the reducer from outside is one of these, time included,
/// so that folding the same log always gives the same board.
package enum Input: Equatable, Sendable {
  /// A workspace event came.
  case received(ReceivedEvent)
  /// A stream event came that could not be understood.
  indirect case malformed(MalformedEvent)
  /// Bytes without an event came: a heartbeat or a control frame.
  case heard(at: Timestamp)
  /// The connection to the stream changed.
  case connection(ConnectionChange)
  /// The platform's clock was measured, or this machine's was set.
  case clock(ClockChange)
  /// A REST read was sent; what it finds is older than the events that follow this.
  case readStarted(SnapshotSource, at: Timestamp)
  /// A REST read came back whole.
  case read(SnapshotPart, ReadNotes = ReadNotes(), at: Timestamp)
  /// A REST read failed; it is tried again at `retryAt`, or not by itself when that is `nil`.
  case readFailed(SnapshotSource, reason: BoundedString, retryAt: Timestamp?, at: Timestamp)
  /// An event of a followed call came.
  case observed(ReceivedObserverEvent)
  /// A message of a followed call came that could not be understood.
  indirect case observedMalformed(CallSID, MalformedEvent)
  /// The connection to a followed call's observer socket changed.
  case observer(ObserverChange)
  /// A person asked for something.
  case intent(Intent)
  /// The shell has something to say, such as where it saved a file.
  case notice(String)
  /// A recorded person followed a call, or followed it no more.
  case following(CallSID, isOn: Bool, at: Timestamp)
  /// Time passed in a recording; local time is so many seconds ahead of UTC.
  case passed(to: Timestamp, utcOffset: Int)
  /// The recording is looked at from another moment on, at which the board was this.
  indirect case restored(Board)
  /// What comes is written to a recording, or can be no more.
  case recording(isOn: Bool)
  /// The recording that is played stands so.
  case playback(Playback)
  /// A frame is about to be drawn.
  case frame(Frame)
}

extension Input {
  /// What the network has to tell.
  package init(_ heard: consuming Heard) {
    self =
      switch consume heard {
      case .received(let event): .received(event)
      case .malformed(let event): .malformed(event)
      case .bytes(let time): .heard(at: time)
      case .connection(let change): .connection(change)
      case .clock(let change): .clock(change)
      case .readStarted(let source, let time): .readStarted(source, at: time)
      case .read(let part, let notes, let time): .read(part, notes, at: time)
      case .readFailed(let source, let reason, let retryAt, let time):
        .readFailed(source, reason: reason, retryAt: retryAt, at: time)
      case .observed(let event): .observed(event)
      case .observedMalformed(let callSID, let event): .observedMalformed(callSID, event)
      case .observer(let change): .observer(change)
      }
  }
}
