import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// What each number counts, on boards of a few events.
struct MetricTests {
  /// The numbers after the scene, with a frame at that second.
  private func value(_ metric: Metric, of scene: Scene, at seconds: Int64 = 100) -> Double? {
    var scene = scene
    scene.frame(at: seconds)
    #expect(scene.board.reading()[metric] == scene.board.value(of: metric))
    return scene.board.value(of: metric)
  }

  @Test(arguments: Metric.allCases)
  func nothingKnownIsNoZero(metric: Metric) {
    #expect(value(metric, of: Scene()) == nil)
  }

  @Test func aReadThatFoundNothingTellsZero() {
    var scene = Scene()
    scene.read(.calls([], isComplete: true), at: 1)
    #expect(value(.live, of: scene) == 0)
    #expect(value(.longestCall, of: scene) == 0)
    #expect(value(.waiting, of: scene) == nil)
    scene.read(.escalations([], isComplete: true), at: 1)
    #expect(value(.waiting, of: scene) == 0)
    #expect(value(.longestWait, of: scene) == 0)
    #expect(value(.online, of: scene) == nil)
    scene.read(.operators([], isComplete: true), at: 1)
    #expect(value(.online, of: scene) == 0)
    scene.read(.surfaces([], isComplete: true), at: 1)
    #expect(value(.toReview, of: scene) == 0)
  }

  @Test func theCalls() {
    let scene = Scene(
      .started("A"), .started("B"), .started("C"), .escalated("A"), .escalated("B"),
      .joined("O", "B"))
    #expect(value(.live, of: scene) == 3)
    #expect(value(.waiting, of: scene) == 1)
    #expect(value(.longestWait, of: scene) == 96)
    #expect(value(.longestCall, of: scene) == 99)
    #expect(value(.withOperator, of: scene) == 1)
    #expect(value(.silence, of: scene) == 97)
    #expect(value(.stale, of: scene) == 94)
    #expect(value(.startedToday, of: scene) == 3)
    #expect(value(.escalatedToday, of: scene) == 2)
  }

  @Test("Who answered and only listens by now does not speak with the caller: one rule for all")
  func aMonitoredCallIsWithNoOperator() {
    var scene = Scene()
    scene.read(.calls([], isComplete: true), at: 0)
    scene.read(.escalations([], isComplete: true), at: 0)
    for event in [
      .started("A"), .escalated("A"), .joined("O", "A"), .mode("O", "A", .listen),
    ] as [WorkspaceEvent] {
      scene.tell(event, at: 1)
    }
    scene.state.board.calls.update("A") { $0.riskLevel = .known(.critical) }
    #expect(value(.withOperator, of: scene) == 0)
    #expect(value(.waiting, of: scene) == 0)
    #expect(scene.board.calls["A"]?.state(at: second(100)) == .listened)
    #expect(scene.board.calls["A"].map(Targets.defaults.riskSeverity) == .some(.critical))
    scene.tell(.joined("P", "A"), at: 5)
    #expect(value(.withOperator, of: scene) == 1)
    #expect(scene.board.calls["A"]?.state(at: second(100)) == .withOperator)
    #expect(scene.board.calls["A"].map(Targets.defaults.riskSeverity) == .some(nil))
    // The mode of one of whom a read told is not known: who answered speaks.
    scene.state.board.calls.update("A") { call in
      call.operators = [CallOperator(operatorID: "O", mode: nil, joinedAt: nil)]
    }
    #expect(value(.withOperator, of: scene) == 1)
  }

  @Test func aWaitOfWhichNobodyKnowsSinceWhenIsUnknown() {
    var snapshot = EscalationSnapshot(callSID: "A", status: .known(.requested))
    snapshot.escalationID = "E1"
    var scene = Scene()
    scene.read(.escalations([snapshot], isComplete: true), at: 2)
    #expect(value(.waiting, of: scene) == 1)
    #expect(value(.longestWait, of: scene) == nil)
  }

