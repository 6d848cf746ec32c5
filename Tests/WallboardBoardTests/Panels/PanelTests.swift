import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct ListTests {
  /// So many calls in order of their start, with the calls panel in focus.
  private func scene(calls: Int = 20, rows: Int = 5) -> Scene {
    var scene = Scene()
    for number in 0..<calls { scene.tell(.started(call(number)), at: Int64(number)) }
    scene.frame(at: 100, rows: rows)
    return scene
  }

  private func call(_ number: Int) -> CallSID { CallSID(stringLiteral: "C\(number)") }

  private func calls(_ scene: Scene) -> PanelView { scene.state.view.panels[.calls] ?? PanelView() }

  private func line(_ scene: Scene) -> Int { calls(scene).index - calls(scene).top }

  private func type(_ text: String, _ scene: inout Scene) {
    for character in text { scene.intend(.typed(character)) }
  }

  @Test func whatIsLookedAtFurtherDownKeepsItsLine() {
    var scene = scene()
    scene.intend(.pageDown, .pageDown, .moveUp, .moveUp)
    #expect(calls(scene).current == .call("C8"))
    let line = line(scene)
    scene.tell(.escalated("C19"), at: 101)
    scene.tell(.escalated("C18", "E2"), at: 101)
    scene.frame(at: 102, rows: 5)
    #expect(calls(scene).current == .call("C8"))
    #expect(self.line(scene) == line)
    for number in 0..<3 { scene.tell(.ended(call(number)), at: 103) }
    scene.frame(at: 110, rows: 5)
    #expect(calls(scene).current == .call("C8"))
    #expect(self.line(scene) == line)
  }

  @Test func theTopStaysInSightWhileItIs() {
    var scene = scene()
    scene.intend(.moveDown, .moveDown)
    scene.tell(.escalated("C19"), at: 101)
    scene.frame(at: 102, rows: 5)
    #expect(calls(scene).top == 0)
    #expect(calls(scene).current == .call("C2"))
    #expect(calls(scene).rows.first == .call("C19"))
  }

  @Test func eachLetterFiltersAndEscapeBringsBackWhatWasThere() {
    var scene = scene()
    scene.intend(.moveDown, .moveDown, .moveDown, .filter)
    #expect(scene.state.view.prompt?.purpose == .filter(.calls))
    type("id:c1", &scene)
    #expect(calls(scene).rows.map(\.key) == ["C1"] + (10...19).map { "C\($0)" })
    #expect(calls(scene).unfilteredCount == 20)
    #expect(calls(scene).current == .call("C10"))
    type("x", &scene)
    #expect(calls(scene).rows.isEmpty)
    scene.frame(at: 101)
    #expect(calls(scene).current == nil)
    scene.intend(.back)
    #expect(scene.state.view.prompt == nil)
    #expect(calls(scene).filter == nil)
    #expect(calls(scene).rows.count == 20)
    #expect(calls(scene).current == .call("C3"))
  }

  @Test func enterKeepsTheFilterAndBackClearsItFirst() {
    var scene = scene()
    scene.intend(.filter)
    type("id:c1", &scene)
    scene.intend(.open)
    #expect(scene.state.view.prompt == nil)
    #expect(calls(scene).filter?.text == "id:c1")
    scene.intend(.toggleZoom, .toggleHelp, .back)
    #expect(calls(scene).filter != nil)
    scene.intend(.back)
    #expect(calls(scene).filter == nil)
    #expect(scene.state.view.isZoomed)
    scene.intend(.back)
    #expect(!scene.state.view.isZoomed)
  }

  @Test func aFilterIsTakenUpAgainAndGivenUp() {
    var scene = scene()
    scene.intend(.filter)
    type("id:c1", &scene)
    scene.intend(.open, .filter)
    #expect(scene.state.view.prompt?.text == "id:c1")
    scene.intend(.eraseAll)
    #expect(calls(scene).rows.count == 20)
    scene.intend(.back)
    #expect(calls(scene).filter?.text == "id:c1")
    #expect(calls(scene).rows.count == 11)
    scene.intend(.filter, .eraseAll, .open)
    #expect(calls(scene).filter == nil)
  }

  @Test func aProblemIsToldWhileTheLastGoodFilterStays() {
    var scene = scene()
    scene.intend(.filter)
    type("c1 foo:x", &scene)
    #expect(scene.state.view.prompt?.problem?.contains("Unknown field: foo") == true)
    #expect(calls(scene).rows.count == 11)
    scene.intend(.open)
    #expect(scene.state.view.notice?.text.contains("Unknown field: foo") == true)
    #expect(calls(scene).rows.count == 11)
    scene.intend(.filter, .eraseAll)
    type("age>", &scene)
    #expect(scene.state.view.prompt?.problem == "Something has to follow age>")
    #expect(calls(scene).rows.count == 20)
    type("1", &scene)
    #expect(scene.state.view.prompt?.problem == nil)
  }

  @Test func theSelectionGoesToWhatTookThePlaceOfARowThatDoesNotPass() {
    var scene = scene()
    scene.intend(.moveDown, .moveDown, .filter)
    type("-id:c2,c3", &scene)
    #expect(calls(scene).current == .call("C4"))
    scene.intend(.eraseAll)
    #expect(calls(scene).current == .call("C2"))
  }

  @Test func nextAndPreviousGoAround() {
    var scene = scene(calls: 3)
    scene.intend(.nextMatch, .nextMatch)
    #expect(calls(scene).current == .call("C2"))
    scene.intend(.nextMatch)
    #expect(calls(scene).current == .call("C0"))
    scene.intend(.previousMatch)
    #expect(calls(scene).current == .call("C2"))
    scene.intend(.focus(.surfaces), .nextMatch, .previousMatch)
    #expect(scene.state.view.panels[.surfaces]?.current == nil)
  }

  @Test func whatIsPastedIsOneLineOfWhatIsSeen() {
    var scene = scene()
    scene.intend(.paste("lost"))
    #expect(scene.state.view.prompt == nil)
    scene.intend(.filter, .paste("\u{1B}[31mid:\r\nC1\u{202E}\u{7}\t👩‍👩‍👧"))
    #expect(scene.state.view.prompt?.text == "[31mid: C1 👩‍👩‍👧")
    scene.intend(.paste(String(repeating: "x", count: 10_000)))
    #expect(scene.state.view.prompt?.text.count == Limits.filterLength)
  }

  @Test func usedFiltersAreCalledBack() {
    var scene = scene()
    for text in ["c1", "c2", "c1"] {
      scene.intend(.filter, .eraseAll)
      type(text, &scene)
      scene.intend(.open)
    }
    #expect(scene.state.view.usedFilters == ["c2", "c1"])
    scene.intend(.back, .filter, .nextChoice(-1))
    #expect(scene.state.view.prompt?.text == "c1")
    scene.intend(.nextChoice(-1), .nextChoice(-1))
    #expect(scene.state.view.prompt?.text == "c2")
    #expect(calls(scene).filter?.text == "c2")
    scene.intend(.nextChoice(1), .nextChoice(1))
    #expect(scene.state.view.prompt?.text.isEmpty == true)
    #expect(calls(scene).filter == nil)
    for number in 0..<30 {
      scene.intend(.eraseAll, .paste("c\(number)"), .open, .filter)
    }
    #expect(scene.state.view.usedFilters.count == Limits.filterHistory)
  }

  @Test func theFeedIsFilteredAtOnce() {
    var scene = scene()
    scene.intend(.focus(.activity), .filter)
    type("c19", &scene)
    #expect(scene.state.view.panels[.activity]?.rows == [.activity(19)])
  }

  @Test func aPointerSelectsAndScrolls() {
    var scene = scene()
    scene.intend(.focus(.surfaces), .select(.calls, .call("C3")))
    #expect(scene.state.view.focus == .calls)
    #expect(calls(scene).current == .call("C3"))
    scene.intend(.scroll(.calls, 10))
    #expect(calls(scene).top == 10)
    #expect(calls(scene).current == .call("C10"))
    scene.intend(.scroll(.calls, .max))
    #expect(calls(scene).top == 15)
    scene.intend(.scroll(.calls, .min))
    #expect(calls(scene).top == 0)
    #expect(calls(scene).current == .call("C4"))
    scene.intend(.select(.calls, .call("unknown")), .select(.numbers, .metric(.waiting)))
    #expect(scene.state.view.focus == .numbers)
    scene.intend(.toggleHelp, .select(.calls, .call("C1")), .scroll(.calls, 1))
    #expect(scene.state.view.focus == .numbers)
    #expect(calls(scene).top == 0)
  }
}
