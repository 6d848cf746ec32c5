import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// Nothing on a wall waits for a person.
@Suite(.inTurn)
struct WallTests {
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

  @Test func whetherTheCallIsKeptIsSaid() {
    var scene = Scene.onWall("A")
    scene.frame(at: 2)
    scene.intend(.togglePin)
    #expect(scene.state.view.wall?.isPinned == true)
    #expect(scene.state.view.notice?.text == "Kept: the call stays here until it ends")
    scene.intend(.togglePin)
    #expect(scene.state.view.wall?.isPinned == false)
    #expect(scene.state.view.notice?.text == "Let go: other calls may take its place")
  }

  @Test func atADeskThereIsNoWall() {
    var scene = Scene.following()
    scene.intend(.togglePin)
    for second in 1...60 { scene.frame(at: Int64(second)) }
    #expect(scene.state.view.wall == nil && scene.state.view.panes.map(\.callSID) == ["A"])
  }
}

extension WallboardState {
  fileprivate var privacy: Disclosure { settings.privacy.output }
}
