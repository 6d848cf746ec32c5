import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct MetricHistoryTests {
  /// A frame a minute from that minute on.
  private func pass(_ scene: inout Scene, minutes: ClosedRange<Int64>) {
    for minute in minutes { scene.frame(at: minute * 60) }
  }

  private func openScene() -> Scene {
    var scene = Scene()
    scene.open(at: 0)
    scene.frame(at: 0)
    return scene
  }

  @Test func eachMinuteIsKeptForAnHour() {
    var scene = openScene()
    #expect(scene.board.samples(of: .live, read: nil) == [nil])
    for minute in 1...90 as ClosedRange<Int64> {
      scene.tell(.started(CallSID(stringLiteral: "C\(minute)")), at: minute * 60 - 30)
      pass(&scene, minutes: minute...minute)
    }
    #expect(scene.board.history.samples(of: .live) == (31...90).map(Double.init))
    scene.tell(.started("another"), at: 90 * 60 + 5)
    #expect(scene.board.samples(of: .live, read: 91).last == 91)
    #expect(scene.board.samples(of: .live, read: nil).count == 61)
    // 60 minutes, the running one included.
    #expect(scene.board.history.hour.total.started == 60)
  }

  @Test("A peak between the ends of two minutes is kept, for an hour")
  func peaks() {
    var scene = openScene()
    scene.tell(.escalated("A"), at: 5)
    for seconds in 6...15 { scene.frame(at: Int64(seconds)) }
    scene.tell(.joined("O", "A"), at: 16)
    for seconds in 17...39 { scene.frame(at: Int64(seconds)) }
    #expect(scene.board.history.runningSample(of: .longestWait, read: nil) == 10)
    // A minute begins 40 seconds after the first moment of the tests.
    pass(&scene, minutes: 1...30)
    #expect(scene.board.value(of: .longestWait) ?? 0 == 0)
    #expect(scene.board.history.samples(of: .longestWait).first == 10)
    #expect(scene.board.history.extremes(of: .longestWait)?.upperBound == 10)
    pass(&scene, minutes: 31...62)
    #expect(scene.board.history.extremes(of: .longestWait)?.upperBound ?? 0 == 0)
  }

  @Test("Where more is better the lowest value is the one that counts")
  func lows() {
    var scene = openScene()
    scene.tell(.status("O", .online), at: 1)
    scene.tell(.status("P", .online), at: 1)
    scene.frame(at: 2)
    scene.tell(.status("P", .offline), at: 3)
    scene.frame(at: 4)
    scene.tell(.status("P", .online), at: 5)
    scene.frame(at: 6)
    #expect(scene.board.history.runningSample(of: .online, read: nil) == 1)
    #expect(scene.board.history.extremes(of: .online) == 1...2)
  }

  @Test func manyFramesAMinuteAreOneSample() {
    var scene = openScene()
    for seconds in 1...150 { scene.frame(at: Int64(seconds)) }
    #expect(scene.board.history.samples(of: .stale).count == 2)
  }

  @Test func aGapOfHoursLeavesNothing() {
    var scene = openScene()
    scene.tell(.started("A"), at: 1)
    pass(&scene, minutes: 1...10)
    scene.frame(at: 7 * 3_600)
    #expect(scene.board.history.hour.total == MinuteTally())
    let samples = scene.board.history.samples(of: .live)
    #expect(samples == Array(repeating: nil, count: 59) + [1])
  }

  @Test func minutesWithoutAFrameAreNotKnown() {
    var scene = openScene()
    scene.tell(.started("A"), at: 1)
    pass(&scene, minutes: 1...2)
    scene.frame(at: 5 * 60)
    #expect(scene.board.history.samples(of: .live) == [1, 1, 1, nil, 1])
  }

  @Test func nothingIsKnownWhileTheStreamIsDown() {
    var scene = openScene()
    scene.tell(.started("A"), at: 1)
    pass(&scene, minutes: 1...1)
    scene.lose(at: 61)
    pass(&scene, minutes: 2...3)
    scene.open(at: 181)
    pass(&scene, minutes: 4...4)
    #expect(scene.board.history.samples(of: .live) == [1, 1, nil, 1])
  }

  @Test func aClockThatIsSetBackCountsNothingTwice() {
    var scene = openScene()
    for minute in 1...30 as ClosedRange<Int64> {
      scene.tell(.started(CallSID(stringLiteral: "C\(minute)")), at: minute * 60 - 30)
      pass(&scene, minutes: minute...minute)
    }
    // Five hours back; then the minutes go on from there.
    for minute in -300 ... -271 as ClosedRange<Int64> {
      scene.tell(.started(CallSID(stringLiteral: "D\(minute)")), at: minute * 60 + 1)
      scene.frame(at: minute * 60 + 2)
    }
    #expect(scene.board.history.hour.total.started == 60)
    let expected: [Double?] = Array(1...60).filter { $0 != 31 }.map(Double.init)
    #expect(scene.board.history.samples(of: .live) == expected)
    for minute in -270 ... -200 as ClosedRange<Int64> { scene.frame(at: minute * 60 + 2) }
    #expect(scene.board.history.hour.total.started == 0)
  }

  @Test func whatIsReceivedBeforeItsFrameIsNoClockThatWasSetBack() {
    var scene = openScene()
    for minute in 0...19 as ClosedRange<Int64> {
      // A minute begins 40 seconds after the first moment of the tests.
      scene.frame(at: minute * 60 + 40)
      scene.tell(.started(CallSID(stringLiteral: "C\(minute)")), at: minute * 60 + 39)
    }
    #expect(scene.board.history.hour.total.started == 20)
    #expect(scene.board.history.samples(of: .live).count == 20)
    for minute in 20...77 as ClosedRange<Int64> { scene.frame(at: minute * 60 + 40) }
    #expect(scene.board.history.hour.total.started == 2)
  }

  @Test func aReplayedEventIsNotNotedAgain() {
    var scene = openScene()
    let event = scene.tell(.ended("A"), at: 1)
    let history = scene.board.history
    scene.act(.received(event))
    #expect(scene.board.history == history)
    #expect(history.hour.total.ended == 1)
  }

  @Test func aHeldViewKeepsItsNumbers() {
    var scene = openScene()
    scene.tell(.started("A"), at: 1)
    scene.intend(.toggleHold)
    scene.tell(.started("B"), at: 2)
    pass(&scene, minutes: 1...3)
    #expect(scene.state.shown.value(of: .live) == 1)
    #expect(scene.state.shown.history.samples(of: .live).isEmpty)
    #expect(scene.board.history.samples(of: .live) == [2, 2, 2])
  }

  @Test func theRepliesAreBounded() {
    var scene = Scene.following()
    for number in 0..<(2 * Limits.measures) {
      scene.hear(.latency(Double(number)))
    }
    let newest = (Limits.measures..<(2 * Limits.measures)).map(Double.init)
    #expect(scene.board.history.replies.readings == newest)
  }

  @Test(
    arguments: [
      ([], 50, nil), ([7], 95, 7), ([3, 1], 50, 1), ([3, 1, 2], 50, 2), ([1, 2, 3, 4], 95, 4),
      ([5, 9], 100, 9), ([5], 0, nil), ([5], 101, nil),
    ] as [([Double], Int, Double?)])
  func percentilesAreReadingsThatWereMade(readings: [Double], percent: Int, expected: Double?) {
    #expect(readings.percentile(percent) == expected)
  }
}
