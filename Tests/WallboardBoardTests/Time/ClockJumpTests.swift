import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// This machine's clock, set back and forward while the board runs.
@Suite("A clock that jumps", .inTurn)
struct ClockJumpTests {
  private static let hour: Int64 = 3_600

  @Test("breaks no rule, and makes no age negative", arguments: 0..<8 as Range<UInt64>)
  func anyJumps(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var state = WallboardState(.test)
    var offset: Int64 = 0
    let jumps: [Int64] = [
      1, -1, 60, -60, Self.hour, -Self.hour, 400 * 86_400, -400 * 86_400, .max / 4_000,
      .min / 4_000,
    ]
    for input in RandomLog.inputs(3_000, seed: seed) {
      if Int.random(in: 0..<20, using: &random) == 0 {
        offset = jumps.randomElement(using: &random).map { $0 &* 1_000 } ?? 0
      }
      _ = reduce(into: &state, input.moved(by: offset))
      #expect(Invariants.broken(in: state.board).isEmpty)
      #expect(state.board.age ?? 0 >= 0)
      #expect(state.board.reading().values.allSatisfy { $0 >= 0 && $0.isFinite })
      #expect(state.board.alerts.active.values.allSatisfy { $0.value >= 0 })
    }
  }

  @Test(
    "breaks no rule and makes nothing older where it is a correction",
    arguments: 0..<8 as Range<UInt64>)
  func anyCorrections(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var state = WallboardState(.test)
    var offset: Int64 = 0
    let steps: [Int64] = [1, -1, 60, -60, Self.hour, -Self.hour, 400 * 86_400, -400 * 86_400]
    for input in RandomLog.inputs(3_000, seed: seed) {
      if Int.random(in: 0..<20, using: &random) == 0 {
        let step = steps.randomElement(using: &random).map { $0 * 1_000 } ?? 0
        offset += step
        let (age, hour) = (state.board.age, state.board.history.hour.total)
        let change = ClockChange(
          .right, step: step, at: state.board.now.advanced(milliseconds: step))
        _ = reduce(into: &state, .clock(change))
        #expect(state.board.age == age && state.board.history.hour.total == hour)
      }
      _ = reduce(into: &state, input.moved(by: offset))
      #expect(Invariants.broken(in: state.board).isEmpty)
      #expect(state.board.age ?? 0 >= 0)
    }
  }

  @Test("back does not keep what is silent alive")
  func silence() {
    var scene = Scene()
    scene.open(at: 0)
    scene.frame(at: 30)
    scene.frame(at: -Self.hour)
    #expect(scene.board.isLive(staleAfter: 45))
    scene.frame(at: -Self.hour + 46)
    #expect(!scene.board.isLive(staleAfter: 45))
  }

  @Test("back does not keep the reads of a new stream from being made")
  func reads() {
    var scene = Scene()
    scene.open(at: 0)
    scene.readEverything(at: 0)
    scene.lose(at: 10)
    let effects = scene.open(at: -Self.hour)
    #expect(effects == [.network(.read(Set(SnapshotSource.allCases)))])
  }

  @Test("back raises no alarm, and what waits is raised when its time has come again")
  func back() {
    var scene = Scene.judging(.escalationWaiting)
    scene.tell(.started("A"), at: 1)
    scene.tell(.escalated("A"), at: 2)
    #expect(scene.pass(2...10).alarms.isEmpty)
    #expect(scene.pass(-Self.hour...(-Self.hour + 10)).alarms.isEmpty)
    #expect(scene.board.reading(of: [.longestWait])[.longestWait] == 0)
    #expect(scene.pass(11...200).alarms.count >= 1)
  }

  @Test("forward tells of the silence alone until something is heard again")
  func forward() {
    var scene = Scene.judging()
    scene.tell(.started("A"), at: 1)
    scene.tell(.escalated("A"), at: 2)
    scene.pass(2...3)
    let alarms = (Self.hour...Self.hour + 20).flatMap { scene.frame(at: $0).alarms }
    #expect(alarms.allSatisfy { $0.contains("stream_stale") }, "\(alarms)")
    #expect(!scene.board.isLive(staleAfter: 45))
  }
}

extension Input {
  /// The same, as a clock tells it that is so many milliseconds ahead.
  fileprivate func moved(by delta: Int64) -> Input {
    func moved(_ time: Timestamp) -> Timestamp { time.advanced(milliseconds: delta) }
    switch self {
    case .received(let event):
      return .received(
        ReceivedEvent(
          id: event.id, at: event.at, receivedAt: moved(event.receivedAt), event: event.event,
          extras: event.extras, faults: event.faults, fingerprint: event.fingerprint))
    case .malformed(var event):
      event.receivedAt = moved(event.receivedAt)
      return .malformed(event)
    case .heard(let time): return .heard(at: moved(time))
    case .connection(var change):
      change.at = moved(change.at)
      return .connection(change)
    case .readStarted(let source, let time): return .readStarted(source, at: moved(time))
    case .read(let part, let notes, let time): return .read(part, notes, at: moved(time))
    case .readFailed(let source, let reason, let retryAt, let time):
      return .readFailed(
        source, reason: reason, retryAt: retryAt.map(moved), at: moved(time))
    case .past(let answer, let time): return .past(answer, at: moved(time))
    case .observed(var event):
      event.at = moved(event.at)
      return .observed(event)
    case .observer(var change):
      change.at = moved(change.at)
      return .observer(change)
    case .frame(var frame):
      frame.now = moved(frame.now)
      frame.personNow = moved(frame.personNow)
      return .frame(frame)
    case .note(var note):
      note.at = moved(note.at)
      return .note(note)
    case .following(let callSID, let isOn, let time):
      return .following(callSID, isOn: isOn, at: moved(time))
    case .passed(let time, let utcOffset):
      return .passed(to: moved(time), utcOffset: utcOffset)
    case .observedMalformed, .clock, .intent, .notice, .noteFailed, .notes, .restored, .recording,
      .playback:
      return self
    }
  }
}
