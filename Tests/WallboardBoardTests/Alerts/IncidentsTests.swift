import DequeModule
import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct IncidentTests {
  /// A board on which a call is too long after 10 seconds, and critical after 30.
  private func scene(minimum: Int64 = 0) -> Scene {
    Scene.judging([.callTooLong: AlertRule(warning: 10, critical: 30, for: minimum)])
  }

  @Test func ofManyAlertsAtOnceTheWorstIsToldFirst() {
    var scene = Scene.judging([
      .callTooLong: AlertRule(warning: 10, critical: 20),
      .escalationWaiting: AlertRule(warning: 10, critical: 20),
    ])
    scene.tell(.started("young"), at: 15)
    scene.tell(.started("old"), at: 1)
    scene.tell(.started("waiting"), at: 2)
    scene.tell(.escalated("waiting"), at: 3)
    let alarms = scene.pass(40...40).alarms
    #expect(
      alarms == [
        "critical escalation_waiting waiting 37", "critical call_too_long old 39",
        "critical call_too_long waiting 38", "critical call_too_long young 25",
      ])
    #expect(scene.alerts == alarms)
    #expect(scene.pass(41...60).alarms.isEmpty)
  }

  @Test("People come before mail: who waits, what else is about people, machines, messages")
  func peopleBeforeMail() {
    var scene = Scene.judging()
    for _ in 0..<5 { scene.tell(.bounced(), at: 1) }
    for _ in 0..<3 { scene.tell(.triggerFailed(), at: 1) }
    scene.tell(.status("O", .busy), at: 1)
    scene.tell(.started("A"), at: 290)
    scene.pass(290...300)
    #expect(
      scene.alerts == ["critical trigger_failed T 1", "critical delivery_failed - 1"])
    scene.tell(.escalated("A"), at: 300)
    scene.pass(301...320)
    #expect(
      scene.alerts == [
        "warning escalation_waiting A 20", "warning operator_busy_without_call O 319",
        "critical trigger_failed T 1", "critical delivery_failed - 1",
      ])
    scene.tell(.joined("O", "A"), at: 321)
    scene.tell(.status("O", .offline), at: 321)
    scene.tell(.started("B"), at: 321)
    scene.tell(.escalated("B"), at: 321)
    scene.pass(321...341)
    #expect(
      scene.alerts.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "warning escalation_waiting", "critical no_operator_online", "critical trigger_failed",
        "critical delivery_failed",
      ], "a caller who waits goes before the worst of all else")
  }

  @Test func theRulesAreLookedAtOnceASecond() {
    var scene = scene()
    scene.tell(.started("A"), at: 1)
    scene.pass(11...11)
    scene.tell(.ended("A"), at: 11)
    scene.frame(at: 11)
    #expect(scene.alerts.count == 1)
    scene.frame(at: 12)
    #expect(scene.alerts.isEmpty)
  }

  @Test func aConditionMustHoldForAsLongAsTheRuleDemands() {
    var scene = Scene.judging([.noOperatorOnline: AlertRule(warning: 1, critical: nil, for: 10)])
    for time in [1, 9, 17] as [Int64] {
      scene.tell(.status("O", .offline), at: time)
      scene.pass(time...(time + 4))
      scene.tell(.status("O", .online), at: time + 5)
      scene.pass((time + 5)...(time + 7))
    }
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts.isEmpty)
  }

  @Test func whatComesAndGoesIsOneIncident() {
    var scene = Scene.judging([.noOperatorOnline: AlertRule(warning: 1, critical: nil, for: 3)])
    scene.tell(.status("O", .offline), at: 1)
    #expect(scene.pass(1...4).alarms.count == 1)
    scene.intend(.acknowledge)
    scene.tell(.status("O", .online), at: 5)
    scene.pass(5...9)
    #expect(scene.pastAlerts.count == 1)
    scene.tell(.status("O", .offline), at: 9)
    scene.pass(9...9)
    #expect(scene.alerts.isEmpty, "the second 9 was looked at")
    #expect(scene.pass(10...14).alarms.count == 1, "it was gone for five seconds")
    #expect(scene.pastAlerts.count == 1)
    scene.tell(.status("O", .online), at: 15)
    scene.pass(15...18)
    scene.tell(.status("O", .offline), at: 18)
    #expect(scene.pass(19...19).alarms.isEmpty)
    #expect(scene.alerts == ["warning no_operator_online - 1"])
    #expect(scene.board.alerts.mostUrgent?.number == 1)
    #expect(scene.board.alerts.mostUrgent?.resolvedAt == nil)
    #expect(scene.board.alerts.raisedCount == 2)
  }

  @Test func whatWasNotedIsQuietUntilItIsCritical() {
    var scene = scene()
    scene.tell(.started("A"), at: 1)
    scene.pass(11...12)
    scene.intend(.acknowledge)
    #expect(scene.alerts == ["warning call_too_long A 11 acknowledged"])
    #expect(scene.pass(13...30).alarms.isEmpty)
    #expect(scene.pass(31...31).alarms == ["critical call_too_long A 30"])
    #expect(scene.board.alerts.mostUrgent?.needsAttention == true)
    scene.intend(.acknowledge)
    #expect(scene.pass(32...40).alarms.isEmpty)
  }

  @Test("What is not known is not raised; what counts on looks as bad as it is, and nobody is told")
  func whatIsNotKnown() {
    var scene = scene()
    scene.tell(.started("A"), at: 1)
    scene.tell(.started("B"), at: 10)
    scene.pass(11...11)
    scene.lose(at: 12)
    scene.intend(.acknowledge)
    let silent = (12...60).flatMap { scene.frame(at: Int64($0)) }
    #expect(silent.alarms.isEmpty)
    #expect(scene.alerts == ["critical call_too_long A 59 acknowledged"])
    var ended = scene
    ended.open(at: 61)
    ended.tell(.ended("A"), at: 61)
    ended.frame(at: 61)
    #expect(
      ended.pastAlerts == ["warning call_too_long A 10 acknowledged"], "as far as it was known")
    scene.open(at: 61)
    for time in 61...63 { scene.frame(at: Int64(time)) }
    #expect(
      scene.alerts == ["critical call_too_long A 62 acknowledged"], "the reads have not come back")
    scene.readEverything(at: 64)
    #expect(
      scene.frame(at: 64).alarms == ["critical call_too_long A 63", "critical call_too_long B 54"])
  }

  @Test func readsThatDoNotComeAreNotWaitedForForEver() {
    var scene = scene()
    scene.tell(.started("A"), at: 1)
    scene.open(at: 10)
    scene.pass(10...18)
    #expect(scene.alerts.isEmpty)
    scene.pass(19...19)
    #expect(scene.alerts == ["warning call_too_long A 18"])
  }

  @Test func aStaleStreamFreezesToo() {
    var scene = scene()
    scene.tell(.started("A"), at: 1)
    scene.frame(at: 100)
    #expect(scene.alerts.isEmpty)
    scene.pass(101...101)
    #expect(scene.alerts == ["critical call_too_long A 100"])
  }

  @Test func aClockThatIsSetBackResolvesAndTrapsNothing() {
    var scene = scene(minimum: 5)
    scene.tell(.started("A"), at: 1)
    scene.pass(1...20)
    #expect(scene.alerts.count == 1)
    scene.pass(-5_000...(-4_998))
    #expect(scene.alerts.isEmpty)
    scene.pass(1...20)
    #expect(scene.alerts.count == 1)
    #expect(scene.pastAlerts.count == 1)
  }

  @Test func theHistoryForgetsItsOldest() {
    var scene = scene()
    var clock: Int64 = 0
    for number in 0...Limits.alertHistory {
      let call = CallSID(stringLiteral: "C\(number)")
      scene.tell(.started(call), at: clock)
      scene.pass((clock + 10)...(clock + 10))
      scene.tell(.ended(call), at: clock + 11)
      scene.pass((clock + 11)...(clock + 11))
      clock += 12
    }
    #expect(scene.board.alerts.history.count == Limits.alertHistory)
    #expect(scene.board.alerts.history.first?.number == 1)
    #expect(scene.board.alerts.alert(0) == nil)
    #expect(scene.board.alerts.alert(1)?.key == AlertKey(.callTooLong, .call("C1")))
    #expect(scene.board.alerts.raisedCount == Limits.alertHistory + 1)
  }

  @Test func onlySoManyAlertsLastAtOnce() {
    var scene = scene()
    for number in 0...Limits.activeAlerts {
      scene.tell(.started(CallSID(stringLiteral: "C\(number)")), at: 1)
    }
    scene.pass(11...12)
    #expect(scene.board.alerts.active.count == Limits.activeAlerts)
    scene.tell(.ended("C0"), at: 13)
    scene.pass(13...13)
    #expect(scene.board.alerts.active.count == Limits.activeAlerts, "the last one has room")
  }

  @Test func aRuleThatIsOffRaisesNothing() {
    var scene = scene()
    scene.state.settings.alerts.rules[.callTooLong]?.isOn = false
    scene.tell(.started("A"), at: 1)
    scene.pass(1...60)
    #expect(scene.alerts.isEmpty)
  }

  @Test func aNumberFindsItsIncidentWhetherItLastsOrNot() {
    var scene = scene()
    scene.tell(.started("A"), at: 1)
    scene.tell(.started("B"), at: 2)
    scene.pass(11...12)
    scene.tell(.ended("A"), at: 13)
    scene.pass(13...13)
    #expect(scene.board.alerts.numbers == [1, 0])
    #expect(scene.board.alerts.alert(0)?.resolvedAt == second(13))
    #expect(scene.board.alerts.alert(1)?.resolvedAt == nil)
    #expect(scene.board.alerts.alert(2) == nil)
  }

  @Test func whoWaitsGoesBeforeWhatIsWorseOfAnotherKind() {
    var scene = Scene.judging([
      .callTooLong: AlertRule(warning: 10, critical: 20),
      .escalationWaiting: AlertRule(warning: 5, critical: 600),
    ])
    scene.tell(.started("old"), at: 1)
    scene.tell(.started("waiting"), at: 30)
    scene.tell(.escalated("waiting"), at: 30)
    scene.pass(36...36)
    #expect(
      scene.alerts == ["warning escalation_waiting waiting 6", "critical call_too_long old 35"])
  }
}
