import DequeModule
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct ActivityTests {
  @Test func everyEventIsALineAndCountedByItsFamily() {
    let scene = Scene(.started("A"), .triggerFailed(), .unknown("weather.changed"))
    #expect(scene.board.activity.entries.map(\.sequence) == [0, 1, 2])
    #expect(scene.board.activity.entries.map(\.at) == [second(1), second(2), second(3)])
    #expect(scene.board.counts.byFamily.counts == ["call": 1, "trigger": 1, "weather": 1])
    #expect(scene.board.counts.byType.counts == ["call.started": 1, "trigger.failed": 1])
    #expect(scene.board.counts.events == 3)
    #expect(scene.board.counts.unknown == 1)
  }

  @Test func problemsArePickedOut() {
    let scene = Scene(.started("A"), .triggerFailed("one"), .ended("A", because: .error))
    #expect(scene.board.activity.problems.map(\.sequence) == [1, 2])
    #expect(scene.board.activity.problemCount == 2)
  }

  @Test func linesAndProblemsAreBounded() {
    var scene = Scene()
    for _ in 0..<(Limits.activity + 5) { scene.tell(.triggerFailed(), at: 1) }
    #expect(scene.board.activity.entries.count == Limits.activity)
    #expect(scene.board.activity.entries.first?.sequence == 5)
    #expect(scene.board.activity.problems.count == Limits.problems)
    #expect(scene.board.activity.problemCount == Limits.activity + 5)
  }

  /// An event may have a megabyte of numbers, which take twenty in memory.
  @Test func heavyLinesAreFewer() {
    let numbers = JSONValue.array(Array(repeating: .number(1), count: 10_000))
    let heavy = UnknownEvent(name: "weather.changed", data: Protected(.object(["a": numbers])))
    var scene = Scene()
    for _ in 0..<100 { scene.tell(.unknown(heavy), at: 1) }
    let count = scene.board.activity.entries.count
    #expect(count * 640_000 <= Limits.activityBytes && count > 5)
    #expect(scene.board.activity.entries.last?.sequence == 99)
    for _ in 0..<Limits.activity { scene.tell(.triggerFailed(), at: 2) }
    #expect(scene.board.activity.entries.count == Limits.activity)
    let tooHeavy = JSONValue.array(Array(repeating: numbers, count: 20))
    scene.tell(.unknown(UnknownEvent(name: "x", data: Protected(tooHeavy))), at: 3)
    #expect(scene.board.activity.entries.map(\.sequence) == [UInt64(100 + Limits.activity)])
  }

  @Test func anUnknownEventChangesNothingButTheCounts() {
    var scene = Scene(.started("A"), .joined("O", "A"), .created("S"), .textStarted("X"))
    let before = scene.board
    scene.tell(.unknown("weather.changed"), at: 9)
    #expect(scene.board.calls == before.calls)
    #expect(scene.board.operators == before.operators)
    #expect(scene.board.surfaces == before.surfaces)
    #expect(scene.board.textSessions == before.textSessions)
    #expect(scene.board.today == before.today)
    #expect(scene.board.counts.unknown == 1)
  }

  @Test func aMalformedEventIsCountedShownAndCostsNothingElse() {
    var scene = Scene(.started("A"))
    var expected = scene.board
    let event = MalformedEvent(
      id: "1766000005000", name: "call.ended", receivedAt: second(5), reason: "call_sid: missing",
      data: Protected("{}"), fingerprint: 99)
    scene.act(.malformed(event))
    expected.counts.malformed = 1
    expected.connection.lastHeardAt = second(5)
    expected.connection.lastEventID = "1766000005000"
    expected.activity.append(
      .malformed(name: "call.ended", reason: "call_sid: missing"), at: second(5))
    #expect(scene.board == expected)
    scene.act(.malformed(event))
    expected.counts.duplicates = 1
    #expect(scene.board == expected)
  }

  @Test func anEventThatWasTooLargeIsCountedShownAndMovesTheCursor() {
    var scene = Scene(.started("A"))
    var expected = scene.board
    let event = MalformedEvent(
      id: "1766000005000", name: "call.ended", receivedAt: second(5), leftOut: 1_234_567,
      fingerprint: 99)
    scene.act(.malformed(event))
    expected.counts.tooLarge = 1
    expected.connection.lastHeardAt = second(5)
    expected.connection.lastEventID = "1766000005000"
    expected.activity.append(.leftOut(name: "call.ended", bytes: 1_234_567), at: second(5))
    #expect(scene.board == expected)
    #expect(scene.board.activity.problemCount == 1)
    let context = SummaryContext(
      names: scene.board, disclosure: Privacy(mode: .wall, pseudonyms: PseudonymKey(1, 2)).output,
      for: .people)
    let line = scene.board.activity.problems.last
    #expect(line?.summary(context) == "an event of 1.2 MB was left out")
    scene.act(.malformed(event))
    expected.counts.duplicates = 1
    #expect(scene.board == expected)
  }

  @Test func fieldsThatTheContractLacksAreCounted() {
    var scene = Scene()
    let event = ReceivedEvent(
      id: nil, at: second(1), receivedAt: second(1), event: .started("A"),
      extras: ["a": Protected(.null), "b": Protected(.null)])
    scene.act(.received(event))
    #expect(scene.board.counts.extraFields == 2)
  }
}

struct FeedPaceTests {
  @Test func theFeedMovesOnAFewTimesASecondAndAtOnceWhenItsPanelIsResized() {
    var state = WallboardState(.test)
    let start = Timestamp(milliseconds: 1_766_000_000_000)
    func draw(after milliseconds: Int64, rows: Int = 10) -> Int {
      let now = start.advanced(milliseconds: milliseconds)
      let gap = MalformedEvent(
        id: nil, name: "x", receivedAt: now, reason: "why", data: Protected("data"))
      _ = reduce(into: &state, .malformed(gap))
      _ = reduce(into: &state, .frame(Frame(now: now, visibleRows: [.activity: rows])))
      return state.view.panels[.activity]?.rows.count ?? 0
    }
    #expect(draw(after: 0) == 1)
    #expect(draw(after: 33) == 1)
    #expect(draw(after: 249) == 1)
    #expect(draw(after: 250) == 4)
    #expect(draw(after: 283) == 4)
    #expect(draw(after: 300, rows: 5) == 6)
    #expect(draw(after: -5_000, rows: 5) == 7)
  }
}
