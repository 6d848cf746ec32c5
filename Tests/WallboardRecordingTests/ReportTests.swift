import TestSupport
import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// What a report says of a recording, against figures worked out by hand.
@Suite("The report of a recording") struct ReportTests {
  private func report(
    _ lines: [RecordedLine], since second: Double? = nil
  ) throws -> ShiftReport {
    let tape = try Tape(Line.opening() + lines)
    var player = try tape.player
    // The tape closes the file.
    withExtendedLifetime(tape) {
      if let second { player.play(to: Line.at(second)) }
      player.beginReport()
      player.playToEnd()
    }
    return try #require(player.report)
  }

  private func seconds(_ gap: Coverage.Gap) -> ClosedRange<Int64> {
    gap.from.milliseconds(since: Samples.start) / 1_000...gap.until.milliseconds(
      since: Samples.start) / 1_000
  }

  // MARK: - What was seen

  @Test("a wait that an operator ended in a gap is as long as the read afterwards tells")
  func waitOverGap() throws {
    var answered = EscalationSnapshot(callSID: "A", status: .known(.connected))
    answered.escalationID = "x-A"
    answered.connectedAt = Line.at(100)
    answered.operatorID = "o-1"
    let report = try report(
      [Line.started("A", 5), Line.escalated("A", 10), Line.heard(15), Line.lost(20)]
        + [Line.connection(.open, 400)]
        + Line.read(.calls([CallSnapshot(callSID: "A")], isComplete: true), 402)
        + Line.read(.escalations([answered], isComplete: true), 402) + [Line.heard(410)])
    #expect(report.coverage.gaps.elements.map(seconds) == [15...400])
    #expect(report.coverage.gaps.elements.map(\.kind) == [.missing])
    #expect(report.coverage.seconds == 410 && report.coverage.seenSeconds == 25)
    #expect(report.coverage.reconnects == 1)
    #expect(report.waits.count == 1 && report.waits.answered == 1)
    let wait = try #require(report.waits.longest.elements.first)
    #expect(wait.wait.waited == 90 && wait.answeredBy == "o-1" && wait.wait.service == "Billing")
    #expect(report.waits.answers.value == 90 && report.waits.answeredInTime == 0)
    // From second 100 to 410, of which 300 were not seen.
    let person = try #require(report.operators.all.first)
    #expect(person.onCalls == 10_000 && person.speaking == 10_000 && person.calls == 1)
    #expect(person.notKnown == 410_000)
  }

  @Test("how a wait ended that was over after a gap is not known")
  func waitLostInGap() throws {
    let report = try report(
      [Line.started("A", 5), Line.escalated("A", 10), Line.lost(20), Line.connection(.open, 400)]
        + Line.read(.calls([], isComplete: true), 402) + [Line.heard(410)])
    #expect(report.waits.count == 1 && report.waits.notKnown == 1 && report.waits.decided == 0)
    let wait = try #require(report.waits.longest.elements.first?.wait)
    #expect(wait.end == nil && wait.waited == nil && wait.caller != nil)
    #expect(report.calls.ended == 0 && report.calls.live == 0)
  }

  @Test("who waits when the stream is lost for good may wait no more at the end")
  func waitIntoGap() throws {
    let report = try report([
      Line.started("A", 5), Line.escalated("A", 10), Line.heard(15), Line.lost(20),
      Line.connection(.connecting(attempt: 1), 300),
    ])
    #expect(report.waits.open == 0 && report.waits.notKnown == 1)
    #expect(report.waits.longest.elements.first?.wait.waited == nil)
  }

  @Test("what the platform tells after a short outage was seen")
  func shortOutage() throws {
    let report = try report([
      Line.started("A", 5), Line.lost(20), Line.connection(.open, 60), Line.heard(100),
    ])
    #expect(report.coverage.gaps.elements.map(seconds) == [5...60])
    #expect(report.coverage.gaps.elements.map(\.kind) == [.caughtUp])
    #expect(report.coverage.seenSeconds == 100)
  }

  @Test("a silent stream shows nothing, nor does one that is gone at the end")
  func silence() throws {
    let report = try report([
      Line.heard(30), Line.heard(130), Line.heard(200), Line.lost(220),
      Line.connection(.connecting(attempt: 1), 250),
    ])
    #expect(report.coverage.gaps.elements.map(seconds) == [30...130, 200...250])
    #expect(report.coverage.gaps.elements.map(\.kind) == [.silent, .missing])
    #expect(report.coverage.seenSeconds == 250 - 100 - 50)
  }

