import Testing

@testable import WallboardCore

struct RowOrderTests {
  @Test func whoWaitsLongestComesFirst() {
    let scene = Scene(
      .started("plain"), .started("waits"), .started("handed back"), .started("served"),
      .started("waits longer"), .escalated("waits longer"), .escalated("waits"),
      .escalated("served"), .joined("O", "served"), .escalated("handed back"),
      .joined("P", "handed back"), .left("P", "handed back"))
    #expect(
      scene.board.rows(of: .calls)
        == ["waits longer", "waits", "served", "handed back", "plain"].map(RowID.call))
  }

  @Test func operatorsAreOrderedByStandingThenName() {
    let scene = Scene(
      .status("d", .offline), .status("c", .online), .status("b", .online), .status("a", .busy),
      .joined("e", "A"))
    #expect(scene.board.rows(of: .operators) == ["a", "b", "c", "d", "e"].map(RowID.operator))
  }

  @Test func theNewestActivityComesFirst() {
    let scene = Scene(.started("A"), .ended("A"))
    #expect(scene.board.rows(of: .activity) == [.activity(1), .activity(0)])
  }
}
