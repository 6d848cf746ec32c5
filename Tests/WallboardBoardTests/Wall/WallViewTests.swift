import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// Pages turn by the clock, and nothing on a wall waits for a person.
@Suite(.inTurn)
struct WallTests {
  @Test func pagesTurnByTheClock() {
    var scene = Scene.onWall()
    #expect(scene.pages(at: 0, 19, 20, 39, 40) == [0, 0, 1, 1, 2])
  }

  @Test func aClockThatJumpsTurnsOnePageOrNone() {
    var scene = Scene.onWall()
    #expect(scene.pages(at: 100, 5_000, 5_010, 50, 69, 70) == [0, 1, 1, 1, 1, 2])
  }

  @Test func aHandTurnsThePageAndItStaysItsTime() {
    var scene = Scene.onWall()
    #expect(scene.pages(at: 0, 15) == [0, 0])
    scene.intend(.nextPage)
    #expect(scene.pages(at: 15, 34, 35) == [1, 1, 2])
  }

  @Test func thePageComesRound() {
    var scene = Scene.onWall()
    for _ in 0..<WallView.cycle { scene.intend(.nextPage) }
    #expect(scene.state.view.wall?.page == 0)
  }

  @Test func aPinKeepsThePage() {
    var scene = Scene.onWall()
    #expect(scene.pages(at: 0) == [0])
    scene.intend(.togglePin)
    #expect(scene.pages(at: 500) == [0])
    scene.intend(.nextPage)
    #expect(scene.pages(at: 900) == [1])
    scene.intend(.togglePin)
    #expect(scene.pages(at: 919, 920) == [1, 2])
  }

  @Test func thePictureMovesEverySomeMinutes() {
    var scene = Scene.onWall()
    var shifts: [Int?] = []
    for step in 0..<12 {
      scene.frame(at: Int64(step) * WallView.shiftInterval)
      shifts.append(scene.state.view.wall?.shift)
      scene.frame(at: Int64(step) * WallView.shiftInterval + 30)
      #expect(scene.state.view.wall?.shift == shifts.last)
    }
    #expect(Set(shifts).count == WallView.shifts && Set(shifts.prefix(6)).count == 6)
  }

  @Test func nothingPrivateIsShownWhateverThePersonAskedFor() {
    for mode in [PrivacyMode.wall, .desk, .open] {
      var settings = BoardSettings(privacy: Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)))
      #expect(WallboardState(settings).settings.privacy.mode == mode)
      settings.wall = WallSettings()
      #expect(WallboardState(settings).settings.privacy.mode == .wall)
      #expect(
        Protected<PersonalIdentifier>("Mary").pseudonym(WallboardState(settings).privacy)
          == Protected<PersonalIdentifier>("Mary").pseudonym(settings.privacy.output))
    }
  }

  @Test func quittingAsksNothing() {
    var scene = Scene.onWall("A")
    scene.frame(at: 2)
    scene.observe(.open, at: 2)
    #expect(scene.act(.intent(.quit)) == [.quit])
    #expect(scene.state.view.overlay == nil)
  }

  @Test func nothingIsHeldZoomedOrFocused() {
    var scene = Scene.onWall("A")
    scene.frame(at: 2)
    scene.intend(.toggleHold, .toggleZoom, .nextPanel)
    scene.state.view.focusedPane = 0
    scene.frame(at: 3)
    #expect(scene.state.heldBoard == nil && !scene.state.view.isZoomed)
    #expect(scene.state.view.focusedPane == nil)
  }

  @Test func atADeskThereIsNoWall() {
    var scene = Scene.following()
    scene.intend(.togglePin, .nextPage)
    for second in 1...60 { scene.frame(at: Int64(second)) }
    #expect(scene.state.view.wall == nil && scene.state.view.panes.map(\.callSID) == ["A"])
  }

  @Test func whoComesToWaitBringsBackTheFirstPage() {
    var scene = Scene.onWall("A", "B")
    #expect(scene.pages(at: 0, 20) == [0, 1])
    scene.tell(.escalated("A"), at: 21)
    #expect(scene.pages(at: 22, 41, 42) == [0, 0, 1])
    // Who has waited already is no news, nor is it one fewer.
    scene.tell(.joined("O", "A"), at: 43)
    #expect(scene.pages(at: 44) == [1])
  }

  @Test func aPinnedPageStaysWhoeverWaits() {
    var scene = Scene.onWall("A")
    #expect(scene.pages(at: 0, 20) == [0, 1])
    scene.intend(.togglePin)
    scene.tell(.escalated("A"), at: 21)
    #expect(scene.pages(at: 22) == [1])
  }
}

extension WallboardState {
  fileprivate var privacy: Disclosure { settings.privacy.output }
}
