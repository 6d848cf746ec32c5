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
