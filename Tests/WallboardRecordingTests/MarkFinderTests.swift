import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// What is found in a recording, and what became of it.
@Suite("The marks of a recording") struct MarkFinderTests {
  private func line(_ second: Double, _ name: String, _ payload: String) throws -> RecordedLine {
    let time = Samples.start.advanced(seconds: second)
    let input = try #require(Samples.event(name, payload, id: "\(time.milliseconds)", at: time))
    return try #require(RecordedLine(input))
  }

  private func started(_ call: String, _ second: Double) throws -> RecordedLine {
    try line(
      second, "call.started",
      #"{"call_sid":"\#(call)","direction":"inbound","service_id":"s-1","caller_id":"+15550100"}"#)
  }

  private func escalated(_ call: String, _ second: Double) throws -> RecordedLine {
    try line(
      second, "call.escalated",
      #"{"call_sid":"\#(call)","escalation_id":"x-\#(call)","trigger":"caller","reason":"r"}"#)
  }

  private func heard(_ second: Double) throws -> RecordedLine {
    try #require(RecordedLine(.heard(at: Samples.start.advanced(seconds: second))))
  }

  private func opening() throws -> [RecordedLine] {
    let inputs =
      [Input.connection(ConnectionChange(.open, at: Samples.start))]
      + [
        SnapshotPart.calls([], isComplete: true), .operators([], isComplete: true),
        .escalations([], isComplete: true), .surfaces([], isComplete: true),
        .services(["s-1": "Billing"]),
      ].map { .read($0, ReadNotes(tellsAll: true), at: Samples.start) }
    return try inputs.map { try #require(RecordedLine($0)) }
  }

  private func marks(_ lines: [RecordedLine]) throws -> [PlaybackMark] {
    try Tape(opening() + lines).indexedPlayer(every: 1).index.progress.marks.all
  }

  private func waits(_ marks: [PlaybackMark]) -> [CallerWait] {
    marks.compactMap { if case .wait(let wait)? = $0.content { wait } else { nil } }
  }

  private func second(_ mark: PlaybackMark) -> Int64 {
    mark.at.milliseconds(since: Samples.start) / 1_000
  }

  @Test("what is told again of a wait that is over is none of its own")
  func toldAgain() throws {
    let marks = try marks([
      started("A", 5), escalated("A", 10),
      line(
        20, "operator.joined_call", #"{"call_sid":"A","operator_id":"o-1","mode":"takeover"}"#),
      heard(30), escalated("A", 40), heard(50),
    ])
    #expect(waits(marks).map(\.waited) == [10])
  }

  @Test("a wait that an operator ended is one moment, as bad as its alert ever was")
  func answered() throws {
    let marks = try marks(
      [started("A", 5), escalated("A", 10)] + (1...8).map { try heard(10 + Double($0) * 10) } + [
        line(
          95, "operator.joined_call",
          #"{"call_sid":"A","operator_id":"o-1","mode":"takeover"}"#), heard(120),
      ])
    let listed = marks.filter(\.isListed)
    #expect(listed.map(\.kind) == [.escalation] && listed.map(second) == [10])
    #expect(listed[0].severity == .critical)
    let wait = try #require(waits(listed).first)
    #expect(wait.waited == 85 && wait.end == .answered)
    #expect(wait.service == "Billing" && wait.caller?.reveal(.everything) != nil)
    #expect(marks.contains { $0.kind == .alert && !$0.isListed }, "`A` still finds the alert")
  }

  @Test("tells who gave up, who was not answered, and who waits to the end")
  func ends() throws {
    let marks = try marks([
      started("A", 1), started("B", 1), started("C", 1), escalated("A", 10), escalated("B", 11),
      escalated("C", 12),
      line(
        25, "call.ended",
        #"{"call_sid":"A","direction":"inbound","duration_seconds":24,"#
          + #""completion_reason":"caller_hangup","escalated":true}"#),
      line(
        26, "call.ended",
        #"{"call_sid":"B","direction":"inbound","duration_seconds":25,"#
          + #""completion_reason":"completed","escalated":true}"#),
      heard(40),
    ])
    let waits = waits(marks)
    #expect(waits.map(\.end) == [.gaveUp, .unanswered, .open])
    #expect(waits.map(\.waited) == [15, 15, 28])
    #expect(marks.filter { $0.kind == .escalation }.map(\.severity) == [nil, nil, .warning])
  }

  @Test("an alert is one moment, from when it was raised, with its worst and its end")
  func alerts() throws {
    let failures = try (0..<4).map {
      try line(20 + Double($0) * 10, "pipeline.error", #"{"data_source_id":"src","error":"e"}"#)
    }
    let successes = try (0..<40).map { _ in
      try line(
        80, "pipeline.sync_completed", #"{"data_source_id":"src","event_count":1,"duration_ms":1}"#)
    }
    let marks = try marks(failures + successes + [heard(90)])
    let alerts = marks.filter { $0.kind == .alert && $0.isListed }
    #expect(alerts.count == 1 && alerts.first?.severity == .critical)
    if case .alert(let alert)? = alerts.first?.content {
      #expect(alert.raisedAt == alerts.first?.at && alert.resolvedAt != nil)
    }
    let problems = marks.filter { $0.kind == .problem }
    #expect(problems.count == 4 && problems.allSatisfy { !$0.isListed })
  }

  @Test("a gap tells how long it was, a bookmark who waited")
  func gapsAndBookmarks() throws {
    let later = Samples.start.advanced(seconds: 500)
    let marks = try marks([
      started("A", 1), escalated("A", 10), .bookmark(at: Samples.start.advanced(seconds: 40)),
      #require(RecordedLine(.connection(ConnectionChange(.connecting(attempt: 1), at: later)))),
      #require(RecordedLine(.connection(ConnectionChange(.open, at: later)))),
    ])
    #expect(
      marks.first { $0.kind == .bookmark }?.content == .bookmark(waiting: 1, longest: 30))
    #expect(marks.first { $0.kind == .gap }?.content == .gap(seconds: 490))
  }

  @Test("no more are kept than may be, and a fault of a whole day leaves room for the rest")
  func bounded() {
    var marks = PlaybackMarks()
    let problem = PlaybackMark(.problem, at: Samples.start)
    marks.take(Array(repeating: problem, count: Limits.marks))
    #expect(marks.all.count == Limits.problemMarks)
    marks.take(Array(repeating: PlaybackMark(.gap, at: Samples.start), count: Limits.marks))
    #expect(marks.all.count == Limits.marks && marks.revision == 2)
  }
}

extension Disclosure {
  fileprivate static let everything = Samples.privacy(.open).output
}
