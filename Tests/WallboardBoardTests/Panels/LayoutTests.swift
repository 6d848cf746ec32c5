import Foundation
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The remembered layout")
struct RememberedLayoutTests {
  private var arranged: BoardView {
    var view = BoardView()
    view.focus = .surfaces
    view.isZoomed = true
    view.showsHints = false
    view.theme = "paper"
    view.density = .words
    view.panels[.calls] = PanelView()
    view.panels[.calls]?.columns = [.wait, .caller]
    view.panels[.calls]?.sort = SortOrder(.wait, isDescending: true)
    view.panels[.operators] = PanelView()
    return view
  }

  @Test("What was written makes another board look alike")
  func roundTrip() throws {
    let data = try JSONEncoder().encode(arranged.layout)
    var view = BoardView()
    view.apply(try JSONDecoder().decode(Layout.self, from: data))
    #expect(view.layout == arranged.layout)
    #expect(!view.showsHints && view.theme == "paper")
    #expect(view.focus == .calls && !view.isZoomed, "what was looked at is not remembered")
    #expect(view.density == .words)
    #expect(view.panels[.calls]?.columns == [.wait, .caller])
    #expect(view.panels[.calls]?.sort == SortOrder(.wait, isDescending: true))
    #expect(view.panels[.operators] == nil)
  }

  @Test("A file that remembers focus and zoom, as they once were, opens on the calls")
  func olderFile() throws {
    let text = #"{"focus": "numbers", "zoomed": true, "hints": false, "panels": {}}"#
    var view = BoardView()
    view.apply(try JSONDecoder().decode(Layout.self, from: Data(text.utf8)))
    #expect(view.focus == .calls && !view.isZoomed && !view.showsHints)
  }

  @Test("What another version wrote and this one does not know is left out")
  func unknownNames() throws {
    let text = """
      {"density": "thick", "colour": 1, "panels": {
        "calls": {"columns": ["wait", "luck", "stage"], "sort": "luck desc"},
        "moods": {"columns": ["joy"]}, "operators": {"columns": ["stage"], "sort": "stage"}}}
      """
    var view = BoardView()
    view.apply(try JSONDecoder().decode(Layout.self, from: Data(text.utf8)))
    #expect(view.density == .normal)
    #expect(view.panels[.calls]?.columns == [.wait])
    #expect(view.panels[.calls]?.sort == nil)
    #expect(view.panels[.operators]?.columns == nil)
    #expect(view.panels[.operators]?.sort == nil)
  }

  @Test("What was set up goes before what is remembered, one thing at a time")
  func precedence() {
    var configured = Layout()
    configured.panels[.calls] = PanelLayout()
    configured.panels[.calls]?.columns = [.state]
    let layout = arranged.layout.overlaid(by: configured)
    #expect(layout.panels[.calls]?.columns == [.state])
    #expect(layout.panels[.calls]?.sort == SortOrder(.wait, isDescending: true))
    #expect(layout.theme == "paper")
  }

  @Test("A reset goes back to what was set up")
  func reset() {
    var configured = Layout()
    configured.panels[.calls] = PanelLayout()
    configured.panels[.calls]?.columns = [.state]
    configured.panels[.operators] = PanelLayout()
    configured.panels[.operators]?.sort = SortOrder(.name)
    var settings = BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
    settings.layout = configured
    var state = WallboardState(settings)
    state.view = arranged
    _ = reduce(into: &state, .intent(.resetLayout))
    #expect(state.view.panels[.calls]?.columns == [.state])
    #expect(state.view.panels[.calls]?.sort == nil)
    #expect(state.view.panels[.operators]?.sort == SortOrder(.name))
    #expect(!state.view.isZoomed)
    #expect(state.view.focus == .surfaces)
  }

  @Test("An order is written as it is read", arguments: ["wait", "wait desc", "name"])
  func order(words: String) {
    #expect(SortOrder(words)?.words == words)
  }

  @Test("No order", arguments: ["", "wait down", "luck", "wait desc desc", "desc"])
  func noOrder(words: String) {
    #expect(SortOrder(words) == nil)
  }

  @Test(
    "What was set up is no choice of the person, and what they chose before it stays remembered")
  func chosenBesidesWhatIsSetUp() {
    var setUp = Layout()
    setUp.panels[.calls] = PanelLayout()
    setUp.panels[.calls]?.columns = [.state]
    let remembered = arranged.layout
    var shown = remembered.overlaid(by: setUp)
    #expect(shown.chosen(besides: setUp, over: remembered) == remembered)
    shown.panels[.calls]?.columns = [.why]
    #expect(
      shown.chosen(besides: setUp, over: remembered).panels[.calls]?.columns == [.why])
  }

  @Test("What a person reset is not remembered any more")
  func chosenAfterReset() {
    let chosen = Layout().chosen(besides: Layout(), over: arranged.layout)
    #expect(chosen.panels[.calls] == nil)
  }
}

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
    #expect(scene.state.view.notice?.text == "No such theme: lihgt")
    #expect(scene.state.theme == "light")
  }

  @Test func withoutThemesThereIsNothingToChoose() {
    var scene = scene([])
    #expect(scene.act(.intent(.chooseTheme)).isEmpty)
    #expect(scene.state.view.overlay == nil)
    #expect(scene.state.view.notice != nil)
  }
}
