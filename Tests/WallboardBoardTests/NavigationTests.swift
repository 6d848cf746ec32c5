import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct SelectionTests {
  /// Three calls in order of their start, with the calls panel in focus.
  private func scene(rows: Int = 10) -> Scene {
    var scene = Scene(.started("A"), .started("B"), .started("C"))
    scene.frame(at: 4, rows: rows)
    return scene
  }

  private func calls(_ scene: Scene) -> PanelView? { scene.state.view.panels[.calls] }

  private func view(
    _ rows: [CallSID], _ selected: CallSID?, at index: Int, top: Int = 0, waiting: CallSID? = nil
  ) -> PanelView {
    let needy = waiting.map { NeedyRow(row: .call($0), need: .waiting, place: 0) }
    return PanelView(
      rows: rows.map(RowID.call), needy: needy.map { [$0] } ?? [],
      selection: selected.map(RowID.call), index: index, top: top,
      visibleRows: 10, unfilteredCount: rows.count)
  }

  @Test func theCursorKeepsToTheFirstRowUntilAPersonMovesIt() {
    var scene = scene()
    #expect(calls(scene) == view(["A", "B", "C"], nil, at: 0))
    scene.tell(.escalated("C"), at: 5)
    scene.frame(at: 5)
    #expect(calls(scene) == view(["C", "A", "B"], nil, at: 0, waiting: "C"))
  }

  @Test func theSelectionSticksToItsThing() {
    var scene = scene()
    scene.intend(.moveDown)
    scene.tell(.escalated("C"), at: 5)
    scene.frame(at: 5)
    #expect(calls(scene) == view(["C", "A", "B"], "B", at: 2, waiting: "C"))
  }

  @Test func theSelectionGoesToTheNeighbourOfWhatVanished() {
    var scene = scene()
    scene.intend(.moveDown)
    scene.tell(.ended("B"), at: 5)
    scene.frame(at: 11)
    #expect(calls(scene) == view(["A", "C"], "C", at: 1))
    scene.tell(.ended("C"), at: 12)
    scene.frame(at: 18)
    #expect(calls(scene) == view(["A"], "A", at: 0))
    scene.tell(.ended("A"), at: 19)
    scene.frame(at: 25)
    #expect(calls(scene) == view([], nil, at: 0))
  }

  @Test func movesEndAtTheEnds() {
    var scene = scene()
    scene.intend(.moveToLast, .moveDown, .pageDown, .halfPageDown)
    #expect(calls(scene)?.current == .call("C"))
    scene.intend(.pageUp, .moveUp, .halfPageUp)
    #expect(calls(scene)?.current == .call("A"))
    scene.intend(.moveToLast, .moveToFirst)
    #expect(calls(scene) == view(["A", "B", "C"], nil, at: 0))
  }

  @Test func theRowUnderTheCursorIsVisible() {
    var scene = scene(rows: 2)
    scene.intend(.moveToLast)
    #expect(calls(scene)?.top == 1)
    scene.frame(at: 5, rows: 1)
    #expect(calls(scene)?.top == 2)
    scene.frame(at: 6, rows: 3)
    #expect(calls(scene)?.top == 0)
    scene.frame(at: 7, rows: .max)
    #expect(calls(scene)?.top == 0)
    scene.frame(at: 8, rows: .min)
    #expect(calls(scene)?.top == 2)
  }

  @Test func focusGoesRound() {
    var scene = scene()
    scene.intend(.previousPanel)
    #expect(scene.state.view.focus == .numbers)
    scene.intend(.nextPanel, .nextPanel)
    #expect(scene.state.view.focus == .operators)
    scene.intend(.focus(.surfaces))
    #expect(scene.state.view.focus == .surfaces)
  }

  @Test func aDetailIsOpenedAndClosed() {
    var scene = scene()
    scene.intend(.moveDown, .showDetail)
    #expect(scene.state.view.overlay == .detail(.call("B")))
    scene.intend(.moveDown)
    #expect(scene.state.view.overlayTop == 1)
    scene.intend(.toggleHelp)
    #expect(scene.state.view.overlay == .help)
    #expect(scene.state.view.overlayTop == 0)
    scene.intend(.back)
    #expect(scene.state.view.overlay == nil)
    scene.intend(.focus(.activity), .showDetail, .open)
    #expect(scene.state.view.overlay == nil, "Enter closes it")
    #expect(calls(scene)?.current == .call("B"))
    #expect(scene.state.view.panes.isEmpty)
  }

  @Test func enterFollowsTheCallOfADetail() {
    var scene = scene()
    scene.intend(.moveDown, .showDetail)
    #expect(scene.act(.intent(.open)) == [.network(.follow("B"))])
    #expect(scene.state.view.overlay == nil)
    #expect(scene.state.view.pane?.callSID == "B")
    scene.intend(.showDetail, .open)
    #expect(scene.state.view.panes.map(\.callSID) == ["B"], "its pane has the focus")
    scene.intend(.focus(.calls), .showDetail)
    scene.tell(.ended("B"), at: 20)
    #expect(scene.act(.intent(.open)).isEmpty, "a call that is over is not followed")
    #expect(scene.state.view.overlay == nil)
  }

  @Test func anOverlayIsScrolledToItsEndAndBack() {
    var scene = scene()
    scene.intend(.toggleHelp, .moveToLast, .moveToLast, .moveDown, .pageDown)
    scene.act(.frame(Frame(now: second(5), lastOverlayTop: 7)))
    #expect(scene.state.view.overlayTop == 7)
    scene.intend(.moveUp)
    #expect(scene.state.view.overlayTop == 6)
    scene.act(.frame(Frame(now: second(6), lastOverlayTop: -3)))
    #expect(scene.state.view.overlayTop == 0)
  }

  @Test func aPageIsWhatTheOverlayShows() {
    var scene = scene()
    scene.intend(.toggleHelp)
    scene.act(
      .frame(Frame(now: second(5), visibleRows: nil, lastOverlayTop: 50, overlayHeight: 18)))
    scene.intend(.pageDown)
    #expect(scene.state.view.overlayTop == 18)
    scene.intend(.halfPageDown)
    #expect(scene.state.view.overlayTop == 27)
    scene.intend(.pageUp)
    #expect(scene.state.view.overlayTop == 9)
    scene.intend(.toggleHelp, .toggleHelp, .pageDown)
    #expect(scene.state.view.overlayTop > 1, "it may be turned before it was drawn")
  }

  /// A key that means nothing is told, but never instead of what matters more.
  @Test func whatAKeyDoesNotMeanHidesNoNotice() {
    var scene = scene()
    scene.intend(.unbound("No key “z” here"))
    #expect(scene.state.view.notice?.text == "No key “z” here")
    scene.intend(.unbound("No panel 9"))
    #expect(scene.state.view.notice?.text == "No panel 9")
    scene.act(.notice("The disk is full"))
    scene.intend(.unbound("No key “z” here"))
    #expect(scene.state.view.notice?.text == "The disk is full")
    scene.frame(at: 60)
    #expect(scene.state.view.notice == nil)
    scene.intend(.unbound("No key “z” here"))
    #expect(scene.state.view.notice?.text == "No key “z” here")
  }

  @Test func aLegendIsShownAndHidden() {
    var scene = scene()
    #expect(!scene.state.view.showsLegend)
    scene.intend(.toggleLegend)
    #expect(scene.state.view.showsLegend)
    scene.intend(.toggleLegend)
    #expect(!scene.state.view.showsLegend)
  }

  @Test func backLeavesTheOverlayThenTheZoomThenTheHold() {
    var scene = scene()
    scene.intend(.toggleHold, .toggleZoom, .toggleHelp, .back)
    #expect(scene.state.view.overlay == nil)
    #expect(scene.state.view.isZoomed)
    scene.intend(.back)
    #expect(!scene.state.view.isZoomed)
    #expect(scene.state.heldBoard != nil)
    scene.intend(.back)
    #expect(scene.state.heldBoard == nil)
  }

  @Test func intentsOfTheShellAreHandedOn() {
    var scene = scene()
    let before = scene.state
    #expect(scene.act(.intent(.quit)) == [.quit])
    #expect(scene.act(.intent(.repaint)) == [.repaint])
    #expect(scene.act(.intent(.suspend)) == [.suspend])
    #expect(scene.act(.intent(.retryNow)) == [.network(.retryNow)])
    #expect(scene.state == before)
  }
}
