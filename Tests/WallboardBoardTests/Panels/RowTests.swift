import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct RowOrderTests {
  @Test func whoWaitsLongestComesFirst() {
    var scene = Scene(
      .started("plain"), .started("at risk"), .started("waits"), .started("handed back"),
      .started("served"),
      .started("waits longer"), .escalated("waits longer"), .escalated("waits"),
      .escalated("served"), .joined("O", "served"), .escalated("handed back"),
      .joined("P", "handed back"), .left("P", "handed back"))
    scene.state.board.calls["at risk"]?.riskLevel = .known(.high)
    let calls = ["waits longer", "waits", "at risk", "served", "handed back", "plain"]
    #expect(scene.board.rows(of: .calls) == calls.map { .call(CallSID(stringLiteral: $0)) })
  }

  @Test func whoIsFreeForLongestComesFirstOfTheOperators() {
    let scene = Scene(
      .status("d", .offline), .status("c", .online), .status("b", .online), .status("a", .busy),
      .joined("e", "A"))
    #expect(scene.board.rows(of: .operators) == ["c", "b", "a", "d", "e"].map(RowID.operator))
  }

  @Test func theNewestActivityComesFirst() {
    let scene = Scene(.started("A"), .ended("A"))
    #expect(scene.board.rows(of: .activity) == [.activity(1), .activity(0)])
  }
}

@Suite(.inTurn)
struct FieldTests {
  private func values(
    _ scene: Scene, _ row: RowID, _ fields: Field..., disclosure: Disclosure = .masked
  ) -> [FieldValue] {
    fields.map { scene.board.value(of: $0, in: row, disclosure) }
  }

  @Test func aCallHoldsWhatItsRowShows() {
    var scene = Scene()
    scene.read(.services(["billing": "Billing"]), at: 0)
    scene.tell(.started("A", caller: "+15550100"), at: 0)
    scene.tell(.escalated("A"), at: 60)
    scene.tell(.joined("O", "A", .listen), at: 70)
    scene.frame(at: 100)
    #expect(
      values(scene, .call("A"), .state, .time, .wait, .direction, .service, .operator, .mode)
        == [
          .text("waiting"), .seconds(100), .seconds(40), .text("inbound"), .text("Billing"),
          .text("O"), .text("monitoring"),
        ])
    #expect(
      values(scene, .call("A"), .why, .risk, .turns, .call, .stage)
        == [.text("AI asked for help"), .none, .none, .text("A"), .none])
  }

  @Test func whoWaitsNoMoreDoesNotWait() {
    var scene = Scene(.started("A"), .escalated("A"), .joined("O", "A"))
    scene.frame(at: 10)
    #expect(
      values(scene, .call("A"), .state, .wait, .waited)
        == [.text("with operator"), .none, .seconds(1)])
  }

  @Test func whoWaitsHasNotWaitedYet() {
    var scene = Scene(.started("A"), .escalated("A"))
    scene.frame(at: 10)
    #expect(values(scene, .call("A"), .wait, .waited) == [.seconds(8), .none])
  }

  @Test func aCallThatEndedWhileItsCallerWaitedTellsForHowLong() {
    var scene = Scene(.started("A"), .escalated("A"))
    scene.tell(.ended("A"), at: 9)
    scene.frame(at: 12)
    #expect(values(scene, .call("A"), .wait, .waited) == [.none, .seconds(7)])
  }

  @Test func aCallerIsWhoIsShown() throws {
    var scene = Scene(.started("A", caller: "+15550100"), .started("B"))
    scene.frame(at: 3)
    let caller = try #require(scene.board.calls["A"]?.callerID)
    let masked = "caller " + caller.pseudonym(.masked)
    #expect(values(scene, .call("A"), .caller) == [.text(masked)])
    #expect(values(scene, .call("A"), .caller, disclosure: .revealed) == [.text("+15550100")])
    #expect(values(scene, .call("B"), .caller) == [.none])
  }

  @Test func anOperatorHoldsStatusAndSeat() {
    var scene = Scene(.started("A"), .status("O", .busy), .joined("O", "A"), .status("P", .online))
    scene.frame(at: 33)
    #expect(
      values(scene, .operator("O"), .status, .since, .name, .mode, .time, .service, .call)
        == [
          .text("busy"), .seconds(31), .text("O"), .text("speaking"), .seconds(30),
          .text("billing"), .text("A"),
        ])
    #expect(values(scene, .operator("P"), .mode, .time, .call) == [.none, .none, .none])
  }

  @Test func aSurfaceHoldsStageAndFields() {
    var scene = Scene(.created("S"), .saved("name", "S"), .created("T", review: true))
    scene.frame(at: 12)
    #expect(
      values(scene, .surface("S"), .stage, .since, .saved, .form, .channel, .note)
        == [
          .text("in progress"), .seconds(10), .number(1), .text("S"), .text("sms"), .none,
        ])
    #expect(values(scene, .surface("T"), .note) == [.text("needs a review")])
    scene.tell(.rejected("T"), at: 13)
    #expect(values(scene, .surface("T"), .note) == [.text("▒▒▒▒")])
  }

  @Test func theRestHoldsWhatItIs() {
    var scene = Scene(.started("A"), .triggerFailed("nightly"))
    scene.frame(at: 12)
    #expect(
      values(scene, .activity(1), .at, .event) == [.seconds(10), .text("trigger failed")])
    #expect(values(scene, .activity(99), .at) == [.none])
    #expect(values(scene, .metric(.longestWait), .number) == [.text("Longest wait")])
  }

  @Test func aRowHasNoValueForAFieldOfOtherThings() {
    let log = RandomLog.inputs(3_000, seed: 21)
    var state = WallboardState(.test)
    for input in log { _ = reduce(into: &state, input) }
    for panel in Panel.allCases {
      for row in state.board.rows(of: panel) {
        for field in Field.allCases where !row.homePanel.fields.contains(field) {
          #expect(state.board.value(of: field, in: row, .revealed) == .none, "\(panel) \(field)")
        }
      }
    }
  }
}
