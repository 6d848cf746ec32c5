import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// Calls are followed, beside each other and no more.
struct FollowTests {
  /// Calls in order of their start, with the first under the cursor.
  private func scene(_ calls: CallSID...) -> Scene {
    var scene = Scene()
    for call in calls { scene.tell(.started(call), at: 1) }
    scene.frame(at: 2)
    return scene
  }

  private func panes(_ scene: Scene) -> [CallSID] { scene.state.view.panes.map(\.callSID) }

  private func select(_ call: CallSID, in scene: inout Scene) {
    scene.intend(.focus(.calls), .moveToFirst)
    while scene.state.view.panels[.calls]?.current != .call(call) {
      let index = scene.state.view.panels[.calls]?.index
      scene.intend(.moveDown)
      guard scene.state.view.panels[.calls]?.index != index else { return }
    }
  }

  private func beside(_ calls: CallSID..., in scene: inout Scene) {
    for call in calls {
      select(call, in: &scene)
      scene.intend(.openBeside)
    }
  }

  @Test func enterFollowsTheSelectedCall() {
    var scene = scene("A", "B")
    #expect(scene.act(.intent(.open)) == [.network(.follow("A"))])
    #expect(panes(scene) == ["A"] && scene.state.view.focusedPane == 0)
    #expect(scene.observation()?.followedSince == second(2))
    #expect(scene.observation()?.phase == .connecting(attempt: 1))
  }

  @Test func anotherTakesItsPlaceAndTheFirstIsClosedPolitely() {
    var scene = scene("A", "B")
    scene.intend(.open)
    select("B", in: &scene)
    #expect(scene.act(.intent(.open)) == [.network(.unfollow("A")), .network(.follow("B"))])
    #expect(panes(scene) == ["B"] && Array(scene.board.observations.keys) == ["B"])
  }

  @Test func upToFourAreFollowedBesideEachOther() {
    var scene = scene("A", "B", "C", "D", "E")
    beside("A", "B", "C", "D", in: &scene)
    #expect(panes(scene) == ["A", "B", "C", "D"])
    select("E", in: &scene)
    #expect(scene.act(.intent(.openBeside)) == [])
    #expect(panes(scene).count == Limits.followedCalls)
    #expect(scene.state.view.notice?.text == "4 calls are followed already: close one first")
    scene.frame(at: 7)
    #expect(scene.state.view.notice == nil)
  }

  @Test func aCallThatIsFollowedIsNotFollowedTwice() {
    var scene = scene("A", "B")
    beside("A", "B", in: &scene)
    scene.hear(.user("Hello"))
    select("A", in: &scene)
    #expect(scene.act(.intent(.open)) == [])
    #expect(panes(scene) == ["A", "B"] && scene.state.view.focusedPane == 0)
    #expect(scene.story() == ["caller: Hello"])
  }

  @Test("Callers who wait take the focused pane in turn, the longest wait first")
  func callersWaitingAreFollowed() {
    var scene = scene("A", "B", "C", "D")
    #expect(scene.act(.intent(.followEscalation)) == [])
    #expect(scene.state.view.notice?.text == "Nobody is waiting for an operator")
    let waits: [(CallSID, EscalationID)] = [("A", "E1"), ("D", "E2"), ("B", "E3"), ("C", "E4")]
    for (index, wait) in waits.enumerated() {
      scene.tell(.escalated(wait.0, wait.1), at: Int64(index) + 3)
    }
    scene.tell(.joined("O", "A"), at: 7)
    let effects = scene.act(.intent(.followEscalation))
    #expect(effects == [.network(.follow("D"))], "A has an operator")
    for next in ["B", "C", "D"] as [CallSID] {
      scene.intend(.followEscalation)
      #expect(panes(scene) == [next] && scene.state.view.focusedPane == 0)
    }
    scene.intend(.back)
    beside("A", "B", "C", in: &scene)
    scene.intend(.followEscalation)
    #expect(panes(scene) == ["A", "B", "D"], "the next whom nobody follows yet")
    beside("C", in: &scene)
    scene.intend(.followEscalation)
    #expect(scene.state.view.pane?.callSID == "D", "all are followed: the first has the focus")
    for (person, call) in [("P", "B"), ("Q", "C"), ("R", "D")] as [(OperatorID, CallSID)] {
      scene.tell(.joined(person, call), at: 8)
    }
    #expect(scene.act(.intent(.followEscalation)) == [])
    #expect(scene.state.view.notice?.text == "Nobody is waiting for an operator")
  }

