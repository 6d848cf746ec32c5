import DequeModule
import Testing
@testable import WallboardBoard
@testable import WallboardEvents

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
