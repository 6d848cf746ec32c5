import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct AlertIntentTests {
  @Test func withoutAlertsNothingIsWrong() {
    var scene = Scene.judging()
    scene.frame(at: 1)
    scene.intend(.acknowledge)
    #expect(scene.state.view.notice?.text == "Nothing is wrong")
    #expect(scene.act(.intent(.openAlert)).isEmpty)
    #expect(scene.state.view.notice?.text == "Nothing is wrong")
    #expect(scene.state.view.overlay == nil)
  }

  @Test func theMostUrgentIsAcknowledgedFirst() {
    var scene = waiting("A", "B")
    scene.intend(.acknowledge)
    #expect(
      scene.state.view.notice?.text == "Acknowledged: Caller waiting, call A; 1 more to look at")
    #expect(
      scene.alerts == [
        "warning escalation_waiting B 30", "warning escalation_waiting A 31 acknowledged",
      ])
    scene.intend(.acknowledge)
    #expect(scene.state.view.notice?.text == "Acknowledged: Caller waiting, call B")
    scene.intend(.acknowledge)
    #expect(scene.state.view.notice?.text == "Already acknowledged: Caller waiting, call A")
  }

  @Test func theAlertUnderTheCursorIsAcknowledged() {
    var scene = waiting("A", "B")
    scene.intend(.focus(.alerts), .moveDown, .acknowledge)
    #expect(
      scene.alerts == [
        "warning escalation_waiting A 31", "warning escalation_waiting B 30 acknowledged",
      ])
  }

  @Test func whatIsOverNeedsNoAcknowledgement() {
    var scene = waiting("A")
    scene.tell(.ended("A"), at: 33)
    scene.pass(33...33)
    scene.intend(.focus(.alerts), .acknowledge)
    #expect(scene.state.view.notice?.text == "Over: Caller waiting, call A")
  }

  @Test func theCallOfTheMostUrgentAlertIsFollowed() {
    var scene = waiting("A", "B")
    #expect(scene.act(.intent(.openAlert)) == [.network(.follow("A"))])
    #expect(scene.state.view.pane?.callSID == "A")
  }

  @Test func enterFollowsTheCallOfTheAlertUnderTheCursor() {
    var scene = waiting("A", "B")
    scene.intend(.focus(.alerts), .moveDown)
    #expect(scene.act(.intent(.open)) == [.network(.follow("B"))])
  }

  @Test func theAlertOfACallThatIsOverShowsItself() {
    var scene = waiting("A")
    scene.tell(.ended("A"), at: 33)
    scene.pass(33...33)
    scene.intend(.focus(.alerts))
    #expect(scene.act(.intent(.open)).isEmpty)
    #expect(scene.state.view.overlay == .detail(.alert(0)))
  }

  @Test func anOperatorAndAFormShowTheirDetails() {
    var scene = Scene.judging([
      .operatorBusyWithoutCall: AlertRule(warning: 10, critical: 12),
      .surfaceStuck: AlertRule(warning: 10, critical: nil),
    ])
    scene.tell(.status("O", .busy), at: 1)
    scene.tell(.created("S"), at: 1)
    scene.pass(1...20)
    scene.intend(.openAlert)
    #expect(scene.state.view.focus == .operators)
    #expect(scene.state.view.overlay == .detail(.operator("O")))
    scene.intend(.back, .acknowledge, .openAlert)
    #expect(scene.state.view.focus == .surfaces)
    #expect(scene.state.view.overlay == .detail(.surface("S")))
  }

  @Test func aSourceShowsItsNewestFailure() {
    var scene = Scene.judging(.pipelineError)
    scene.tell(.pipelineError("one"), at: 1)
    scene.tell(.pipelineError("two"), at: 2)
    for _ in 0..<3 { scene.tell(.pipelineError("one"), at: 3) }
    scene.tell(.synced("one"), at: 3)
    scene.pass(4...4)
    scene.intend(.openAlert)
    #expect(scene.state.view.focus == .activity)
    #expect(scene.state.view.overlay == .detail(.activity(4)))
  }

  @Test func whyNothingIsHeardIsTold() {
    var scene = Scene.judging(.streamStale)
    scene.lose(at: 1)
    scene.frame(at: 60)
    scene.intend(.openAlert)
    #expect(scene.state.view.notice?.text == "Not connected: lost; r connects now")
  }

  @Test func thatNobodyIsOnlineShowsTheOperators() {
    var scene = Scene.judging([.noOperatorOnline: AlertRule(warning: nil, critical: 1)])
    scene.tell(.status("O", .offline), at: 1)
    scene.pass(1...1)
    scene.intend(.openAlert)
    #expect(scene.state.view.focus == .operators)
    #expect(scene.state.view.overlay == nil)
  }

  @Test func aHeldViewShowsThatAnAlertWasAcknowledged() {
    var scene = waiting("A")
    scene.intend(.toggleHold, .acknowledge)
    #expect(scene.state.shown.alerts.mostUrgent?.needsAttention == false)
    scene.intend(.toggleHold)
    #expect(scene.state.shown.alerts.mostUrgent?.needsAttention == false)
  }

  /// Calls that asked for a human one second after the other, half a minute ago.
  private func waiting(_ calls: CallSID...) -> Scene {
    var scene = Scene.judging(.escalationWaiting)
    for (index, call) in calls.enumerated() {
      scene.tell(.started(call), at: Int64(index) + 1)
      scene.tell(.escalated(call), at: Int64(index) + 1)
    }
    scene.pass(1...32)
    return scene
  }
}
