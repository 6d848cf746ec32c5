import OrderedCollections
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
