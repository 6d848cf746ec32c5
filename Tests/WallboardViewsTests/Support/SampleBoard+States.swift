import WallboardBoard
import WallboardEvents

extension SampleBoard {
  /// Events have stopped, and not even a heartbeat has come for 101 seconds.
  static func stale() throws -> SampleBoard {
    var board = try open(silence: 101)
    board.nameServices()
    try board.register(count: 3)
    for index in 1...4 { try board.call(index, ago: Int64(900 - 100 * index)) }
    try board.escalate(2, ago: 240)
    board.settle()
    board.act(.heard(at: ago(101)))
    return board
  }

  /// The platform no longer takes the token, and one read failed before that.
  static func refused() throws -> SampleBoard {
    var board = try many()
    board.act(
      .readFailed(
        .operators, reason: "403 Forbidden: Operator.View is missing", retryAt: ago(-240),
        at: ago(60)))
    board.act(
      .connection(
        ConnectionChange(.refused(reason: "403 Forbidden", until: ago(-240)), at: ago(20))))
    return board
  }

  /// The stream fell silent, and another is being opened.
  static func reconnecting() throws -> SampleBoard {
    var board = try many()
    for phase in [
      ConnectionPhase.waiting(
        until: ago(1), attempt: 1, reason: "Nothing was heard for 75 s, not even a heartbeat"),
      .connecting(attempt: 1),
    ] {
      board.act(.connection(ConnectionChange(phase, at: ago(1))))
    }
    return board
  }

  /// Nothing could be read, and the stream is away.
  static func retrying() throws -> SampleBoard {
    var board = SampleBoard()
    for source in SnapshotSource.allCases {
      board.act(
        .readFailed(source, reason: "503 Service Unavailable", retryAt: ago(-30), at: ago(9)))
    }
    board.act(
      .connection(
        ConnectionChange(
          .waiting(until: ago(-8), attempt: 5, reason: "could not connect: connection refused"),
          at: ago(1))))
    return board
  }

  /// The view is held since 42 seconds, identifiers are shown for another 23.
  static func held() throws -> SampleBoard {
    var board = try many()
    board.act(.frame(Frame(now: ago(42))))
    board.act(.intent(.toggleHold))
    board.act(.frame(Frame(now: ago(7))))
    board.act(.intent(.showIdentifiers))
    return board
  }

  /// The detail of the first row of a panel.
  static func detail(of panel: Panel) throws -> SampleBoard {
    var board = try many()
    board.act(.frame(Frame(now: now)))
    board.act(.intent(.focus(panel)))
    board.act(.intent(.showDetail))
    return board
  }

  /// The detail of a call that has ended since it was opened.
  static func detailOfEndedCall() throws -> SampleBoard {
    var board = try detail(of: .calls)
    guard case .detail(.call(let id)) = board.state.view.overlay else { return board }
    try board.event(
      "call.ended",
      #"""
      {"call_sid":"\#(id)","direction":"inbound","duration_seconds":1041,"escalated":true,
       "completion_reason":"completed"}
      """#, ago: 3)
    board.settle()
    return board
  }

  /// Events are missing between two reconnects.
  static func withGap() throws -> SampleBoard {
    var board = try open(silence: 600)
    try board.call(1, ago: 580)
    board.settle()
    for (outage, back) in [(Int64(20), Int64(540)), (372, 40)] {
      board.act(.heard(at: ago(back + outage)))
      board.act(.connection(ConnectionChange(.connecting(attempt: 2), at: ago(back + 1))))
      board.act(.connection(ConnectionChange(.open, at: ago(back))))
    }
    try board.call(2, ago: 21)
    board.settle()
    return board
  }

  func with(_ intents: Intent...) -> SampleBoard {
    var board = self
    for intent in intents { board.act(.intent(intent)) }
    return board
  }
}