  @Test("lists the longest gaps, and counts all")
  func manyGaps() throws {
    let outages = try (1...150).flatMap {
      let second = Double($0) * 10
      return [try Line.lost(second), try Line.connection(.open, second + ($0 == 77 ? 9 : 5))]
    }
    let gaps = try report([Line.heard(9)] + outages).coverage.gaps
    #expect(gaps.count == 150 && gaps.elements.count == Limits.reportGaps)
    #expect(gaps.elements.first.map(seconds) == 765...779)
    var largest = Largest<Coverage.Gap>(limit: 2)
    for length in [3, 1, 5, 2, 4, 5] {
      largest.add(
        Coverage.Gap(from: Line.at(0), until: Line.at(Double(length)), kind: .silent))
    }
    #expect(largest.elements.map(\.seconds) == [5, 5] && largest.count == 6)
  }

  // MARK: - Calls and waits

  @Test("tells who was answered, hung up, was not answered, and waits to the end")
  func ends() throws {
    let calls = ["A", "B", "C", "D", "E"]
    let report = try report(
      calls.map { try Line.started($0, 1) } + calls.map { try Line.escalated($0, 10) } + [
        Line.joined("A", 22), Line.ended("B", 25, "caller_hangup", lasting: 24),
        Line.ended("C", 26, "forwarded", lasting: 25),
        Line.ended("E", 28, "abandoned", lasting: 27),
        Line.ended("A", 35, "completed", lasting: 34), Line.heard(40),
      ])
    let waits = report.waits
    #expect(waits.count == 5 && waits.answered == 1 && waits.hungUp == 2 && waits.unanswered == 1)
    #expect(waits.open == 1 && waits.answers.value == 12 && waits.answeredInTime == 1)
    #expect(waits.longest.elements.map(\.wait.waited) == [30, 18, 16, 15, 12])
    #expect(
      waits.longest.elements.map(\.wait.end) == [.open, .gaveUp, .unanswered, .gaveUp, .answered])
    #expect(report.calls.started == 5 && report.calls.ended == 4 && report.calls.live == 1)
    #expect(report.calls.hungUp == 2 && report.calls.transferred == 1)
    #expect(report.calls.reasons.counts == ["abandoned": 2, "forwarded": 1, "completed": 1])
    #expect(report.calls.lengths.value == 27.5 && report.calls.longest == 34)
    #expect(report.calls.triggers.counts == ["caller": 5])
  }

  @Test("who asks again waits anew, as on the board; who is told again of the same waits on")
  func askedAgain() throws {
    let report = try report([
      Line.started("A", 1), Line.escalated("A", 10), Line.escalated("A", 20),
      Line.event(
        30, "call.escalated",
        #"{"call_sid":"A","escalation_id":"x-2","trigger":"ai","reason":"r"}"#),
      Line.joined("A", 37), Line.heard(50),
    ])
    let waits = report.waits.longest.elements
    #expect(waits.map(\.wait.waited) == [20, 7])
    #expect(waits.map(\.wait.end) == [.unanswered, .answered])
    #expect(waits.map(\.trigger) == [.known(.caller), .known(.ai)])
    #expect(report.calls.triggers.counts == ["caller": 1, "ai": 1])
  }

  @Test("a wait that a read alone has told of is one, since when the read says")
  func readAlone() throws {
    var waiting = EscalationSnapshot(callSID: "A", status: .known(.requested))
    waiting.requestedAt = Line.at(-20)
    let report = try report(
      Line.read(.escalations([waiting], isComplete: true), 10) + [
        Line.joined("A", 15), Line.left("A", 25), Line.heard(30),
      ])
    #expect(report.waits.count == 1 && report.waits.answers.value == 35)
    #expect(report.calls.escalations == 0)
    #expect(report.operators.all.map(\.speaking) == [10_000])
  }

  @Test("two calls of one key are one: what is told again of one that is over is nothing new")
  func sameKey() throws {
    let report = try report([
      Line.started("A", 5), Line.ended("A", 10, "completed"), Line.started("A", 12),
      Line.escalated("A", 14), Line.ended("A", 20, "error"), Line.heard(30),
    ])
    #expect(report.calls.started == 1 && report.calls.ended == 1 && report.calls.live == 0)
    #expect(report.calls.reasons.counts == ["completed": 1])
    #expect(report.waits.count == 0 && report.calls.escalations == 0)
  }

  @Test("begins where it is asked to: who waits then is counted, what was over is not")
  func since() throws {
    let lines = try [
      Line.started("A", 5), Line.started("B", 5), Line.escalated("A", 10),
      Line.ended("B", 50, "completed"), Line.heard(70), Line.joined("A", 100), Line.heard(120),
    ]
    let part = try report(lines, since: 60)
    #expect(part.coverage.seconds == 60 && part.counts.events == 1)
    #expect(part.waits.count == 1 && part.waits.longest.elements.first?.wait.waited == 90)
    #expect(part.calls.started == 0 && part.calls.ended == 0)
    #expect(part.incidents.alerts.count == 1)
    let rest = try report(lines, since: 115)
    #expect(rest.waits.count == 0 && rest.incidents.alerts.count == 0)
    #expect(rest.operators.all.map(\.onCalls) == [5_000] && rest.operators.all[0].calls == 1)
  }

  // MARK: - Alerts, operators, failures

  @Test("an alert that is over and one that never is, the worst first")
  func alerts() throws {
    let report = try report([
      Line.started("A", 1), Line.started("B", 1), Line.escalated("A", 10), Line.heard(40),
      Line.heard(70), Line.joined("A", 95), Line.escalated("B", 100), Line.heard(140),
    ])
    let alerts = report.incidents.alerts.elements
    #expect(alerts.map(\.key.kind) == [.escalationWaiting, .escalationWaiting])
    #expect(alerts.map(\.worstSeverity) == [.critical, .warning] && report.incidents.critical == 1)
    #expect(alerts.map { $0.since.milliseconds(since: Samples.start) } == [10_000, 100_000])
    // It is looked at once a second.
    #expect(alerts[0].resolvedAt.map { $0.milliseconds(since: alerts[0].since) } == 85_500)
    #expect(alerts[1].resolvedAt == nil && alerts[1].acknowledgedAt == nil)
  }

  @Test("an alert that comes back within a moment is one")
  func flapping() throws {
    let risk = { (level: RiskLevel, second: Double) in
      var call = CallSnapshot(callSID: "A")
      call.riskLevel = .known(level)
      return try Line.read(.calls([call], isComplete: true), second)
    }
    let report = try report(
      [Line.started("A", 1)] + risk(.critical, 10) + risk(.low, 20) + risk(.critical, 22)
        + [Line.heard(39)] + risk(.low, 40) + [Line.heard(60)])
    let alerts = report.incidents.alerts.elements
    #expect(alerts.map(\.key.kind) == [.criticalRisk])
    #expect(alerts.first?.resolvedAt.map { $0.milliseconds(since: Samples.start) } == 40_500)
  }

  @Test("times of an operator, by hand")
  func operatorTimes() throws {
    let report = try report([
      Line.status("online", 10), Line.started("A", 20), Line.status("busy", 40),
      Line.joined("A", 40, as: "listen"),
      Line.event(
        50, "operator.mode_changed", #"{"call_sid":"A","operator_id":"o-1","mode":"takeover"}"#),
      Line.left("A", 70), Line.status("offline", 90), Line.heard(100),
    ])
    let person = try #require(report.operators.all.first)
    #expect(report.operators.all.count == 1 && person.operatorID == "o-1")
    #expect(person.available == 30_000 && person.busy == 50_000 && person.offline == 10_000)
    #expect(person.notKnown == 10_000 && person.signedIn == 80_000)
    #expect(person.onCalls == 30_000 && person.speaking == 20_000)
    #expect(person.calls == 1 && !person.hasUnseenStart)
  }

  @Test("who leaves a call that nobody saw them join was on it; how long is not known")
  func unseenStart() throws {
    let report = try report([Line.started("A", 5), Line.left("A", 30), Line.heard(40)])
    let person = try #require(report.operators.all.first)
    #expect(person.calls == 1 && person.hasUnseenStart && person.onCalls == 0)
    #expect(person.notKnown == 40_000)
  }

  @Test("who leaves a call that has ended was seen on it")
  func leftAfterEnd() throws {
    let report = try report([
      Line.started("A", 5), Line.joined("A", 10), Line.ended("A", 30, "completed"),
      Line.left("A", 31), Line.heard(40),
    ])
    let person = try #require(report.operators.all.first)
    #expect(person.calls == 1 && !person.hasUnseenStart && person.onCalls == 20_000)
  }

  @Test("counts what failed, and of how many")
  func failures() throws {
    let report = try report(
      [
        Line.event(5, "pipeline.error", #"{"data_source_id":"src","error":"e"}"#),
        Line.event(
          6, "pipeline.sync_completed",
          #"{"data_source_id":"src","event_count":1,"duration_ms":1}"#),
        Line.ended("A", 7, "error"),
      ]
        + [
          #require(
            RecordedLine(.readFailed(.calls, reason: "HTTP 500", retryAt: nil, at: Line.at(8))))
        ]
        + [Line.heard(20)])
    #expect(report.failures[.dataSources].failed == 1 && report.failures[.dataSources].total == 2)
    #expect(report.failures.problems == [.pipelineError: 1, .callEnded: 1])
    #expect(report.failures.reads == [.calls: 1] && report.failures[.tools].total == 0)
  }
}
