import OrderedCollections
import Testing
@testable import WallboardBoard
@testable import WallboardEvents

struct HoldTests {
  @Test func whatIsShownStaysWhileTheBoardGoesOn() {
    var scene = Scene(.started("A"))
    scene.frame(at: 2)
    let held = scene.board
    scene.intend(.toggleHold)
    scene.tell(.ended("A"), at: 3)
    scene.tell(.started("B"), at: 3)
    scene.frame(at: 4)
    #expect(scene.state.shown == held)
    #expect(scene.state.view.panels[.calls]?.rows == [.call("A")])
    #expect(scene.board.calls["A"] == nil)
    scene.intend(.toggleHold)
    scene.frame(at: 9)
    #expect(scene.state.shown == scene.board)
    #expect(scene.state.view.panels[.calls]?.rows == [.call("B")])
  }

  @Test func identifiersAreShownFor30Seconds() {
    var scene = Scene()
    scene.frame(at: 10)
    scene.intend(.showIdentifiers)
    scene.frame(at: 39)
    #expect(scene.state.view.identifiersShownUntil == second(40))
    scene.frame(at: 40)
    #expect(scene.state.view.identifiersShownUntil == nil)
  }

  @Test func identifiersAreHiddenOnRequestAndWhenTheClockIsSetBack() {
    var scene = Scene()
    scene.frame(at: 10)
    scene.intend(.showIdentifiers, .showIdentifiers)
    #expect(scene.state.view.identifiersShownUntil == nil)
    scene.intend(.showIdentifiers)
    scene.frame(at: 9)
    #expect(scene.state.view.identifiersShownUntil == nil)
  }
}