  @Test func focusGoesThroughPanelsAndPanes() {
    var scene = scene("A", "B")
    beside("A", "B", in: &scene)
    scene.intend(.nextPanel)
    #expect(scene.state.view.focusedPane == nil && scene.state.view.focus == .calls)
    scene.intend(.previousPanel, .previousPanel)
    #expect(scene.state.view.focusedPane == 0)
    scene.intend(.previousPanel)
    #expect(scene.state.view.focusedPane == nil && scene.state.view.focus == .numbers)
    scene.intend(.nextPanel)
    #expect(scene.state.view.focusedPane == 0)
    scene.intend(.focus(.calls))
    #expect(scene.state.view.pane == nil)
  }

  @Test func closingAPaneLeavesTheFocusBesideIt() {
    var scene = scene("A", "B", "C")
    beside("A", "B", "C", in: &scene)
    scene.intend(.previousPanel)
    #expect(scene.act(.intent(.back)) == [.network(.unfollow("B"))])
    #expect(panes(scene) == ["A", "C"] && scene.state.view.focusedPane == 1)
    #expect(scene.act(.intent(.back)) == [.network(.unfollow("C"))])
    #expect(scene.state.view.focusedPane == 0)
    #expect(scene.act(.intent(.back)) == [.network(.unfollow("A"))])
    #expect(scene.state.view.focusedPane == nil && scene.board.observations.isEmpty)
    #expect(scene.act(.intent(.back)) == [])
  }

  @Test func backLeavesOneThingAfterTheOther() {
    var scene = Scene.following()
    scene.intend(.toggleHold, .toggleZoom, .toggleHelp, .search, .typed("x"))
    scene.intend(.back)
    #expect(scene.state.view.prompt == nil && scene.state.view.overlay == .help)
    scene.intend(.back)
    #expect(scene.state.view.overlay == nil && scene.state.view.isZoomed)
    scene.intend(.back)
    #expect(!scene.state.view.isZoomed && scene.state.heldBoard != nil)
    scene.intend(.back)
    #expect(scene.state.heldBoard == nil && panes(scene) == ["A"])
    #expect(scene.act(.intent(.back)) == [.network(.unfollow("A"))])
    #expect(panes(scene) == [])
  }

  @Test func quittingIsAskedWhileALiveCallIsFollowed() {
    var scene = Scene.following()
    #expect(scene.act(.intent(.quit)) == [])
    #expect(scene.state.view.overlay == .quitting)
    scene.intend(.open)
    #expect(scene.state.view.overlay == .quitting, "Enter is no answer")
    scene.intend(.back)
    #expect(scene.state.view.overlay == nil && panes(scene) == ["A"])
    scene.intend(.quit)
    #expect(scene.act(.intent(.quit)) == [.quit])
  }

  @Test func quittingIsNotAskedWhenTheCallsAreOver() {
    var scene = Scene.following()
    scene.tell(.ended("A"), at: 1)
    #expect(scene.act(.intent(.quit)) == [.quit])
    var refused = Scene.following()
    refused.observe(.refused(reason: "4003"), at: 1)
    #expect(refused.act(.intent(.quit)) == [.quit])
  }

  @Test func aHeldViewStandsStillAndGoesOn() {
    var scene = Scene.following("A", beside: "B", "C")
    scene.hear(.user("Hello"))
    scene.tell(.escalated("C"), at: 1)
    scene.intend(.toggleHold)
    scene.hear(.user("Still there?"), from: 2)
    #expect(scene.state.shown.observations["A"]?.timeline.entries.count == 1)
    #expect(scene.story().count == 2)
    beside("B", in: &scene)
    scene.hear(.user("Hi"), on: "B")
    let opened = scene.state.shownObservation(of: "B")
    #expect(opened?.timeline.entries.count == 1, "what is opened goes on")
    scene.intend(.back)
    #expect(scene.state.shown.observations["B"]?.timeline.entries.count == 1)
    scene.intend(.toggleHold, .followEscalation)
    #expect(panes(scene) == ["A", "C"] && scene.state.shownObservation(of: "C") != nil)
  }
}
