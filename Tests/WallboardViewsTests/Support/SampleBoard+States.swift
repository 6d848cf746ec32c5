import OrderedCollections
@testable import WallboardBoard
@testable import WallboardEvents

/// Boards whose connection, view or activity is out of the ordinary.
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
  static func detailOfEndedCall(_ reason: String = "completed") throws -> SampleBoard {
    var board = try detail(of: .calls)
    guard case .detail(.call(let id)) = board.state.view.overlay else { return board }
    try board.event(
      "call.ended",
      #"""
      {"call_sid":"\#(id)","direction":"inbound","duration_seconds":1041,"escalated":true,
       "completion_reason":"\#(reason)"}
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

  /// A busy afternoon whose stream was lost so many seconds ago.
  static func lost(ago seconds: Int64) throws -> SampleBoard {
    var board = try many()
    board.act(.heard(at: ago(seconds)))
    board.act(
      .connection(
        ConnectionChange(
          .waiting(until: ago(-8), attempt: 3, reason: "could not connect: connection refused"),
          at: ago(seconds))))
    return board
  }
}

/// Boards on which something is wrong.
extension SampleBoard {
  /// A busy afternoon with alerts that are new, acknowledged and over.
  static func alarming() throws -> SampleBoard {
    var board = try many()
    board.act(.frame(Frame(now: ago(30))))
    board.act(.intent(.acknowledge))
    try board.answer(14, by: 9, ago: 10)
    board.settle()
    board.act(.frame(Frame(now: ago(9))))
    return board
  }

  /// Judges at those moments by a rule of a person's own, critical after five seconds.
  mutating func add(rule name: String, _ condition: String, ago moments: Int64...) throws {
    state.settings.alerts.numberRules[name] = NumberRule(try Check(condition), .critical, for: 5)
    for ago in moments { act(.frame(Frame(now: Self.ago(ago)))) }
  }

  mutating func showDetail(ofAlert title: String) {
    guard let alert = state.board.alerts.ranked.first(where: { $0.title == title }) else { return }
    state.view.show(.detail(.alert(alert.number)))
  }

  /// One alert of every kind that can be at once.
  static func everyAlert() throws -> SampleBoard {
    var board = try open(silence: 3_600)
    board.nameServices()
    for index in 0..<14 {
      try board.call(100 + index, ago: Int64(3_500 - 30 * index))
      try board.end(100 + index, ago: Int64(3_490 - 30 * index))
    }
    try board.call(21, ago: 2_900)
    try board.escalate(21, ago: 151)
    try board.event(
      "operator.registered", #"{"operator_id":"OP1","name":"Dana Reed"}"#, ago: 2_800)
    try board.event(
      "operator.status_changed", #"{"operator_id":"OP1","status":"busy"}"#, ago: 2_700)
    try board.surface(48, ago: 2_600)
    for index in 0..<12 as Range<Int64> {
      try board.event(
        index % 4 == 0 ? "pipeline.error" : "pipeline.sync_completed",
        #"{"data_source_id":"ehr-main","error":"401"}"#, ago: 1_900 - 100 * index)
    }
    for ago in [90, 60, 30] as [Int64] {
      try board.event(
        "trigger.failed",
        #"{"trigger_id":"tr-1","trigger_name":"Recall, monthly","status":"failed"}"#, ago: ago)
    }
    for index in 0..<120 as Range<Int64> {
      try board.event(
        index < 111 ? "channel.email_delivered" : "channel.email_bounced",
        #"{"email_id":"m\#(index)","to_address":"mary@example.org","from_address":"a@b"}"#,
        ago: 140 - index)
    }
    board.settle()
    return board
  }
}

/// The same boards over a recording.
extension SampleBoard {
  /// The same board as a recording of an hour that stands at its newest frame, a third of it not
  /// looked through yet.
  func recorded(
    _ change: (inout Playback) -> Void = { _ in }, length: Int64 = 3_600
  ) -> SampleBoard {
    var board = self
    board.state.settings.isReplay = true
    var playback = Playback(
      start: Self.ago(length * 2 / 5), end: Self.now.advanced(milliseconds: length * 600))
    playback.position = Self.now
    playback.isPlaying = true
    playback.speed = 4
    playback.isMasked = false
    playback.indexedUntil = Self.ago(-length / 4)
    playback.marks = Self.moments(of: length)
    change(&playback)
    board.act(.playback(playback))
    return board
  }
}
