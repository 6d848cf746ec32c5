import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct NumberRuleTests {
  /// A board that is judged by a person's own rules alone, which has seen one call start.
  private func judging(_ rules: OrderedDictionary<String, NumberRule>) -> Scene {
    var scene = Scene.judging([:])
    scene.state.settings.alerts.numberRules = rules
    scene.tell(.started("A"), at: 1)
    return scene
  }

  private func judging(
    _ condition: String, _ severity: Severity = .warning, for seconds: Int64 = 0
  ) throws -> Scene {
    judging(["Mine": NumberRule(try Check(condition), severity, for: seconds)])
  }

  private func reasons(_ scene: Scene) -> [String] {
    (scene.board.alerts.mostUrgent?.reasons ?? []).map { $0.words() }
  }

  @Test func whatIsAskedOfTheNumbersIsRaisedWhileItHolds() throws {
    var scene = try judging("waiting>0 and live<2", .critical)
    #expect(scene.pass(1...2).alarms.isEmpty)
    scene.tell(.escalated("A"), at: 3)
    #expect(scene.pass(3...3).alarms == ["critical rules Mine 1"])
    #expect(reasons(scene) == ["waiting>0 (it is 1)", "live<2 (it is 1)"])
    #expect(scene.pass(4...9).alarms.isEmpty)
    scene.tell(.started("B"), at: 10)
    scene.pass(10...10)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts == ["critical rules Mine 1"])
    #expect(scene.board.alerts.history.last?.reasons.map(\.reading) == ["waiting 1", "live 1"])
  }

  @Test func itsNumbersAreThoseOfNow() throws {
    var scene = try judging("live>0 or waiting>5")
    scene.pass(1...1)
    scene.tell(.started("B"), at: 2)
    scene.pass(2...2)
    #expect(reasons(scene) == ["live>0 (it is 2)"])
  }

  @Test func itMustHoldForAsLongAsItIsAsked() throws {
    var scene = try judging("live>0", for: 30)
    scene.pass(1...30)
    #expect(scene.alerts.isEmpty)
    scene.pass(31...31)
    #expect(scene.alerts == ["warning rules Mine 1"])
    #expect(scene.board.alerts.mostUrgent?.since == second(1))
    scene.tell(.ended("A"), at: 32)
    scene.pass(32...60)
    scene.tell(.started("B"), at: 61)
    scene.pass(61...90)
    #expect(scene.alerts.isEmpty, "it counts anew")
    scene.pass(91...91)
    #expect(scene.alerts == ["warning rules Mine 1"])
  }

  @Test func whatIsNotKnownRaisesNothing() throws {
    var scene = try judging("answer_speed<1m or not answer_speed<1m")
    scene.pass(1...9)
    #expect(scene.alerts.isEmpty)

    scene = Scene()
    scene.state.settings.alerts.numberRules = ["Mine": NumberRule(try Check("online<1"))]
    scene.pass(1...9)
    scene.open(at: 10)
    scene.pass(10...14)
    #expect(scene.alerts.isEmpty, "the operators were not read")
    scene.readEverything(at: 15)
    scene.pass(15...15)
    #expect(scene.alerts == ["warning rules Mine 1"])
  }

  @Test func whatIsKnownInSilenceIsNotOld() throws {
    var scene = judging([
      "Quiet": NumberRule(try Check("stale>30s")), "Calls": NumberRule(try Check("live>0")),
    ])
    scene.state.settings.alerts.rules = [.streamStale: AlertRule(warning: 40, critical: nil)]
    scene.pass(1...2)
    scene.lose(at: 3)
    for time in 3...60 { scene.frame(at: Int64(time)) }
    let known = scene.board.alerts.ranked.map { "\($0.title): \($0.isJudgedInSilence)" }
    #expect(known.sorted() == ["Calls: false", "Nothing received: true", "Quiet: true"])
  }

  @Test func whatIsNoLongerKnownStaysAsItIs() throws {
    var scene = try judging("live==1")
    scene.pass(1...9)
    scene.intend(.acknowledge)
    scene.lose(at: 10)
    scene.tell(.started("B"), at: 11)
    for time in 11...300 { scene.frame(at: Int64(time)) }
    #expect(scene.alerts == ["warning rules Mine 1 acknowledged"])
    #expect(reasons(scene) == ["live==1 (it is 1)"])
    scene.open(at: 301)
    scene.pass(301...301)
    #expect(scene.alerts.count == 1, "the reads have not come back")
    scene.readEverything(at: 302)
    scene.pass(302...302)
    #expect(scene.alerts.isEmpty)
  }

  @Test func whatHasNotHeldForLongEnoughWaitsForTheStream() throws {
    var scene = try judging("live>0", for: 30)
    scene.pass(1...9)
    scene.lose(at: 10)
    for time in 10...100 { scene.frame(at: Int64(time)) }
    #expect(scene.alerts.isEmpty)
    scene.open(at: 101)
    scene.readEverything(at: 101)
    scene.tell(.started("B"), at: 101)
    scene.pass(101...101)
    #expect(scene.alerts == ["warning rules Mine 1"])
    #expect(scene.board.alerts.mostUrgent?.since == second(1))
  }

  @Test func silenceItselfIsKnown() throws {
    var scene = try judging("stale>80s and live>=0 or stale>90s")
    scene.pass(1...10)
    for time in 11...100 { scene.frame(at: Int64(time)) }
    #expect(scene.alerts.isEmpty, "how many are live is not known")
    scene.frame(at: 101)
    #expect(scene.alerts == ["warning rules Mine 1"])
    #expect(reasons(scene) == ["stale>1m30s (it is 1m31s)"])
    scene.pass(102...102)
    #expect(scene.alerts.isEmpty)
  }

  @Test func eachRuleIsOneOfItsOwn() throws {
    var scene = judging([
      "Later": NumberRule(try Check("live>1"), .critical),
      "First": NumberRule(try Check("live>0")), "Never": NumberRule(try Check("live>9")),
    ])
    scene.pass(1...1)
    scene.tell(.started("B"), at: 2)
    scene.pass(2...2)
    #expect(scene.alerts == ["critical rules Later 1", "warning rules First 1"])
    #expect(scene.board.alerts.ranked.map(\.title) == ["Later", "First"])
  }

  @Test func onlySoManyNumbersAreKept() throws {
    let many = Array(repeating: "live>0", count: 20).joined(separator: " ")
    var scene = try judging(many)
    scene.pass(1...1)
    #expect(reasons(scene).count == Limits.alertReasons)
    #expect(scene.board.alerts.mostUrgent?.names(in: scene.board, .masked) == ["live 1"])
  }

  @Test func toOpenItExplainsItsFirstNumber() throws {
    var scene = try judging("texts>5 or live>0 and waiting<1")
    scene.pass(1...1)
    scene.intend(.openAlert)
    #expect(scene.state.view.overlay == .explanation(.live))
    #expect(scene.state.view.focus == .numbers)
    #expect(scene.state.view.panels[.numbers]?.current == .metric(.live))
    scene.intend(.back, .acknowledge)
    #expect(scene.state.view.notice?.text == "Acknowledged: Mine")
    scene.tell(.ended("A"), at: 2)
    scene.pass(2...2)
    scene.intend(.focus(.alerts), .open)
    #expect(scene.state.view.overlay == .detail(.alert(0)))
  }

  @Test(arguments: ["alert:mine", "subject:\"live 1\"", "alert:rules"])
  func itIsFoundByWhatIsShown(text: String) throws {
    var scene = try judging("live>0")
    scene.pass(1...1)
    let rows = scene.board.rows(of: .alerts)
    #expect(rows.count == 1)
    #expect(scene.board.rows(rows, of: .alerts, passing: try Filter(text), .masked) == rows)
  }
}
