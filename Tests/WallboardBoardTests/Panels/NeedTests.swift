import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct NeedTests {
  /// A and B wait, C is at critical risk, D gives concern about safety, E and F need nobody: E is
  /// at critical risk, too, but an operator has taken over.
  private func scene(rows: Int = 3) -> Scene {
    var scene = Scene(
      .started("D"), .started("F"), .started("C"), .started("E"), .started("B"), .started("A"))
    scene.tell(.escalated("A"), at: 10)
    scene.tell(.escalated("B", "E2"), at: 11)
    scene.tell(.escalated("E", "E3"), at: 12)
    scene.tell(.joined("O", "E"), at: 13)
    scene.state.board.calls.update("C") { $0.riskLevel = .known(.critical) }
    scene.state.board.calls.update("D") { $0.priorityReasons = [.known(.safetyConcern)] }
    scene.state.board.calls.update("E") { $0.riskLevel = .known(.critical) }
    scene.frame(at: 20, rows: rows)
    return scene
  }

  private func needy(_ scene: Scene, _ panel: Panel = .calls) -> [String] {
    (scene.state.view.panels[panel]?.needy ?? []).map {
      "\($0.row.key) \($0.need) \($0.place.map(String.init) ?? "hidden")"
    }
  }

  @Test func whoNeedsSomebodyIsKnownWithTheirPlace() {
    var scene = scene()
    #expect(
      needy(scene) == ["A waiting 0", "B waiting 1", "C criticalRisk 2", "D safetyConcern 3"])
    scene.intend(.sort(.calls, .call))
    #expect(
      needy(scene) == ["A waiting 0", "B waiting 1", "C criticalRisk 2", "D safetyConcern 3"])
    scene.intend(.reverseSort)
    #expect(
      needy(scene) == ["A waiting 5", "B waiting 4", "C criticalRisk 3", "D safetyConcern 2"])
    scene.tell(.joined("P", "A"), at: 21)
    scene.tell(.ended("B"), at: 21)
    scene.frame(at: 22)
    #expect(needy(scene).map { $0.prefix(1) } == ["C", "D"])
  }

  @Test func whoHasAnOperatorAtTheirSideNeedsNobodyElse() {
    var scene = scene()
    scene.tell(.joined("P", "C"), at: 21)
    scene.frame(at: 22)
    #expect(needy(scene).map { $0.prefix(1) } == ["A", "B", "D"])
  }

  @Test func whatAFilterHidesIsKnownAndARevealClearsIt() {
    var scene = scene()
    scene.intend(.filter, .paste("state:live,new"), .open)
    #expect(
      needy(scene)
        == ["A waiting hidden", "B waiting hidden", "C criticalRisk 0", "D safetyConcern 1"])
    scene.intend(.focus(.operators), .reveal(.calls, .call("C")))
    #expect(scene.state.view.panels[.calls]?.filter != nil, "it did not hide that row")
    #expect(scene.state.view.focus == .calls)
    scene.intend(.reveal(.calls, .call("gone")))
    #expect(scene.state.view.panels[.calls]?.filter != nil)
    scene.intend(.reveal(.calls, .call("B")))
    #expect(scene.state.view.panels[.calls]?.filter == nil)
    #expect(scene.state.view.panels[.calls]?.current == .call("B"))
  }

  @Test func alertsNeedSomebodyUntilTheyAreAcknowledged() {
    var scene = scene()
    scene.open(at: 20)
    for second in 21...200 {
      scene.act(.heard(at: WallboardBoardTests.second(Int64(second))))
      scene.frame(at: Int64(second))
    }
    let before = needy(scene, .alerts)
    #expect(before.count == 4 && before.allSatisfy { $0.contains("alert(") }, "\(before)")
    scene.intend(.focus(.alerts), .acknowledge)
    scene.frame(at: 201)
    #expect(needy(scene, .alerts).count == 3)
  }

  @Test(arguments: [41, 42, 43] as [UInt64])
  func everyRowThatNeedsSomebodyHasItsPlace(seed: UInt64) {
    var state = WallboardState(.test)
    for input in RandomLog.inputs(3_000, seed: seed) {
      _ = reduce(into: &state, input)
      guard case .frame = input else { continue }
      for panel in Panel.allCases {
        for needy in state.view.panels[panel]?.needy ?? [] {
          let rows = state.view.panels[panel]?.rows ?? []
          #expect(rows.firstIndex(of: needy.row) == needy.place)
        }
      }
      let waiting = state.shown.calls.count { $0.escalation?.isWaiting == true }
      let told = state.view.panels[.calls]?.needy.count { $0.need == .waiting }
      #expect(told == waiting)
    }
  }
}
