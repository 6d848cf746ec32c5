import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// How a person looks at a followed call.
struct PaneTests {
  private var scene = Scene.following("A", beside: "B")

  private var pane: FollowPane? { scene.state.view.pane }

  private func position(_ entry: EntryNumber) -> PanePosition {
    let anchor = LineAnchor(entry: entry)
    return PanePosition(cursor: anchor, top: anchor, visibleLines: 5)
  }

  @Test mutating func movesWaitForTheFrame() {
    scene.intend(
      .moveUp, .moveDown, .halfPageUp, .halfPageDown, .pageUp, .pageDown, .nextMatch,
      .previousMatch)
    #expect(
      pane?.moves == [
        .lines(-1), .lines(1), .halfPages(-1), .halfPages(1), .halfPages(-2), .halfPages(2),
        .match(forward: true), .match(forward: false),
      ])
    scene.frame(at: 1, panes: ["A": position(3)])
    #expect(pane?.moves == [] && pane?.position == position(3))
    #expect(scene.state.view.panels[.calls]?.index == 0, "the calls did not move")
  }

  @Test mutating func whereAPaneStoodDoesNotMatterToItsEnds() {
    scene.intend(.moveUp, .pageUp, .moveToFirst)
    #expect(pane?.moves == [.first])
    scene.intend(.moveDown, .moveToLast)
    #expect(pane?.moves == [.last])
  }

  @Test mutating func movesAreBounded() {
    for _ in 0..<1_000 { scene.intend(.moveUp) }
    #expect(pane?.moves.count == Limits.paneMoves)
    scene.intend(.moveToLast)
    #expect(pane?.moves == [.last])
  }

  @Test mutating func aPaneThatTheFrameLeavesOutKeepsItsMoves() {
    scene.intend(.moveUp)
    scene.frame(at: 1, panes: ["B": position(3)])
    #expect(pane?.moves == [.lines(-1)])
  }

  @Test mutating func whatComesWhileSomebodyReadsFurtherUpIsNew() {
    scene.hear(.user("0"), .user("1"))
    scene.intend(.moveUp)
    #expect(pane?.firstUnseen == 2)
    scene.frame(at: 2, panes: ["A": position(0)])
    scene.hear(.user("2"), .user("3"), .user("4"), from: 3)
    scene.intend(.moveUp)
    #expect(pane?.firstUnseen == 2)
    #expect(scene.observation()?.timeline.count(from: pane?.firstUnseen ?? 0) == 3)
    scene.frame(at: 6, panes: ["A": PanePosition(visibleLines: 5)])
    #expect(pane?.firstUnseen == nil)
  }

  @Test mutating func allIsNewToWhoLeavesAnEmptyTail() {
    scene.intend(.moveUp)
    #expect(pane?.firstUnseen == 0)
    scene.frame(at: 1, panes: ["A": PanePosition()])
    scene.intend(.moveToLast)
    #expect(pane?.firstUnseen == nil)
  }

  @Test mutating func enterUnfoldsTheToolUnderTheCursor() {
    scene.hear(.toolStarted("a", "1"), .user("x"), .toolStarted("b", "2"), .user("y"))
    scene.intend(.open)
    #expect(pane?.unfolded == [2], "the newest, while the newest line is followed")
    scene.frame(at: 5, panes: ["A": position(0)])
    scene.intend(.open)
    #expect(pane?.unfolded == [0, 2])
    scene.intend(.open)
    #expect(pane?.unfolded == [2])
    scene.frame(at: 6, panes: ["A": position(1)])
    scene.intend(.open)
    #expect(pane?.unfolded == [2], "words do not unfold")
  }

  @Test mutating func whatIsGoneIsFoldedNoMore() {
    scene.hear(.toolStarted("a"))
    scene.intend(.open)
    for _ in 0...Limits.timelineEntries { scene.hear(.user("x")) }
    scene.hear(.toolStarted("b"))
    scene.intend(.open)
    #expect(pane?.unfolded == [EntryNumber(Limits.timelineEntries + 2)])
  }

  @Test mutating func aSearchIsTypedAndAccepted() {
    scene.intend(.search, .typed("h"), .typed("é"), .typed("y"))
    #expect(scene.state.view.prompt?.text == "héy" && pane?.query == "héy")
    scene.intend(.erase)
    #expect(scene.state.view.prompt?.text == "hé" && pane?.query == "hé")
    scene.intend(.open)
    #expect(scene.state.view.prompt == nil && pane?.query == "hé")
    #expect(pane?.moves == [.nearestMatch])
    #expect(pane?.unfolded == [])
  }

  @Test mutating func aSearchIsGivenUp() {
    scene.intend(.search, .typed("h"), .eraseAll, .erase)
    #expect(scene.state.view.prompt?.text == "")
    scene.intend(.open)
    #expect(scene.state.view.prompt == nil && pane?.moves == [])
    scene.intend(.search, .typed("h"), .back)
    #expect(scene.state.view.prompt == nil && pane?.query == "")
    #expect(scene.state.view.panes.count == 1)
  }

  @Test mutating func aPromptIsBounded() {
    scene.intend(.search)
    for _ in 0..<1_000 { scene.intend(.typed("x")) }
    #expect(scene.state.view.prompt?.text.count == Limits.promptLength)
  }

  @Test mutating func nothingIsTypedWithoutAPrompt() {
    let before = scene.state
    scene.intend(.typed("x"), .erase, .eraseAll)
    #expect(scene.state == before)
    scene.intend(.focus(.calls), .search)
    #expect(scene.state.view.prompt == nil)
  }

  @Test mutating func aPromptGoesWithItsPane() {
    scene.tell(.escalated("B"), at: 1)
    scene.intend(.search, .followEscalation)
    #expect(scene.state.view.prompt == nil && pane?.callSID == "B")
  }

  @Test mutating func whatIsSelectedIsCopied() {
    #expect(scene.act(.intent(.copyID)) == [.copy(.id("A"))])
    #expect(scene.act(.intent(.copyLine)) == [])
    scene.hear(.user("x"), .user("y"))
    #expect(scene.act(.intent(.copyLine)) == [.copy(.line("A", 1))])
    scene.frame(at: 3, panes: ["A": position(0)])
    #expect(scene.act(.intent(.copyLine)) == [.copy(.line("A", 0))])
    scene.intend(.focus(.calls), .moveToLast)
    #expect(scene.act(.intent(.copyID)) == [.copy(.id("B"))])
    #expect(scene.act(.intent(.copyLine)) == [])
    scene.intend(.focus(.activity))
    #expect(scene.act(.intent(.copyID)) == [])
  }

  @Test("What nobody can know is not said: a copy is sent, and how to allow it is told once")
  mutating func copiesAreSent() {
    scene.intend(.copyID)
    #expect(scene.state.view.notice?.text == "Sent to the terminal: A")
    scene.state.settings.clipboardAdvice = "Not in the clipboard? Look."
    scene.state.view.isClipboardAdvised = false
    scene.intend(.copyID)
    #expect(
      scene.state.view.notice?.text == "Sent to the terminal. Not in the clipboard? Look.")
    scene.intend(.copyID)
    #expect(scene.state.view.notice?.text == "Sent to the terminal: A")
  }

  @Test mutating func theDetailOfAPaneIsItsCalls() {
    scene.intend(.showDetail)
    #expect(scene.state.view.overlay == .detail(.call("A")))
  }

  @Test mutating func anOverlayTakesTheMoves() {
    scene.intend(.toggleHelp, .moveDown, .pageDown, .moveToFirst)
    #expect(pane?.moves == [])
  }
}
