import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// What a clock that was found to be wrong does to the board that ran by it.
@Suite("A clock that is corrected")
struct ClockChangeTests {
  private static let hour: Int64 = 3_600

  private func change(_ seconds: Int64, at time: Int64) -> Input {
    .clock(
      ClockChange(.wrong(seconds: -seconds), step: seconds * 1_000, at: second(time + seconds)))
  }

  @Test(
    "takes along what was stamped by it, so that nothing is stale",
    arguments: [
      150, -150, hour, -hour, 400 * 86_400, -400 * 86_400,
    ] as [Int64])
  func ages(step: Int64) {
    var scene = Scene.judging()
    scene.tell(.started("A"), at: 1)
    scene.pass(1...20)
    scene.act(change(step, at: 20))
    #expect(scene.board.age == 0 && scene.board.now == second(20 + step))
    let effects = (21...50).flatMap { scene.frame(at: $0 + step) }
    #expect(effects.alarms.filter { $0.contains("stream_stale") }.isEmpty)
    #expect(scene.board.isLive(staleAfter: 45) && scene.board.age == 30)
    scene.frame(at: 66 + step)
    #expect(!scene.board.isLive(staleAfter: 45))
    #expect(Invariants.broken(in: scene.board).isEmpty)
  }

  @Test("keeps the last hour", arguments: [150, -150, hour, -hour, 86_400] as [Int64])
  func lastHour(step: Int64) {
    var scene = Scene.judging()
    for minute in 0..<30 as Range<Int64> {
      scene.tell(.started(CallSID("A\(minute)") ?? "A"), at: minute * 60 + 1)
      scene.pass(minute * 60 + 1...minute * 60 + 2)
    }
    let (started, samples) = (
      scene.board.history.hour.total.started, scene.board.samples(of: .live, read: nil)
    )
    #expect(started == 30)
    scene.act(change(step, at: 1_800))
    scene.act(.heard(at: second(1_801 + step)))
    scene.frame(at: 1_801 + step)
    #expect(scene.board.history.hour.total.started == started)
    #expect(abs(scene.board.samples(of: .live, read: nil).count - samples.count) <= 1)
    #expect(scene.board.reading(of: [.silence])[.silence] ?? .infinity < 70)
  }

  @Test(
    "leaves what the platform dated: a wait is counted by its clock alone",
    arguments: [
      150, -150,
    ] as [Int64])
  func waits(step: Int64) {
    var scene = Scene.judging(.escalationWaiting)
    // By the platform's clock it is `step` later.
    scene.frame(at: 0)
    scene.act(change(step, at: 0))
    scene.tell(.started("A"), at: step + 1)
    scene.tell(.escalated("A"), at: step + 2)
    let effects = scene.pass(step + 2...step + 34)
    #expect(scene.board.reading(of: [.longestWait])[.longestWait] == 32)
    #expect(effects.alarms.allSatisfy { !$0.contains("critical") })
  }

  @Test("has the countdowns of the connection and the reads end when they would have")
  func countdowns() {
    var scene = Scene()
    scene.open(at: 0)
    scene.act(.readStarted(.calls, at: second(0)))
    scene.act(
      .readFailed(.calls, reason: "no", retryAt: second(60), at: second(1)))
    scene.lose(at: 5)
    scene.act(change(-150, at: 6))
    guard case .waiting(let until, _, _) = scene.board.connection.phase else {
      Issue.record("\(scene.board.connection.phase)")
      return
    }
    #expect(until == second(8 - 150))
    #expect(scene.board.reads[.calls]?.outcome == .failed(reason: "no", retryAt: second(60 - 150)))
  }

  @Test("moves a board that is held still as well")
  func held() {
    var scene = Scene()
    scene.open(at: 0)
    scene.frame(at: 1)
    scene.intend(.toggleHold)
    scene.frame(at: 11)
    scene.act(change(150, at: 11))
    #expect(scene.board.now.seconds(since: scene.state.shown.now) == 10)
    #expect(scene.state.shown.machineClock == .wrong(seconds: -150))
  }
}
