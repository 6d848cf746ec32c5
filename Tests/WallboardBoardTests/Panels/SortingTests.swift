import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct SortTests {
  private func rows(_ scene: Scene, _ panel: Panel = .calls) -> [String] {
    scene.state.view.panels[panel]?.rows.map(\.key) ?? []
  }

  /// Four calls, of which two waited for different times and one has no service's name.
  private func scene() -> Scene {
    var scene = Scene()
    scene.read(.services(["billing": "billing", "care": "Care", "zoo": "Ärger"]), at: 0)
    scene.tell(.started("A", service: "care"), at: 0)
    scene.tell(.started("B", service: "billing"), at: 10)
    scene.tell(.started("C", service: "zoo"), at: 20)
    scene.tell(.joined("O", "D"), at: 30)
    scene.tell(.escalated("B"), at: 40)
    scene.tell(.escalated("C", "E2"), at: 50)
    scene.frame(at: 60)
    return scene
  }

  @Test func rowsAreSortedByTheirValuesAndWhatHasNoneComesLast() {
    var scene = scene()
    #expect(rows(scene) == ["B", "C", "A", "D"])
    scene.intend(.sort(.calls, .service))
    #expect(rows(scene) == ["C", "B", "A", "D"])
    scene.intend(.sort(.calls, .service))
    #expect(rows(scene) == ["A", "B", "C", "D"])
    scene.intend(.sort(.calls, .wait))
    #expect(scene.state.view.panels[.calls]?.sort == SortOrder(.wait, isDescending: true))
    #expect(rows(scene) == ["B", "C", "A", "D"])
    scene.intend(.reverseSort)
    #expect(rows(scene) == ["C", "B", "A", "D"])
    scene.intend(.sort(.calls, .time))
    #expect(rows(scene) == ["A", "B", "C", "D"])
    scene.intend(.sort(.calls, nil))
    #expect(rows(scene) == ["B", "C", "A", "D"])
    scene.intend(.reverseSort)
    #expect(rows(scene) == ["D", "A", "C", "B"])
  }

  @Test func whoWaitsStandsBeforeWhoWaitedForLonger() {
    var scene = scene()
    scene.tell(.joined("P", "B"), at: 70)
    scene.frame(at: 75)
    scene.intend(.sort(.calls, .wait))
    #expect(rows(scene) == ["C", "B", "A", "D"])
    scene.intend(.sort(.calls, .waited))
    #expect(rows(scene) == ["B", "C", "A", "D"])
  }

  @Test func equalRowsStandByUrgencyInBothDirections() {
    var scene = scene()
    scene.intend(.sort(.calls, .direction))
    #expect(rows(scene) == ["B", "C", "A", "D"])
    scene.intend(.reverseSort)
    #expect(rows(scene) == ["B", "C", "A", "D"])
  }

  @Test func statesStandByUrgency() {
    var scene = scene()
    scene.intend(.sort(.calls, .state))
    #expect(rows(scene) == ["B", "C", "D", "A"])
    scene.tell(.status("x", .online), at: 60)
    scene.tell(.status("y", .offline), at: 60)
    scene.intend(.sort(.operators, .status), .focus(.operators), .reverseSort)
    scene.frame(at: 61)
    #expect(rows(scene, .operators) == ["O", "y", "x"])
  }

  @Test func theKeyGoesThroughTheColumnsAndBackToUrgency() {
    var scene = scene()
    scene.state.view.panels[.calls]?.columns = [.time, .caller]
    var sorts: [SortOrder?] = []
    for _ in 0..<4 {
      scene.intend(.sortByNextColumn)
      sorts.append(scene.state.view.panels[.calls]?.sort)
    }
    #expect(
      sorts == [SortOrder(firstBy: .time), SortOrder(.caller), nil, SortOrder(firstBy: .time)])
    scene.state.view.panels[.calls]?.columns = [.service]
    scene.intend(.sortByNextColumn)
    #expect(scene.state.view.panels[.calls]?.sort == SortOrder(.service))
  }

  @Test func aPanelIsNotSortedByWhatItLacks() {
    var scene = scene()
    scene.intend(.sort(.calls, .stage))
    #expect(scene.state.view.panels[.calls]?.sort == nil)
  }

  @Test func theNewestActivityIsTheYoungest() {
    var scene = scene()
    let newestFirst = rows(scene, .activity)
    scene.intend(.sort(.activity, .at))
    #expect(rows(scene, .activity) == newestFirst)
    scene.intend(.reverseSort, .focus(.activity), .reverseSort)
    #expect(rows(scene, .activity) == newestFirst.reversed())
  }

  @Test(arguments: [31, 32] as [UInt64])
  func sortingOnlyChangesTheOrder(seed: UInt64) {
    var state = WallboardState(.test)
    for input in RandomLog.inputs(3_000, seed: seed) { _ = reduce(into: &state, input) }
    for panel in Panel.allCases {
      let all = state.board.rows(of: panel)
      for field in Field.allCases {
        for isDescending in [true, false] {
          let order = SortOrder(field, isDescending: isDescending)
          let sorted = state.board.rows(all, sortedBy: order, .masked)
          #expect(sorted.count == all.count && Set(sorted) == Set(all))
          let isAbsent = sorted.map { state.board.value(of: field, in: $0, .masked) == .none }
          #expect(isAbsent == isAbsent.sorted { !$0 && $1 }, "\(panel) \(field)")
        }
      }
    }
  }
}
