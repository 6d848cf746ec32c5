import TestSupport
import Testing
@testable import WallboardBoard
@testable import WallboardEvents

/// What is said beside a line that is typed.
@Suite(.inTurn)
struct PromptTests {
  private static let scene: Scene = {
    var scene = Scene(.started("A"), .escalated("A"), .created("S"), .status("O", .online))
    scene.frame(at: 1)
    return scene
  }()

  private func typing(_ text: String, in panel: Panel = .calls) -> Scene {
    var scene = Self.scene
    scene.intend(.focus(panel), .filter)
    for letter in text { scene.intend(.typed(letter)) }
    return scene
  }

  private func problem(_ text: String, in panel: Panel = .calls) -> String? {
    typing(text, in: panel).state.view.prompt?.problem
  }

  @Test func whatIsTypedDismissesWhatWasSaidBefore() {
    var scene = typing("stat:x")
    scene.intend(.open)
    #expect(scene.state.view.notice?.text.hasPrefix("Unknown field: stat") == true)
    for intent in [Intent.filter, .openPalette] {
      var other = scene
      other.intend(intent)
      #expect(other.state.view.prompt != nil && other.state.view.notice == nil)
    }
    scene.intend(.moveDown)
    #expect(scene.state.view.notice != nil)
    scene.intend(.openPalette, .unbound("No such command: opr"))
    #expect(scene.state.view.notice?.text == "No such command: opr")
    scene.intend(.erase, .typed("x"))
    #expect(scene.state.view.notice == nil)
  }

  @Test(arguments: [
    ("stat:x", "Unknown field: stat; did you mean state?"),
    ("servcie:x", "Unknown field: servcie; did you mean service?"),
    ("foobar:x", "Unknown field: foobar; try state, time, wait"),
    (
      String(repeating: "x", count: 99) + ":1",
      "Unknown field: \(String(repeating: "x", count: 19))…; try state, time, wait"
    ),
  ])
  func whatHelpsWithAFieldFitsBesideIt(text: String, expected: String) {
    #expect(problem(text) == expected)
  }

  @Test(arguments: [
    (Panel.calls, "state:waitng", "No state has “waitng”: did you mean waiting?"),
    (.calls, "risk:hihg", "No risk has “hihg”: did you mean high?"),
    (.calls, "-dir:inbuond", "No direction has “inbuond”: did you mean inbound?"),
    (.calls, "kim or (state:new,xyzzy)", "No state has “xyzzy”: waiting, with operator, …"),
    (.calls, "state=waitng", "No state has “waitng”: did you mean waiting?"),
    (.operators, "status:avialable", "No status has “avialable”: did you mean available?"),
    (.surfaces, "stage:submited", "No stage has “submited”: did you mean submitted?"),
    (.alerts, "severity:critcal", "No severity has “critcal”: did you mean critical?"),
  ])
  func aWordThatThereIsNotIsTold(panel: Panel, text: String, expected: String) {
    #expect(problem(text, in: panel) == expected)
    var scene = typing(text, in: panel)
    scene.intend(.open)
    #expect(scene.state.view.notice?.text == expected)
  }

  @Test(arguments: [
    (Panel.calls, "state:handback"), (.calls, "state:\"ended no answer\""),
    (.calls, "state:\"hung up"), (.calls, "service:nonesuch"), (.calls, "risk:none"),
    (.calls, "risk>medium"), (.calls, "mode:takeover"), (.operators, "status:online"),
    (.operators, "mode:on"), (.surfaces, "stage:pending_review"), (.alerts, "state:resolved"),
  ])
  func whatMayBeMeantIsQuietFromTheFirstLetter(panel: Panel, text: String) {
    var scene = Self.scene
    scene.intend(.focus(panel), .filter)
    for letter in text {
      scene.intend(.typed(letter))
      #expect(scene.state.view.prompt?.problem?.hasPrefix("No ") != true, "\(letter)")
    }
  }

  private static let completed: [(Panel, String, String?)] = [
    (.calls, "state=wait", "No state has “wait”: did you mean waiting?"),
    (.calls, "-state==wait", "No state has “wait”: did you mean waiting?"),
    (.calls, "state!=wait", "No state has “wait”: did you mean waiting?"),
    (.calls, "risk>hi", "No risk has “hi”: did you mean high?"),
    (.operators, "status=avail", "No status has “avail”: did you mean available?"),
    (.calls, "state:wait", nil), (.calls, "state=waiting", nil), (.calls, "state=handback", nil),
    (.calls, "risk>=high", nil), (.calls, "risk=none", nil),
    (.surfaces, "stage=pending_review", nil),
  ]

  @Test(arguments: completed)
  func whatHasToBeAWordIsOneOnceItIsTyped(panel: Panel, text: String, told: String?) {
    var scene = typing(text, in: panel)
    #expect(scene.state.view.prompt?.problem == nil)
    scene.intend(.open)
    #expect(scene.state.view.notice?.text == told)
  }

  @Test(
    arguments: [("status=on_lunch", nil), ("status=lunch", "No status has “lunch”")]
      as [(String, String?)])
  func aWordOfThePlatformsHasToBeWholeToo(text: String, told: String?) {
    var scene = Self.scene
    scene.tell(
      .operatorStatusChanged(
        OperatorStatusChanged(operatorID: "P", status: .other(BoundedString("on_lunch")))), at: 2)
    scene.frame(at: 3)
    scene.intend(.focus(.operators), .filter)
    for letter in text { scene.intend(.typed(letter)) }
    scene.intend(.open)
    #expect(scene.state.view.notice.map { String($0.text.prefix(21)) } == told)
  }

  @Test func aWordOfThePlatformsThatWeDoNotKnowIsFound() {
    var scene = Self.scene
    scene.tell(
      .operatorStatusChanged(
        OperatorStatusChanged(operatorID: "P", status: .other(BoundedString("on_lunch")))), at: 2)
    scene.frame(at: 3)
    scene.intend(.focus(.operators), .filter)
    for letter in "status:lunch" { scene.intend(.typed(letter)) }
    #expect(scene.state.view.prompt?.problem == nil)
    #expect(scene.state.view.panels[.operators]?.rows == [.operator("P")])
  }
}
