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
      id: BoundedString("\(second(seconds).milliseconds)"), at: second(seconds),
      receivedAt: second(seconds), event: event, fingerprint: fingerprint)
    act(.received(received))
    return received
  }

  @discardableResult
  mutating func act(_ input: Input) -> [Effect] {
    reduce(into: &state, input)
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

/// The moment so many seconds after the tests' first one, 2025-12-17T19:33:20Z.
func second(_ seconds: Int64) -> Timestamp {
  Timestamp(milliseconds: 1_766_000_000_000 + seconds * 1000)
}

extension Disclosure {
  /// What a desk shows, with pseudonyms.
  static let masked = BoardSettings.test.privacy.board(identifiersShown: false)
  /// The same after somebody asked for identifiers.
  static let revealed = BoardSettings.test.privacy.board(identifiersShown: true)
}

extension BoardSettings {
  /// The settings of a person at a desk, with pseudonyms that are the same every time.
  static let test = BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    guard let identifier = Identifier(value) else { preconditionFailure("no identifier: \(value)") }
    self = identifier
  }
}

extension Scene {
  /// A wall at second 1 on which the calls are live, the first begun first, a second apart.
  static func onWall(_ calls: CallSID..., follow: Bool = true) -> Scene {
    var settings = BoardSettings.test
    settings.wall = WallSettings(follow: follow)
    var scene = Scene()
    scene.state = WallboardState(settings)
    scene.open(at: -100)
    for (index, call) in calls.enumerated() {
      scene.tell(.started(call), at: Int64(index - calls.count) + 1)
    }
    return scene
  }

  /// A frame at which the stream was just heard, and what it does to the network.
  @discardableResult
  mutating func look(at seconds: Int64) -> [NetworkCommand] {
    act(.heard(at: second(seconds)))
    return frame(at: seconds).compactMap {
      switch $0 {
      case .network(.read), .network(.retryNow): nil
      case .network(let command): command
      case _: nil
      }
    }
  }

  /// Frames every second, and what they do to the network.
  mutating func look(from first: Int64, to last: Int64) -> [NetworkCommand] {
    (first...last).flatMap { look(at: $0) }
  }

  var directed: CallSID? { state.view.wall?.directed }
}
