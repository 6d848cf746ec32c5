import Testing

@testable import WallboardBoard

struct ColumnChoiceTests {
  @Test(arguments: Panel.allCases)
  func nothingChosenIsTheDefault(panel: Panel) {
    for columns: [Field]? in [nil, [], panel.fields.isEmpty ? nil : Field.foreign(to: panel)] {
      let choice = ColumnChoice(panel, columns)
      #expect(choice.shown == panel.defaultColumns)
      #expect(choice.columns == nil)
      #expect(Set(choice.listed) == Set(panel.fields))
    }
  }

  @Test func everyFieldIsListedOnceInTheOrderOfTheColumns() {
    let choice = ColumnChoice(.operators, [.name, .status, .name, .caller])
    #expect(choice.shown == [.name, .status])
    #expect(choice.listed == [.name, .mode, .time, .service, .type, .call, .status, .since])
  }

  @Test func aHiddenColumnComesBackWhereTheListHasIt() {
    for panel in Panel.allCases {
      for field in panel.fields {
        var choice = ColumnChoice(panel, nil)
        let listed = choice.listed
        let wasShown = choice.shown.contains(field)
        choice.toggle(field)
        #expect(choice.shown.contains(field) == !wasShown, "\(field)")
        #expect(choice.listed == listed, "\(field)")
        choice.toggle(field)
        #expect(choice == ColumnChoice(panel, nil), "\(field)")
      }
    }
  }

  @Test func oneColumnAlwaysStays() {
    for panel in Panel.allCases {
      var choice = ColumnChoice(panel, nil)
      for field in panel.fields where choice.shown.contains(field) { choice.toggle(field) }
      #expect(choice.shown.count == 1)
    }
  }

  @Test(arguments: [
    (1, [Field.name, .status]), (-1, [.status, .name]), (.max, [.name, .status]),
    (.min, [.status, .name]), (0, [.status, .name]),
  ])
  func aColumnMovesAndStopsAtTheEnds(step: Int, expected: [Field]) {
    var choice = ColumnChoice(.operators, [.status, .name])
    choice.move(.status, by: step)
    #expect(choice.shown == expected)
  }

  @Test func aHiddenColumnDoesNotMove() {
    var choice = ColumnChoice(.operators, [.status, .name])
    choice.move(.type, by: 1)
    #expect(choice.shown == [.status, .name])
  }
}

extension Field {
  /// A field that the panel does not have.
  fileprivate static func foreign(to panel: Panel) -> [Field] {
    allCases.filter { !panel.fields.contains($0) }.prefix(1).map(\.self)
  }
}

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
