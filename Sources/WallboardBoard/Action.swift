package import WallboardEvents

/// What happened. Everything that reaches the reducer from outside is one of these, time included,
/// so that folding the same log always gives the same board.
package enum Action: Equatable, Sendable {
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
  case readFailed(SnapshotSource, reason: Text, retryAt: Timestamp?, at: Timestamp)
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

extension Action {
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

/// What the shell knows when it is about to draw.
package struct Frame: Equatable, Sendable {
  /// The platform's time, as far as it is known; in a recording the moment that is looked at, which
  /// may stand still and go back.
  package var now: Timestamp
  /// The time of the person who looks, by which what the program says comes and goes.
  package var personNow: Timestamp
  /// How far local time is ahead of UTC, in seconds; the day turns at local midnight.
  package var utcOffset: Int
  /// How many rows of each panel are visible; `nil` where nothing is drawn, and no panel needs its
  /// rows.
  package var visibleRows: [Panel: Int]?
  /// The first line of the overlay when it is scrolled to its end.
  package var lastOverlayTop: Int
  /// Where each followed call's pane stands once its moves are made.
  package var panes: [CallSID: PanePosition]
  /// How many seconds a picture takes on its way to the terminal, where the line is slow.
  package var secondsToPicture: Int?

  /// A frame at that moment, which is the person's, too, unless that is another.
  package init(
    now: Timestamp, personNow: Timestamp? = nil, utcOffset: Int = 0,
    visibleRows: [Panel: Int]? = [:],
    lastOverlayTop: Int = .max, panes: [CallSID: PanePosition] = [:],
    secondsToPicture: Int? = nil
  ) {
    self.now = now
    self.personNow = personNow ?? now
    self.utcOffset = utcOffset
    self.visibleRows = visibleRows
    self.lastOverlayTop = lastOverlayTop
    self.panes = panes
    self.secondsToPicture = secondsToPicture
  }
}
