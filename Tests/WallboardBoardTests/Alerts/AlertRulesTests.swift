import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct CallAlertTests {
  @Test func aCallerWhoWaitsIsAWarningAndThenCritical() {
    var scene = Scene.judging(.escalationWaiting)
    scene.tell(.started("A", caller: "+1"), at: 1)
    scene.tell(.escalated("A"), at: 10)
    #expect(scene.pass(10...29).alarms.isEmpty)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pass(30...69).alarms == ["warning escalation_waiting A 20"])
    #expect(scene.alerts == ["warning escalation_waiting A 59"])
    #expect(scene.pass(70...80).alarms == ["critical escalation_waiting A 60"])
    #expect(scene.board.alerts.mostUrgent?.since == second(10))
    #expect(scene.board.alerts.mostUrgent?.caller == Protected("+1"))
    scene.tell(.joined("O", "A"), at: 81)
    #expect(scene.pass(81...81).alarms.isEmpty)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts == ["critical escalation_waiting A 70"])
    #expect(scene.board.alerts.history.last?.resolvedAt == second(81))
    #expect(scene.board.alerts.raisedCount == 1)
  }

  @Test func anAlertRemembersTheServiceOfACallThatIsOver() {
    var scene = Scene.judging(.escalationWaiting)
    scene.read(.services(["billing": "Billing"]), at: 1)
    scene.tell(.started("A", caller: "+1"), at: 1)
    scene.tell(.escalated("A"), at: 1)
    scene.pass(1...22)
    scene.tell(.ended("A", because: .abandoned), at: 23)
    scene.pass(23...23)
    #expect(scene.board.alerts.history.last?.label == "Billing")
    #expect(scene.board.alerts.history.last?.caller == Protected("+1"))
  }

  @Test func aWaitThatNobodyToldTheTimeOfCountsFromItsSight() {
    var scene = Scene.judging(.escalationWaiting)
    var snapshot = CallSnapshot(callSID: "A")
    snapshot.escalationActive = true
    scene.read(.calls([snapshot], isComplete: true), at: 40)
    scene.pass(40...59)
    #expect(scene.alerts.isEmpty)
    scene.pass(60...60)
    #expect(scene.alerts == ["warning escalation_waiting A 20"])
  }

  @Test func aCallThatLastsIsAWarningAndThenCritical() {
    var scene = Scene.judging([.callTooLong: AlertRule(warning: 10, critical: 20, for: 5)])
    scene.tell(.started("A"), at: 1)
    scene.pass(1...15)
    #expect(scene.alerts.isEmpty)
    scene.pass(16...16)
    #expect(scene.alerts == ["warning call_too_long A 15"])
    #expect(scene.board.alerts.mostUrgent?.since == second(1))
    #expect(scene.board.alerts.mostUrgent?.raisedAt == second(16))
    scene.pass(17...21)
    #expect(scene.alerts == ["critical call_too_long A 20"])
    scene.tell(.ended("A"), at: 22)
    scene.pass(22...22)
    #expect(scene.pastAlerts == ["critical call_too_long A 20"])
  }

  @Test func callsThatDoNotStartAsUsualAreASilence() {
    var scene = Scene.judging(.unusualSilence)
    for number in 0..<13 { start(number, at: Int64(10 * number), in: &scene) }
    #expect(scene.board.alerts.rhythm.usualPause == 10)
    scene.pass(121...179)
    #expect(scene.alerts.isEmpty)
    scene.pass(180...180)
    #expect(scene.alerts == ["warning unusual_silence - 6"])
    scene.pass(181...220)
    #expect(scene.alerts == ["critical unusual_silence - 10"])
    start(13, at: 221, in: &scene)
    scene.pass(221...221)
    #expect(scene.alerts.isEmpty)
    // The silence itself is the longest pause, and no part of the rhythm.
    #expect(scene.board.alerts.rhythm.usualPause == 10)
  }

  @Test func elevenStartsAreNoRhythm() {
    var scene = Scene.judging(.unusualSilence)
    for number in 0..<11 { start(number, at: Int64(number), in: &scene) }
    scene.pass(11...400)
    #expect(scene.alerts.isEmpty)
    start(11, at: 401, in: &scene)
    scene.pass(401...460)
    #expect(scene.alerts.isEmpty, "a minute is nothing unusual, however busy it was")
    scene.pass(461...461)
    #expect(scene.alerts == ["critical unusual_silence - 60"])
  }

  @Test func nobodyKnowsWhetherCallsStartedWhileTheStreamWasDown() {
    var scene = Scene.judging(.unusualSilence)
    for number in 0..<13 { start(number, at: Int64(10 * number), in: &scene) }
    scene.lose(at: 130)
    for time in 130...1_000 { scene.frame(at: Int64(time)) }
    scene.open(at: 1_001)
    scene.readEverything(at: 1_001)
    scene.pass(1_001...1_060)
    #expect(scene.alerts.isEmpty)
    scene.pass(1_061...1_061)
    #expect(scene.alerts == ["warning unusual_silence - 6"])
  }

  private func start(_ number: Int, at seconds: Int64, in scene: inout Scene) {
    scene.tell(.started(CallSID(stringLiteral: "C\(number)")), at: seconds)
  }

  @Test func aStartThatIsToldLateChangesNoRhythm() {
    var scene = Scene.judging(.unusualSilence)
    for number in 0..<13 { start(number, at: Int64(10 * number), in: &scene) }
    let rhythm = scene.board.alerts.rhythm
    start(100, at: 60, in: &scene)
    #expect(scene.board.alerts.rhythm == rhythm)
  }
}

