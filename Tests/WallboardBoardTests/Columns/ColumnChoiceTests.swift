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