  @Test func theSpeedOfAnswerIsTheMeanOfThoseWhoWaited() {
    var scene = Scene()
    for (call, asked, answered) in [("A", 0, 10), ("B", 5, 35)] as [(CallSID, Int64, Int64)] {
      scene.tell(.escalated(call), at: asked)
      scene.tell(.joined("O", call), at: answered)
    }
    // Who speaks with an operator already does not wait; who has none still does.
    scene.tell(.joined("P", "C"), at: 40)
    scene.tell(.escalated("C"), at: 40)
    scene.tell(.escalated("D"), at: 41)
    #expect(value(.answerSpeed, of: scene) == 20)
    // The same request is answered but once.
    scene.tell(.left("P", "C"), at: 50)
    scene.tell(.left("O", "B"), at: 50)
    scene.tell(.joined("O", "B"), at: 90)
    #expect(value(.answerSpeed, of: scene) == 20)
    #expect(
      scene.board.inputs(of: .answerSpeed) == [
        MetricInput("callers answered", 2), MetricInput("their waits in total", 40, .seconds),
        MetricInput("requests for an operator", 4), MetricInput("still waiting", 1),
      ])
  }

  @Test func theEscalationRateIsOfTheCallsThatWereLive() {
    var scene = Scene(.started("A"), .started("B"), .started("C"), .started("D"))
    #expect(value(.escalationRate, of: scene) == 0)
    scene.tell(.escalated("A"), at: 5)
    #expect(value(.escalationRate, of: scene) == 0.25)
    scene.tell(.ended("A"), at: 6)
    scene.tell(.ended("B"), at: 7)
    #expect(value(.escalationRate, of: scene) == 0.25)
    scene.tell(.ended("C", escalated: true), at: 8)
    #expect(value(.escalationRate, of: scene) == 0.5)
    // After an hour only the call that is live is left.
    #expect(value(.escalationRate, of: scene, at: 3_700) == 0)
  }

  @Test func howCallsEnded() {
    let scene = Scene(
      .ended("A", because: .abandoned, after: 10), .ended("B", after: 50),
      .ended("C", after: 1e308), .ended("D", after: -5))
    #expect(value(.abandonmentRate, of: scene) == 0.25)
    // Lengths that cannot be are not counted.
    #expect(value(.handleTime, of: scene) == 30)
    #expect(value(.endedToday, of: scene) == 4)
    #expect(value(.abandonedToday, of: scene) == 1)
    let reasons = scene.board.inputs(of: .abandonmentRate).dropFirst(2)
    #expect(
      reasons == [MetricInput("ended: completed", 3), MetricInput("ended: hung up waiting", 1)])
  }

  @Test func theOperators() {
    let scene = Scene(
      .status("O", .online), .status("P", .busy), .status("Q", .offline), .status("R", .offline))
    #expect(value(.online, of: scene) == 1)
    #expect(value(.busy, of: scene) == 1)
    #expect(value(.offline, of: scene) == 2)
  }

  @Test func occupancyIsTimeOnCallsOfTimeSignedIn() {
    var scene = Scene()
    scene.open(at: 0)
    scene.tell(.status("O", .online), at: 0)
    scene.tell(.status("P", .offline), at: 0)
    for seconds in 0...20 { scene.frame(at: Int64(seconds)) }
    #expect(scene.board.value(of: .occupancy) == 0)
    scene.tell(.joined("O", "A", .listen), at: 20)
    for seconds in 21...40 { scene.frame(at: Int64(seconds)) }
    #expect(scene.board.value(of: .occupancy) == 0.5)
    #expect(
      scene.board.history.hour.total.operatorTime
        == OperatorTime(online: 40, busy: 0, offline: 40, signedIn: 40, onCall: 20))
    // What they did while nobody looked, or while nothing was heard, is not known.
    scene.frame(at: 400)
    scene.lose(at: 401)
    scene.frame(at: 401)
    scene.frame(at: 402)
    #expect(scene.board.value(of: .occupancy) == 0.5)
  }

  @Test func theSurfaces() {
    let scene = Scene(
      .created("S"), .created("T"), .created("U"), .created("V"), .submitted("S"),
      .submitted("S"), .pendingReview("S"), .archived("T"), .submitted("W"))
    #expect(value(.openSurfaces, of: scene) == 4)
    #expect(value(.toReview, of: scene) == 1)
    #expect(value(.surfaceCompletion, of: scene) == 0.5)
    let stages = scene.board.inputs(of: .openSurfaces)
    #expect(stages.contains(MetricInput("pending review", 1)))
    #expect(stages.count == SurfaceStage.allCases.count)
  }

  @Test func theTools() {
    var scene = Scene.following()
    scene.hear(
      .toolCompleted("find", "t1", succeeded: true), .toolCompleted("send", error: "no answer"))
    for (number, succeeded) in [true, false, true, true].enumerated() {
      let result = TextBackgroundResult(
        conversationID: "c", toolName: "find", callID: BoundedString("\(number)"),
        succeeded: succeeded,
        result: Protected("found"), depth: 0)
      scene.tell(.textBackgroundResult(result), at: 10)
    }
    #expect(value(.toolFailureRate, of: scene) == 2.0 / 6)
    #expect(value(.texts, of: scene) == 0)
  }

  @Test func theReplies() {
    var scene = Scene.following()
    for milliseconds in 1...20 { scene.hear(.latency(Double(milliseconds * 100))) }
    scene.hear(.latency(.nan), .latency(-1), .latency(.infinity))
    #expect(value(.replyP50, of: scene) == 1_000)
    #expect(value(.replyP95, of: scene) == 1_900)
    // They are remembered when the call is followed no more.
    scene.intend(.back)
    #expect(scene.board.observations.isEmpty)
    #expect(value(.replyP95, of: scene) == 1_900)
    #expect(value(.replyP95, of: scene, at: 3_700) == nil)
  }

  @Test func theSlowestToolOfFollowedCalls() {
    var scene = Scene.following()
    #expect(value(.slowestTool, of: scene) == nil)
    scene.hear(
      .toolCompleted("find", "1", after: 900), .toolCompleted("book", "2", after: 3_100),
      .toolCompleted("book", "3", after: 2_000), .toolCompleted("log", nil),
      .toolCompleted("bad", nil, after: -1), from: 1)
    #expect(value(.slowestTool, of: scene) == 3_100)
    #expect(
      scene.board.inputs(of: .slowestTool) == [
        MetricInput("runs that ended", 3), MetricInput("book", 3_100, .milliseconds),
        MetricInput("find", 900, .milliseconds),
      ])
    #expect(value(.slowestTool, of: scene, at: 3_700) == nil)
  }

  @Test func theProblemsOfTheLastHour() {
    let scene = Scene(.triggerFailed(), .started("A"), .triggerFailed())
    #expect(value(.problems, of: scene) == 2)
    var later = scene
    later.frame(at: 4)
    #expect(value(.problems, of: later, at: 3_700) == 0)
    #expect(later.board.inputs(of: .problems) == [MetricInput("since the start", 2)])
  }

  @Test func aTextSession() {
    #expect(value(.texts, of: Scene(.textStarted("X"), .textStarted("Y"))) == 2)
  }

  @Test(arguments: Metric.allCases)
  func eachHasItsWords(metric: Metric) {
    for words in [metric.title, metric.label, metric.definition, metric.source] {
      #expect(!words.isEmpty)
    }
    #expect(metric.definition.hasSuffix("."))
    #expect(Set(Metric.allCases.map(\.title)).count == Metric.allCases.count)
    #expect(Set(Metric.allCases.map(\.label)).count == Metric.allCases.count)
  }

  @Test func whoHangsUpWhileWaitingForAHumanHasGivenUp() {
    let scene = Scene(
      .started("A"), .escalated("A"), .ended("A", because: .callerHangup),
      .started("B"), .ended("B", because: .callerHangup))
    #expect(value(.abandonedToday, of: scene) == 1)
    #expect(value(.abandonmentRate, of: scene) == 0.5)
  }
}

