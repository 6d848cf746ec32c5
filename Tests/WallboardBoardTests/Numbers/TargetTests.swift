import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct TargetTests {
  @Test(arguments: [
    (Target(goal: 60, critical: 180), Metric.longestWait, 60, Severity?.none),
    (Target(goal: 60, critical: 180), .longestWait, 61, .warning),
    (Target(goal: 60, critical: 180), .longestWait, 180, .critical),
    (Target(goal: 0), .problems, 0, nil),
    (Target(goal: 0), .problems, 1_000, .warning),
    (Target(goal: 0.8, critical: 0.5), .surfaceCompletion, 0.8, nil),
    (Target(goal: 0.8, critical: 0.5), .surfaceCompletion, 0.79, .warning),
    (Target(goal: 0.8, critical: 0.5), .surfaceCompletion, 0.5, .critical),
    // Of online operators more is better, whether or not a critical value says so.
    (Target(goal: 5), .online, 4, .warning),
    (Target(goal: 5), .online, 5, nil),
    // Of calls neither is: the values tell.
    (Target(goal: 10, critical: 2), .live, 2, .critical),
    (Target(goal: 10, critical: 20), .live, 20, .critical),
    (Target(goal: 5, critical: 5), .waiting, 5, .critical),
    (Target(goal: 5, critical: 5), .waiting, 4, nil),
  ])
  func judges(target: Target, metric: Metric, value: Double, expected: Severity?) {
    #expect(target.severity(of: value, for: metric) == expected)
  }

  @Test func whatIsNotKnownIsNotJudged() {
    var scene = Scene()
    var settings = scene.state.settings
    settings.ownTargets[.waiting] = Target(goal: 2, critical: 5)
    func severity(_ metric: Metric) -> Severity? {
      settings.targets.severity(of: metric, in: scene.board.reading())
    }
    #expect(severity(.waiting) == nil && severity(.longestWait) == nil)
    for (place, call) in (["A", "B", "C"] as [CallSID]).enumerated() {
      scene.tell(.escalated(call, EscalationID("E\(place)") ?? "E"), at: 1)
    }
    #expect(severity(.waiting) == .warning && severity(.longestWait) == nil)
  }

  @Test("A wait is as bad as number, as row and as alert, from the same second on")
  func oneSeverity() {
    var scene = Scene.judging(.escalationWaiting)
    scene.tell(.started("A"), at: 1)
    scene.tell(.escalated("A"), at: 1)
    let targets = scene.state.settings.targets
    var seen: [Int64: Severity] = [:]
    for now in (2...70) as ClosedRange<Int64> {
      scene.pass(now...now)
      let numbers = scene.board.reading()
      let alert = scene.board.alerts.active[AlertKey(.escalationWaiting, .call("A"))]
      let wait = Int64(numbers[.longestWait] ?? -1)
      #expect(targets.severity(of: .longestWait, in: numbers) == alert?.severity)
      #expect(targets.severity(of: .waiting, in: numbers) == alert?.severity)
      #expect(
        scene.board.calls["A"].flatMap { scene.board.waitSeverity(of: $0, by: targets) }
          == alert?.severity)
      #expect(scene.board.waitSeverity(by: targets) == alert?.severity)
      seen[wait] = alert?.severity
    }
    #expect(seen[19] == nil && seen[20] == .warning)
    #expect(seen[59] == .warning && seen[60] == .critical)
  }

  @Test("A number that an alert watches has the alert's thresholds for its target")
  func thresholdsOfAlerts() {
    var settings = BoardSettings.test
    #expect(settings.targets[.longestWait].map { [$0.goal, $0.critical] } == [20, 60])
    #expect(settings.targets[.longestCall].map { [$0.goal, $0.critical] } == [1_200, 2_700])
    settings.alerts.rules[.escalationWaiting] = AlertRule(warning: nil, critical: 90)
    #expect(settings.targets[.longestWait]?.severity(of: 89, for: .longestWait) == nil)
    #expect(settings.targets[.longestWait]?.severity(of: 90, for: .longestWait) == .critical)
    // Whom nobody alarms about it may still see it.
    settings.alerts.rules[.escalationWaiting]?.isOn = false
    #expect(settings.targets[.longestWait] != nil)
    settings.alerts.rules[.escalationWaiting] = AlertRule(warning: nil, critical: nil)
    #expect(settings.targets[.longestWait] == nil)
  }

  @Test("A wait of which nobody knows the beginning counts from when it was first seen")
  func unknownBeginning() {
    var scene = Scene()
    let targets = scene.state.settings.targets
    var call = CallSnapshot(callSID: "A")
    call.escalationActive = true
    scene.read(.calls([call], isComplete: true), at: 2)
    scene.frame(at: 3)
    #expect(scene.board.waitSeverity(by: targets) == nil)
    scene.frame(at: 30)
    #expect(scene.board.waitSeverity(by: targets) == .warning)
  }
}
