import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("Failures are judged as a share of the last hour")
struct OutcomeLogTests {
  /// So many failures and successes of one source, at that second.
  private func tell(
    _ scene: inout Scene, _ source: BoundedString = "one", failed: Int, well: Int = 0,
    at seconds: Int64
  ) {
    for _ in 0..<failed { scene.tell(.pipelineError(source), at: seconds) }
    for _ in 0..<well { scene.tell(.synced(source), at: seconds) }
  }

  private func outcomes(_ scene: Scene) -> [Int]? {
    scene.board.alerts.mostUrgent?.outcomes.map { [$0.failed, $0.total] }
  }

  @Test("Few failures say nothing, however large a share they are")
  func least() {
    var scene = Scene.judging(.pipelineError)
    tell(&scene, failed: 2, at: 1)
    #expect(scene.pass(1...60).alarms.isEmpty)
    tell(&scene, failed: 1, at: 61)
    #expect(scene.pass(61...61).alarms == ["critical pipeline_error one 1"])
    #expect(outcomes(scene) == [3, 3])
  }

  @Test("Many failures are nothing critical, where much more goes well")
  func share() {
    var scene = Scene.judging(.pipelineError)
    tell(&scene, failed: 20, well: 81, at: 1)
    scene.pass(1...1)
    #expect(scene.alerts.isEmpty)
    tell(&scene, failed: 20, at: 2)
    scene.pass(2...2)
    #expect(scene.board.alerts.mostUrgent?.severity == .warning)
    #expect(outcomes(scene) == [40, 121])
    tell(&scene, failed: 60, at: 3)
    scene.pass(3...3)
    #expect(scene.board.alerts.mostUrgent?.severity == .critical)
  }

  @Test("Each thing is judged by itself, and messages of all channels together")
  func subjects() {
    var scene = Scene.judging()
    tell(&scene, "one", failed: 3, at: 1)
    tell(&scene, "two", failed: 2, at: 1)
    for _ in 0..<3 { scene.tell(.bounced(), at: 1) }
    scene.tell(.voicemail(.failed), at: 1)
    scene.tell(.voicemail(.notDelivered), at: 1)
    for _ in 0..<15 { scene.tell(.voicemail(.delivered), at: 1) }
    scene.pass(1...1)
    #expect(
      scene.alerts == ["critical pipeline_error one 1", "critical delivery_failed - 0.25"])
  }

  @Test("What went wrong more than an hour ago no longer counts, and the name is kept")
  func hour() {
    var scene = Scene.judging(.triggerFailed)
    for time in [0, 1_200, 2_400] as [Int64] { scene.tell(.triggerFailed(), at: time) }
    scene.pass(2_400...3_300)
    #expect(scene.alerts == ["critical trigger_failed T 1"])
    scene.pass(3_301...3_660)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts == ["critical trigger_failed T 1"])
    #expect(scene.board.alerts.history.last?.label == "nightly")
    scene.pass(3_661...6_100)
    #expect(scene.board.alerts.outcomes.records.isEmpty)
  }

  @Test("Successes end it, and what is over tells how it was at its worst")
  func successes() {
    var scene = Scene.judging(.pipelineError)
    tell(&scene, failed: 4, at: 1)
    scene.pass(1...1)
    tell(&scene, failed: 0, well: 4, at: 2)
    scene.pass(2...2)
    #expect(outcomes(scene) == [4, 8])
    tell(&scene, failed: 0, well: 13, at: 3)
    scene.pass(3...3)
    #expect(scene.alerts.isEmpty)
    #expect(scene.board.alerts.history.last?.outcomes.map { [$0.failed, $0.total] } == [4, 4])
  }

  @Test("A clock that was set forward takes nothing away")
  func clockChange() {
    var scene = Scene.judging(.pipelineError)
    tell(&scene, failed: 3, at: 1)
    scene.pass(1...1)
    scene.act(.clock(ClockChange(.right, step: 7_200_000, at: second(7_201))))
    scene.pass(7_202...7_203)
    #expect(scene.alerts == ["critical pipeline_error one 1"])
  }

  @Test("Only so many things are counted; what fails has room before what does not")
  func bounds() {
    var scene = Scene.judging(.pipelineError)
    tell(&scene, "always", failed: 3, at: 1)
    for number in 0..<Limits.failingThings {
      tell(&scene, BoundedString("s\(number)"), failed: 0, well: 1, at: 2)
    }
    #expect(scene.board.alerts.outcomes.records.count == Limits.failingThings)
    scene.pass(2...2)
    #expect(scene.alerts == ["critical pipeline_error always 1"])
    for number in 0..<Limits.failingThings - 1 {
      tell(&scene, BoundedString("f\(number)"), failed: 1, at: 3)
    }
    #expect(scene.board.alerts.outcomes.records.count == Limits.failingThings)
    scene.pass(3...3)
    #expect(scene.alerts == ["critical pipeline_error always 1"])
  }
}
