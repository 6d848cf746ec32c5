import Testing
@testable import WallboardBoard
@testable import WallboardEvents

struct BackgroundTests {
  @Test func newNamesAndReadsAreCountedAndOtherEventsAreNot() {
    var scene = Scene()
    let registered = OperatorRegistered(operatorID: "A", name: "Kim")
    scene.tell(.operatorRegistered(registered), at: 1)
    #expect(scene.board.backgroundRevision == 1)
    scene.tell(.operatorRegistered(registered), at: 2)
    scene.tell(.status("A", .online), at: 3)
    scene.tell(.started("CA"), at: 4)
    #expect(scene.board.backgroundRevision == 1)
    scene.read(.services(["billing": "Billing"]), at: 5)
    #expect(scene.board.backgroundRevision == 2)
    scene.read(.operators([], isComplete: true), at: 6)
    #expect(scene.board.backgroundRevision == 3)
  }
}
