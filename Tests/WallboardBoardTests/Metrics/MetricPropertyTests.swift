import Testing
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct MetricPropertyTests {
  @Test(arguments: [21, 22, 23] as [UInt64])
  func everyNumberIsFiniteAndNotNegative(seed: UInt64) {
    var state = WallboardState(.test)
    let log = RandomLog.actions(1_500, seed: seed) + RandomLog.observing(800, seed: seed)
    for (number, action) in log.enumerated() {
      _ = reduce(into: &state, action)
      if number % 50 == 0 { expectSane(state.board) }
    }
    let known = state.board.reading().count
    #expect(known > Metric.allCases.count * 2 / 3)
  }

  @Test func noMomentAndNoNumberOfThePlatformBreaksThem() {
    let moments = [Int64.min, .min + 1, -1, 0, 1, 1 << 50, .max - 1, .max]
    var events = RandomEvents(seed: 24, hasNaN: true)
    var state = WallboardState(.test)
    for number in 0..<1_000 {
      let (at, now) = (events.pick(moments), events.pick(moments))
      let received = ReceivedEvent(
        id: "0", at: Timestamp(milliseconds: at), receivedAt: Timestamp(milliseconds: now),
        event: events.event())
      _ = reduce(into: &state, .received(received))
      _ = reduce(into: &state, .frame(Frame(now: Timestamp(milliseconds: events.pick(moments)))))
      if number % 50 == 0 { expectSane(state.board) }
    }
  }

  private func expectSane(_ board: Board) {
    let reading = board.reading()
    for metric in Metric.allCases {
      let samples = board.history.samples(of: metric)
      let values = samples.compactMap(\.self) + [reading[metric]].compactMap(\.self)
      let inputs = board.inputs(of: metric).compactMap(\.value)
      let isSane = (values + inputs).allSatisfy { $0.isFinite && $0 >= 0 }
      if !isSane { Issue.record("\(metric): \(values), made from \(inputs)") }
      if samples.count > HourLedger.minutes { Issue.record("\(metric): \(samples.count) samples") }
    }
    if board.history.replies.readings.count > Limits.replies { Issue.record("too many replies") }
  }
}