struct HouseAlertTests {
  @Test func thatNobodyIsOnlineIsRaisedAfterAWhile() {
    var scene = Scene.judging(.noOperatorOnline)
    scene.tell(.status("O", .online), at: 1)
    scene.tell(.status("P", .busy), at: 1)
    scene.pass(1...2)
    scene.tell(.status("O", .offline), at: 3)
    scene.pass(3...30)
    #expect(scene.alerts.isEmpty)
    scene.tell(.status("P", .offline), at: 31)
    scene.pass(31...45)
    #expect(scene.alerts.isEmpty)
    scene.pass(46...46)
    #expect(scene.alerts == ["critical no_operator_online - 1"])
    #expect(scene.board.alerts.mostUrgent?.since == second(31))
    scene.tell(.status("P", .online), at: 47)
    scene.pass(47...47)
    #expect(scene.alerts.isEmpty)
  }

  @Test func nobodyIsMissedBeforeOperatorsWereRead() {
    var scene = Scene()
    scene.state.settings.alerts.rules = [.noOperatorOnline: AlertRule(warning: 1, critical: nil)]
    scene.open(at: 0)
    scene.tell(.status("O", .offline), at: 1)
    scene.pass(1...40)
    #expect(scene.alerts.isEmpty)
    scene.read(.operators([], isComplete: false), at: 41)
    scene.pass(41...41)
    #expect(scene.alerts == ["warning no_operator_online - 1"])
  }

  @Test func noOperatorsAtAllAreNoneThatCouldBeOnline() {
    var scene = Scene.judging(.noOperatorOnline)
    scene.pass(1...60)
    #expect(scene.alerts.isEmpty)
  }

  @Test func anOperatorIsBusyForNothing() {
    var scene = Scene.judging(.operatorBusyWithoutCall)
    scene.tell(.status("O", .busy), at: 1)
    scene.pass(1...300)
    #expect(scene.alerts.isEmpty)
    scene.pass(301...301)
    #expect(scene.alerts == ["warning operator_busy_without_call O 300"])
    scene.pass(302...901)
    #expect(scene.alerts == ["critical operator_busy_without_call O 900"])
    scene.tell(.started("A"), at: 902)
    scene.tell(.joined("O", "A"), at: 902)
    scene.pass(902...902)
    #expect(scene.alerts.isEmpty)
  }

  @Test func anOperatorWhoStaysBusyCountsFromTheEndOfTheCall() {
    var scene = Scene.judging(.operatorBusyWithoutCall)
    scene.tell(.status("O", .busy), at: 1)
    scene.tell(.started("A"), at: 1)
    scene.tell(.joined("O", "A"), at: 2)
    scene.pass(2...1_000)
    scene.tell(.ended("A"), at: 1_001)
    scene.pass(1_001...1_299)
    #expect(scene.alerts.isEmpty)
    scene.pass(1_300...1_300)
    #expect(scene.alerts == ["warning operator_busy_without_call O 300"])
  }

  @Test func anOperatorOnACallThatTheBoardDoesNotHaveIsOnACall() {
    var scene = Scene.judging(.operatorBusyWithoutCall)
    var snapshot = OperatorSnapshot(operatorID: "O", status: .known(.busy))
    snapshot.statusSince = second(-1_000)
    snapshot.activeCallSID = "elsewhere"
    scene.read(.operators([snapshot], isComplete: true), at: 40)
    scene.pass(40...41)
    #expect(scene.alerts.isEmpty)
  }

  @Test func aFormIsStuckWhereTheHouseMustAct() {
    var scene = Scene.judging([.surfaceStuck: AlertRule(warning: 10, critical: 20)])
    scene.tell(.created("made"), at: 1)
    scene.tell(.created("sent"), at: 1)
    scene.tell(.delivered("sent"), at: 1)
    scene.tell(.created("plain", review: false), at: 1)
    scene.tell(.submitted("plain"), at: 1)
    scene.tell(.created("review", review: true), at: 1)
    scene.tell(.submitted("review"), at: 1)
    scene.pass(1...11)
    #expect(
      scene.alerts == ["warning surface_stuck made 10", "warning surface_stuck review 10"])
    scene.tell(.pendingReview("review"), at: 12)
    scene.tell(.delivered("made"), at: 12)
    scene.pass(12...12)
    #expect(scene.alerts.isEmpty, "another stage is another matter")
    scene.pass(13...32)
    #expect(scene.alerts == ["critical surface_stuck review 20"])
    scene.tell(.approved("review"), at: 33)
    scene.pass(33...33)
    #expect(scene.alerts.isEmpty)
  }

  @Test func theStreamThatIsSilentIsAWarningAndThenCritical() {
    var scene = Scene.judging(.streamStale)
    scene.pass(1...10)
    for time in 11...54 { scene.frame(at: Int64(time)) }
    #expect(scene.alerts.isEmpty)
    scene.frame(at: 55)
    #expect(scene.alerts == ["warning stream_stale - 45"])
    scene.frame(at: 130)
    #expect(scene.alerts == ["critical stream_stale - 120"])
    scene.pass(131...131)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts == ["critical stream_stale - 120"])
  }

  @Test func aStreamThatNeverOpenedCountsFromTheFirstAttempt() {
    var scene = Scene()
    scene.frame(at: 5)
    scene.lose(at: 40)
    scene.frame(at: 49)
    #expect(scene.alerts.isEmpty)
    scene.frame(at: 50)
    #expect(scene.alerts == ["warning stream_stale - 45"])
    scene.frame(at: 20)
    #expect(scene.alerts == ["warning stream_stale - 45"], "the clock was set back")
  }
}
