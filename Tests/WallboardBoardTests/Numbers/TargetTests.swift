import Testing

@testable import WallboardBoard

struct TargetTests {
  @Test(arguments: [
    (Target(goal: 60, critical: 180), Metric.longestWait, 60, Judgement.good),
    (Target(goal: 60, critical: 180), .longestWait, 61, .warning),
    (Target(goal: 60, critical: 180), .longestWait, 180, .critical),
    (Target(goal: 0), .problems, 0, .good),
    (Target(goal: 0), .problems, 1_000, .warning),
    (Target(goal: 0.8, critical: 0.5), .surfaceCompletion, 0.8, .good),
    (Target(goal: 0.8, critical: 0.5), .surfaceCompletion, 0.79, .warning),
    (Target(goal: 0.8, critical: 0.5), .surfaceCompletion, 0.5, .critical),
    // Of online operators more is better, whether or not a critical value says so.
    (Target(goal: 5), .online, 4, .warning),
    (Target(goal: 5), .online, 5, .good),
    // Of calls neither is: the values tell.
    (Target(goal: 10, critical: 2), .live, 2, .critical),
    (Target(goal: 10, critical: 20), .live, 20, .critical),
    (Target(goal: 5, critical: 5), .waiting, 5, .critical),
    (Target(goal: 5, critical: 5), .waiting, 4, .good),
  ])
  func judges(target: Target, metric: Metric, value: Double, expected: Judgement) {
    #expect(target.judge(value, of: metric) == expected)
  }

  @Test func whatIsNotKnownIsNotJudged() {
    var scene = Scene()
    #expect(scene.board.judgement(of: .waiting, Target.defaults) == nil)
    scene.tell(.escalated("A"), at: 1)
    #expect(scene.board.judgement(of: .waiting, Target.defaults) == .warning)
    #expect(scene.board.judgement(of: .waiting, [:]) == nil)
  }
}
