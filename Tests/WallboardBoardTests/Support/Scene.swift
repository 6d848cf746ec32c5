@testable import WallboardBoard
@testable import WallboardEvents

/// A board with a stream that is told to it event by event, each with an id and a fingerprint.
struct Scene {
  var state = WallboardState(.test)
  private var fingerprint: UInt64 = 0

  var board: Board { state.board }

  /// The events in order, one a second from second 1 on.
  init(_ events: WorkspaceEvent...) {
    for (index, event) in events.enumerated() { tell(event, at: Int64(index) + 1) }
  }

  @discardableResult
  mutating func tell(_ event: WorkspaceEvent, at seconds: Int64) -> ReceivedEvent {
    fingerprint += 1
    let received = ReceivedEvent(
      id: Text("\(second(seconds).milliseconds)"), at: second(seconds),
      receivedAt: second(seconds), event: event, fingerprint: fingerprint)
    act(.received(received))
    return received
  }

  @discardableResult
  mutating func act(_ action: Action) -> [Effect] {
    reduce(into: &state, action)
  }

  @discardableResult
  mutating func open(at seconds: Int64) -> [Effect] {
    act(.connection(ConnectionChange(.open, at: second(seconds))))
  }

  mutating func lose(at seconds: Int64) {
    let phase = ConnectionPhase.waiting(until: second(seconds + 3), attempt: 1, reason: "lost")
    act(.connection(ConnectionChange(phase, at: second(seconds))))
  }

  @discardableResult
  mutating func frame(at seconds: Int64, rows: Int = 10) -> [Effect] {
    let visible = Dictionary(uniqueKeysWithValues: Panel.allCases.map { ($0, rows) })
    return act(.frame(Frame(now: second(seconds), visibleRows: visible)))
  }

  mutating func intend(_ intents: Intent...) {
    for intent in intents { act(.intent(intent)) }
  }

  /// A read that is sent and answered with nothing in between.
  mutating func read(
    _ part: SnapshotPart, _ notes: ReadNotes = ReadNotes(), at seconds: Int64
  ) {
    act(.readStarted(part.source, at: second(seconds)))
    act(.read(part, notes, at: second(seconds)))
  }
}
