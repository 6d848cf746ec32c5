import DequeModule
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct CountingTests {
  @Test func theRateIsTheMeanOfTheWholeSecondsBefore() {
    var rate = EventRate()
    #expect(rate.perSecond(at: second(0)) == 0)
    for tick in 0..<20 { for _ in 0..<18 { rate.count(at: second(Int64(tick))) } }
    #expect(rate.perSecond(at: second(20)) == 18)
    #expect(rate.perSecond(at: second(24)) == 10)
    #expect(rate.perSecond(at: second(29)) == 0)
    #expect(rate.perSecond(at: second(1_000)) == 0)
  }

  @Test func theSecondThatIsNotOverDoesNotCount() {
    var rate = EventRate()
    rate.count(at: second(5))
    #expect(rate.perSecond(at: second(5)) == 0)
    #expect(rate.perSecond(at: second(6)) == 1.0 / 9)
  }

  @Test func anOutageLeavesNothingBehind() {
    var rate = EventRate()
    for _ in 0..<100 { rate.count(at: second(0)) }
    rate.count(at: second(10_000))
    #expect(rate.perSecond(at: second(10_001)) == 1.0 / 9)
  }

  @Test func aTallyHasRoomForSoManyNames() {
    var tally = Tally()
    for number in 0..<(Limits.countedNames + 50) {
      tally.count("name \(number)")
      tally.count("name 0")
    }
    #expect(tally.counts.count == Limits.countedNames + 1)
    #expect(tally["name 0"] == Limits.countedNames + 51)
    #expect(tally[Tally.other] == 50)
    #expect(tally["nobody"] == 0)
  }

  /// A board that is folded again must come out the same.
  @Test func theRoomOfASumIsForTheNamesThatCameFirst() {
    var (sum, other) = (Tally(), Tally())
    let room = Limits.countedNames
    for number in 0..<(room - 50) { sum.count("name \(number)") }
    for number in 0..<room { other.count("another \(number)", times: 2) }
    sum.add(other)
    for number in 0..<room { #expect(sum["another \(number)"] == (number < 50 ? 2 : 0)) }
    #expect(sum[Tally.other] == 2 * (room - 50))
  }

  @Test func theNewestAreRememberedEachOnce() {
    var recent = RecentSet(limit: 2)
    let areNew = [1, 2, 1, 3, 1, 2].map { recent.insert($0) }
    #expect(areNew == [true, true, false, true, true, true])
    #expect(recent.contains(1) && recent.contains(2) && !recent.contains(3))
  }

  /// Against an array in which everything is looked for, in sets that grow and that go round.
  @Test(arguments: [(1, 5), (70, 100), (300, 400), (300, 3_000)])
  func recentIsWhatCameLast(limit: Int, values: Int) {
    var random = SplitMix64(seed: UInt64(limit))
    var (recent, known) = (RecentSet(limit: limit), [Int]())
    let copy = recent
    for step in 0..<5_000 {
      // Whatever is packed stays known.
      if step % 97 == 0 { recent.pack() }
      if step % 194 == 0 { recent.unpack() }
      let value = Int.random(in: 0..<values, using: &random)
      let isNew = !known.contains(value)
      #expect(recent.contains(colliding(value)) == !isNew)
      #expect(recent.insert(colliding(value)) == isNew)
      if isNew { known.append(value) }
      if known.count > limit { known.removeFirst() }
    }
    let all = (0..<values).filter { recent.contains(colliding($0)) }
    #expect(all == known.sorted())
    #expect(!copy.contains(colliding(known[0])) && copy != recent)
  }

  @Test func theSameIsRememberedHoweverItCame() {
    var (one, other) = (RecentSet(limit: 3), RecentSet(limit: 3))
    for number in 1...7 as ClosedRange<UInt64> { one.insert(number) }
    for number in 5...7 as ClosedRange<UInt64> { other.insert(number) }
    #expect(one == other)
    other.insert(8)
    #expect(one != other)
  }
}

/// Hashes of which seven fall together whatever else there is.
private func colliding(_ value: Int) -> UInt64 {
  UInt64(value % 7) << 32 | UInt64(UInt32(truncatingIfNeeded: value / 7 * 0x9E37_79B9))
}

struct DayTests {
  /// 1,766,000,000 s is 19:33:20 UTC: midnight comes 16,000 s later.
  private let midnight: Int64 = 16_000

  private func frame(_ scene: inout Scene, _ seconds: Int64, utcOffset: Int) {
    scene.act(.frame(Frame(now: second(seconds), utcOffset: utcOffset)))
  }

  @Test(arguments: [0, 3600, -18_000, 50_400])
  func theTotalsBeginAgainAtLocalMidnight(utcOffset: Int) {
    var scene = Scene(.started("A"), .escalated("A"), .ended("A", because: .abandoned))
    let turn = (midnight - Int64(utcOffset) + 86_400) % 86_400
    frame(&scene, turn - 10, utcOffset: utcOffset)
    var totals = scene.board.today
    #expect(totals.callsStarted == 1)
    #expect(totals.callsEnded == 1)
    #expect(totals.escalations == 1)
    #expect(totals.abandoned == 1)
    frame(&scene, turn - 1, utcOffset: utcOffset)
    #expect(scene.board.today == totals)
    frame(&scene, turn, utcOffset: utcOffset)
    totals = DayTotals(day: totals.day.map { $0 + 1 })
    #expect(scene.board.today == totals)
    #expect(scene.board.endedCalls.count == 1)
  }

  @Test func daysBefore1970AreDaysToo() {
    var scene = Scene()
    scene.act(.frame(Frame(now: Timestamp(milliseconds: -1))))
    #expect(scene.board.today.day == -1)
  }
}
