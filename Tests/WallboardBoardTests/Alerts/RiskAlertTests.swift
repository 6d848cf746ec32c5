import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("A risk in a call raises an alert")
struct RiskAlertTests {
  private func snapshot(_ call: CallSID, _ change: (inout CallSnapshot) -> Void) -> SnapshotPart {
    var snapshot = CallSnapshot(callSID: call)
    change(&snapshot)
    return .calls([snapshot], isComplete: false)
  }

  @Test("A critical risk is critical until an operator has taken over, and is about that call")
  func criticalRisk() {
    var scene = Scene.judging(.criticalRisk)
    scene.tell(.started("A", caller: "+1"), at: 1)
    scene.read(snapshot("A") { $0.riskLevel = .known(.high) }, at: 2)
    scene.pass(2...3)
    #expect(scene.alerts.isEmpty)
    scene.read(snapshot("A") { $0.riskLevel = .known(.critical) }, at: 4)
    #expect(scene.pass(4...4).alarms == ["critical critical_risk A 1"])
    #expect(scene.board.alerts.mostUrgent?.caller == Protected("+1"))
    scene.intend(.openAlert)
    #expect(scene.state.view.panes.map(\.callSID) == ["A"])
    scene.tell(.joined("O", "A"), at: 5)
    scene.pass(5...5)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts == ["critical critical_risk A 1"])
  }

  @Test("A safety concern is looked for although critical risks are not")
  func concernAlone() {
    var scene = Scene.judging([
      .criticalRisk: AlertRule(warning: nil, critical: nil),
      .safetyConcern: AlertRule(warning: 1, critical: nil),
    ])
    scene.tell(.started("A"), at: 1)
    scene.read(
      snapshot("A") {
        $0.priorityReasons = [.known(.safetyConcern)]
        $0.riskLevel = .known(.critical)
      }, at: 2)
    scene.pass(2...2)
    #expect(scene.alerts == ["warning safety_concern A 1"])
  }

  @Test(
    "How bad it is in the row is how bad the alert is, whichever is switched off",
    arguments: [
      ([true, true], "critical critical_risk A 1"), ([false, true], "warning safety_concern A 1"),
      ([true, false], "critical critical_risk A 1"), ([false, false], nil),
    ] as [([Bool], String?)])
  func oneRule(isOn: [Bool], alert: String?) throws {
    var scene = Scene.judging()
    scene.state.settings.alerts.rules[.criticalRisk]?.isOn = isOn[0]
    scene.state.settings.alerts.rules[.safetyConcern]?.isOn = isOn[1]
    scene.tell(.started("A"), at: 1)
    scene.read(
      snapshot("A") {
        $0.priorityReasons = [.known(.safetyConcern)]
        $0.riskLevel = .known(.critical)
      }, at: 2)
    scene.pass(2...2)
    #expect(scene.alerts == [alert].compactMap(\.self))
    let call = try #require(scene.board.calls["A"])
    let severity = scene.state.settings.targets.riskSeverity(of: call)
    #expect(severity == scene.board.alerts.ranked.first?.severity)
  }

  @Test("A safety concern is a warning, and says nothing beside a critical risk")
  func safetyConcern() {
    var scene = Scene.judging([
      .criticalRisk: AlertRule(warning: nil, critical: 1),
      .safetyConcern: AlertRule(warning: 1, critical: nil),
    ])
    scene.tell(.started("A"), at: 1)
    scene.read(snapshot("A") { $0.priorityReasons = [.known(.safetyConcern)] }, at: 2)
    scene.pass(2...2)
    #expect(scene.alerts == ["warning safety_concern A 1"])
    scene.read(
      snapshot("A") {
        $0.priorityReasons = [.known(.safetyConcern)]
        $0.riskLevel = .known(.critical)
      }, at: 3)
    scene.pass(3...3)
    #expect(scene.alerts == ["critical critical_risk A 1"])
    scene.tell(.ended("A"), at: 4)
    scene.pass(4...4)
    #expect(scene.alerts.isEmpty)
  }

  @Test("A caller must be upset for a while")
  func callerUpset() {
    var scene = Scene.judging(.callerUpset)
    scene.tell(.started("A"), at: 1)
    scene.read(snapshot("A") { $0.emotion = "angry" }, at: 2)
    scene.pass(2...50)
    scene.read(snapshot("A") { $0.emotion = "calm" }, at: 51)
    scene.pass(51...52)
    scene.read(snapshot("A") { $0.emotion = "Distressed" }, at: 53)
    scene.pass(53...112)
    #expect(scene.alerts.isEmpty, "it counts anew")
    scene.pass(113...114)
    #expect(scene.alerts == ["warning caller_upset A 61"])
    #expect(scene.board.alerts.mostUrgent?.since == second(53))
  }

  @Test("Several failed tools in a followed call are a warning")
  func toolsFailing() {
    var scene = Scene.judging(.toolsFailing)
    scene.tell(.started("A"), at: 1)
    scene.intend(.follow("A"))
    scene.observe(.open, at: 1)
    scene.hear(
      .toolCompleted("t", succeeded: false), .toolCompleted("t", error: "x"),
      .toolCompleted("t", succeeded: true))
    scene.pass(3...3)
    #expect(scene.alerts.isEmpty)
    scene.hear(.toolCompleted("t", succeeded: false), from: 4)
    scene.pass(4...4)
    #expect(scene.alerts == ["warning tools_failing A 3"])
    scene.tell(.ended("A"), at: 5)
    scene.pass(5...5)
    #expect(scene.alerts.isEmpty)
  }

  @Test("Callers at risk stand behind those who wait, and before all else")
  func order() {
    var scene = Scene.judging()
    scene.tell(.started("A"), at: 1)
    scene.tell(.started("B"), at: 1)
    for _ in 0..<3 { scene.tell(.pipelineError("one"), at: 1) }
    scene.tell(.status("O", .offline), at: 1)
    scene.tell(.escalated("A"), at: 1)
    scene.read(snapshot("B") { $0.riskLevel = .known(.critical) }, at: 2)
    scene.pass(2...25)
    #expect(
      scene.alerts.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "warning escalation_waiting", "critical critical_risk", "critical no_operator_online",
        "critical pipeline_error",
      ])
  }
}