@Suite(.inTurn)
struct MetricPropertyTests {
  @Test(arguments: [21, 22, 23] as [UInt64])
  func everyNumberIsFiniteAndNotNegative(seed: UInt64) {
    var state = WallboardState(.test)
    let log = RandomLog.inputs(1_500, seed: seed) + RandomLog.observing(800, seed: seed)
    for (number, input) in log.enumerated() {
      _ = reduce(into: &state, input)
      if number % 50 == 0 { expectSane(state.board) }
    }
    let known = state.board.reading().count
    #expect(known > Metric.allCases.count * 2 / 3)
  }

  @Test func noMomentAndNoNumberOfThePlatformBreaksThem() {
    let moments = [Int64.min, .min + 1, -1, 0, 1, 1 << 50, .max - 1, .max]
    var events = RandomEvents(seed: 24, hasNaN: true)
    var state = WallboardState(.test)
    for number in 0..<1_000 {
      let (at, now) = (events.pick(moments), events.pick(moments))
      let received = ReceivedEvent(
        id: "0", at: Timestamp(milliseconds: at), receivedAt: Timestamp(milliseconds: now),
        event: events.event())
      _ = reduce(into: &state, .received(received))
      _ = reduce(into: &state, .frame(Frame(now: Timestamp(milliseconds: events.pick(moments)))))
      if number % 50 == 0 { expectSane(state.board) }
    }
  }

  private func expectSane(_ board: Board) {
    let reading = board.reading()
    for metric in Metric.allCases {
      let samples = board.history.samples(of: metric)
      let values = samples.compactMap(\.self) + [reading[metric]].compactMap(\.self)
      let inputs = board.inputs(of: metric).compactMap(\.value)
      let isSane = (values + inputs).allSatisfy { $0.isFinite && $0 >= 0 }
      if !isSane { Issue.record("\(metric): \(values), made from \(inputs)") }
      if samples.count > RollingHour.minutes { Issue.record("\(metric): \(samples.count) samples") }
    }
    if board.history.replies.readings.count > Limits.measures { Issue.record("too many replies") }
  }
}
