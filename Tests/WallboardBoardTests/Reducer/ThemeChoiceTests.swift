import Testing
@testable import WallboardBoard

struct ThemeChoiceTests {
  private func scene(_ themes: [String] = ["default", "dark", "light"]) -> Scene {
    var scene = Scene(.started("A"))
    scene.state.settings.themes = themes
    scene.state.settings.theme = "dark"
    return scene
  }

  @Test func theListOpensAtTheThemeInUse() {
    var scene = scene()
    #expect(scene.act(.intent(.chooseTheme)).isEmpty)
    #expect(scene.state.view.overlay == .themes)
    #expect(scene.state.view.overlayIndex == 1)
    #expect(scene.state.theme == "dark")
  }

  @Test func everyMoveShowsTheThemeUnderTheCursor() {
    var scene = scene()
    scene.intend(.chooseTheme)
    #expect(scene.act(.intent(.moveDown)) == [.theme("light")])
    #expect(scene.act(.intent(.moveDown)).isEmpty)
    #expect(scene.act(.intent(.moveToFirst)) == [.theme("default")])
    #expect(scene.act(.intent(.moveToLast)) == [.theme("light")])
    #expect(scene.act(.intent(.moveUp)) == [.theme("dark")])
    #expect(scene.state.view.theme == nil)
  }

  @Test(arguments: [Intent.back, .toggleHelp, .openPalette])
  func whatIsLeftIsAsItWas(intent: Intent) {
    var scene = scene()
    scene.intend(.chooseTheme, .moveDown)
    #expect(scene.act(.intent(intent)) == [.theme("dark")])
    #expect(scene.state.view.overlay != .themes)
    #expect(scene.state.view.theme == nil)
  }

  @Test func enterKeepsTheTheme() {
    var scene = scene()
    scene.intend(.chooseTheme, .moveDown)
    #expect(scene.act(.intent(.open)).isEmpty)
    #expect(scene.state.view.overlay == nil)
    #expect(scene.state.view.theme == "light")
    #expect(scene.state.theme == "light")
    scene.intend(.chooseTheme)
    #expect(scene.state.view.overlayIndex == 2)
    #expect(scene.act(.intent(.back)).isEmpty)
  }

  @Test func aThemeIsUsedByItsName() {
    var scene = scene()
    #expect(scene.act(.intent(.useTheme("light"))) == [.theme("light")])
    #expect(scene.act(.intent(.useTheme("light"))).isEmpty)
    #expect(scene.act(.intent(.useTheme("lihgt"))).isEmpty)
    #expect(scene.state.view.notice?.text == "There is no theme lihgt")
    #expect(scene.state.theme == "light")
  }

  @Test func withoutThemesThereIsNothingToChoose() {
    var scene = scene([])
    #expect(scene.act(.intent(.chooseTheme)).isEmpty)
    #expect(scene.state.view.overlay == nil)
    #expect(scene.state.view.notice != nil)
  }
}