@Suite("Rules about a call")
struct CallRuleTests {
  private func scene(
    _ condition: String, _ severity: Severity = .warning, for seconds: Int64 = 0
  ) throws -> Scene {
    var scene = Scene.judging([:])
    scene.state.settings.alerts.callRules = [
      "Mine": CallRule(try CallCondition(condition), severity, for: seconds)
    ]
    scene.tell(.started("A"), at: 1)
    scene.tell(.started("B"), at: 1)
    return scene
  }

  @Test("Each call of which it holds for as long as is asked is an incident")
  func incidents() throws {
    var scene = try scene("state:waiting and op:none", .critical, for: 20)
    scene.tell(.escalated("A"), at: 10)
    scene.pass(10...14)
    scene.tell(.escalated("B", "E2"), at: 15)
    scene.pass(15...29)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pass(30...34).alarms == ["critical rule_of_call Mine A 1"])
    #expect(scene.pass(35...40).alarms == ["critical rule_of_call Mine B 1"])
    #expect(scene.board.alerts.ranked.map(\.title) == ["Mine", "Mine"])
    scene.intend(.openAlert)
    #expect(scene.state.view.panes.map(\.callSID) == ["A"])
    scene.tell(.joined("O", "A"), at: 41)
    scene.pass(41...41)
    #expect(scene.alerts == ["critical rule_of_call Mine B 1"])
    #expect(scene.pastAlerts == ["critical rule_of_call Mine A 1"])
    scene.tell(.ended("B"), at: 42)
    scene.pass(42...42)
    #expect(scene.alerts.isEmpty)
  }

  @Test("What is hidden from everybody cannot be asked for")
  func secrecy() throws {
    var scene = try scene("caller:15550123")
    scene.tell(.started("C", caller: "+15550123"), at: 2)
    scene.pass(2...3)
    #expect(scene.alerts.isEmpty)
    scene.state.settings.alerts.callRules["Any"] = CallRule(try CallCondition("caller:any"))
    scene.pass(4...4)
    #expect(scene.alerts == ["warning rule_of_call Any C 1"])
  }

  @Test("While the board is not current nothing is raised, and nothing ends")
  func silence() throws {
    var scene = try scene("time>5s")
    scene.pass(1...7)
    #expect(scene.alerts.count == 2)
    scene.lose(at: 8)
    for time in 8...60 { scene.frame(at: Int64(time)) }
    #expect(scene.alerts.count == 2)
  }

  @Test(
    "What is no condition is explained",
    arguments: [
      ("", "A rule about calls has to name fields, as in risk:critical and op:none"),
      ("angry", "A rule about calls has to name fields"),
      ("stage:created", "Unknown field: stage. The fields of calls are state"),
      ("wait>soon", "wait takes a number or a time"),
      ("risk:", "Something has to follow risk:"),
      ("risk:critcal and op:none", "No risk has “critcal”: did you mean critical?"),
      ("state:waitng", "No state has “waitng”: did you mean waiting?"),
      ("risk=crit", "No risk has “crit”"),
    ])
  func mistakes(text: String, beginning: String) {
    let error = #expect(throws: FilterError.self) { try CallCondition(text) }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }
}

@Suite("Calls by urgency")
struct UrgencyTests {
  @Test("Who waits comes first, then critical risk, then other risk, however old the call is")
  func order() {
    var scene = Scene(.started("old"), .started("high"), .started("critical"), .started("waits"))
    scene.tell(.escalated("waits"), at: 5)
    let calls = ["old", "high", "critical", "waits"].map { (sid: CallSID) in
      var call = CallSnapshot(callSID: sid)
      if sid == "high" { call.riskLevel = .known(.high) }
      if sid == "critical" { call.riskLevel = .known(.critical) }
      return call
    }
    scene.read(.calls(calls, isComplete: true), at: 6)
    #expect(
      scene.board.rows(of: .calls) == ["waits", "critical", "high", "old"].map { .call($0) })
  }
}
