import Testing
@testable import WallboardBoard

struct ColumnIntentTests {
  private func scene(_ intents: Intent...) -> Scene {
    var scene = Scene(.started("A"), .started("B"))
    scene.frame(at: 3)
    scene.intend(.chooseColumns)
    for intent in intents { scene.intend(intent) }
    return scene
  }

  private func columns(_ scene: Scene) -> [Field]? { scene.state.view.panels[.calls]?.columns }

  @Test func theChooserOpensForTheFocusedPanelAndCloses() {
    var scene = Scene()
    scene.frame(at: 1)
    scene.intend(.focus(.surfaces), .chooseColumns)
    #expect(scene.state.view.overlay == .columns(.surfaces))
    scene.intend(.open)
    #expect(scene.state.view.overlay == nil)
    scene.intend(.chooseColumns, .back)
    #expect(scene.state.view.overlay == nil)
  }

  @Test func theCursorStaysInTheList() {
    var scene = scene(.moveUp)
    #expect(scene.state.view.overlayIndex == 0)
    scene.intend(.moveToLast)
    #expect(scene.state.view.overlayIndex == Panel.calls.fields.count - 1)
    scene.intend(.moveDown)
    #expect(scene.state.view.overlayIndex == Panel.calls.fields.count - 1)
    scene.intend(.moveToFirst, .moveDown)
    #expect(scene.state.view.overlayIndex == 1)
  }

  @Test func aColumnIsHiddenAndShown() {
    var scene = scene(.moveDown, .toggleColumn)
    #expect(columns(scene) == Panel.calls.defaultColumns.filter { $0 != .time })
    #expect(scene.state.view.overlayIndex == 1)
    scene.intend(.toggleColumn)
    #expect(columns(scene) == nil)
  }

  @Test func theCursorFollowsTheColumnThatMoves() {
    var scene = scene(.moveColumn(1))
    #expect(columns(scene)?.prefix(2) == [.time, .state])
    #expect(scene.state.view.overlayIndex == 1)
    scene.intend(.moveColumn(-1))
    #expect(columns(scene) == nil)
    #expect(scene.state.view.overlayIndex == 0)
  }

  @Test func sortingSortsByTheColumnUnderTheCursor() {
    var scene = scene(.moveDown, .sortByNextColumn)
    #expect(scene.state.view.panels[.calls]?.sort?.field == .time)
    scene.intend(.sortByNextColumn)
    #expect(scene.state.view.panels[.calls]?.sort == nil)
    scene.intend(.sortByNextColumn, .open, .chooseColumns)
    #expect(scene.state.view.overlayIndex == 1)
  }

  @Test func resettingGivesBackWhatWasAtFirst() {
    var scene = scene(.toggleColumn, .moveDown, .sortByNextColumn, .resetLayout)
    #expect(columns(scene) == nil)
    #expect(scene.state.view.panels[.calls]?.sort == nil)
    scene = self.scene(.toggleColumn, .open)
    scene.intend(.toggleZoom, .toggleHints, .resetLayout)
    #expect(columns(scene) == nil)
    #expect(!scene.state.view.isZoomed && scene.state.view.showsHints)
  }

  @Test func nothingHappensWhereNoColumnsAreChosen() {
    var scene = Scene(.started("A"))
    scene.frame(at: 2)
    scene.intend(.toggleColumn, .moveColumn(1))
    #expect(columns(scene) == nil)
  }

  @Test func whoeverOfThoseThatTakeTurnsWasLookedAtLastKeepsThePlace() {
    var scene = Scene()
    #expect(scene.state.view.turn == .activity)
    scene.intend(.focus(.alerts), .focus(.calls))
    #expect(scene.state.view.turn == .alerts)
    scene.intend(.focus(.surfaces), .previousPanel)
    #expect(scene.state.view.turn == .alerts)
    scene.intend(.focus(.numbers), .nextPanel)
    #expect(scene.state.view.turn == .numbers)
  }
}
