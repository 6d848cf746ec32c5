import DequeModule
import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// A time line keeps its newest entries, and does not move under who reads it.
@Suite(.inTurn)
struct TimelineTests {
  private let limit = Limits.timelineEntries

  private func filled(_ count: Int) -> Scene {
    var scene = Scene.following()
    for number in 0..<count { scene.hear(.user(BoundedString("\(number)"))) }
    return scene
  }

  private func firstNumber(_ scene: Scene) -> EntryNumber? { scene.entries().first?.number }

  private func reading(_ scene: inout Scene, from entry: EntryNumber) {
    let anchor = LineAnchor(entry: entry)
    scene.frame(at: 2, panes: ["A": PanePosition(cursor: anchor, top: anchor, visibleLines: 9)])
  }

  @Test func theOldestGoFirstAndNumbersStay() {
    let scene = filled(limit + 7)
    let timeline = scene.observation()?.timeline
    #expect(timeline?.entries.count == limit && timeline?.trimmed == 7)
    #expect(scene.story().first == "caller: 7" && firstNumber(scene) == 7)
    #expect(timeline?.index(of: 6) == nil && timeline?.index(of: 7) == 0)
    #expect(timeline?[EntryNumber(limit)]?.story == "caller: \(limit)")
    #expect(timeline?.index(of: EntryNumber(limit + 7)) == nil)
    #expect(timeline?.index(of: .max) == nil)
    #expect(timeline?.count(from: EntryNumber(limit)) == 7)
    #expect(timeline?.count(from: 0) == limit && timeline?.count(from: .max) == 0)
  }

  @Test func whatIsReadStaysUntilThereIsTwiceAsMuch() {
    var scene = filled(limit)
    reading(&scene, from: 100)
    for number in 0..<limit { scene.hear(.user(BoundedString("more \(number)"))) }
    #expect(firstNumber(scene) == 100, "what stands above is of no use")
    #expect(scene.entries().count == 2 * limit - 100)
    for number in 0..<500 { scene.hear(.user(BoundedString("even more \(number)"))) }
    #expect(scene.entries().count == 2 * limit)
    // At the newest line again, the limit holds again.
    scene.frame(at: 3, panes: ["A": PanePosition(visibleLines: 9)])
    scene.hear(.user("last"))
    #expect(scene.entries().count == limit && scene.story().last == "caller: last")
  }

  @Test func theBytesAreBounded() {
    var scene = Scene.following()
    func hear(_ size: Int) {
      scene.act(
        .observed(
          ReceivedObserverEvent(callSID: "A", at: second(1), event: .user("x"), size: size)))
    }
    for _ in 0..<100 { hear(Limits.timelineBytes / 10) }
    #expect(scene.entries().count == 10)
    reading(&scene, from: scene.entries()[0].number)
    for _ in 0..<100 { hear(Limits.timelineBytes / 10) }
    #expect(scene.entries().count == 20)
    hear(10 * Limits.timelineBytes)
    #expect(scene.entries().count == 1, "the newest entry stays")
  }

  @Test func aLineThatGrowsForeverPushesNothingOut() {
    var scene = filled(3)
    for _ in 0..<50_000 { scene.hear(.delta("word ")) }
    #expect(scene.entries().count == 4)
    #expect(scene.entries().reduce(0) { $0 + $1.size } < 3_000)
  }

  @Test func aGuessThatIsReplacedForeverPushesNothingOut() {
    var scene = filled(3)
    for _ in 0..<50_000 { scene.hear(.user("word", final: false)) }
    #expect(scene.entries().map(\.size) == [100, 100, 100, 100])
  }

  @Test func whatIsOpenMayBeTrimmed() {
    var scene = Scene.following()
    scene.hear(
      .user("guess", by: "c", final: false), .delta("Hel"), .toolStarted("t", "1"))
    for number in 0..<limit {
      scene.hear(.user(BoundedString("\(number)"), by: "o", role: .operator))
    }
    #expect(firstNumber(scene) == 3)
    scene.hear(
      .user("said", by: "c"), .delta("lo"), .agent("Hello"), .toolCompleted("t", "1", after: 1))
    #expect(
      scene.story().suffix(3) == ["caller: said", "agent: Hello", "t | succeeded | 1 ms"])
    scene.hear(.sessionEnd())
    for number in 0..<limit { scene.hear(.user(BoundedString("\(number)"))) }
    scene.tell(.ended("A"), at: 9)
    #expect(scene.entries().count == limit && scene.observation()?.ending?.reason == .completed)
  }

  @Test func aCallWithoutAPaneIsTrimmed() {
    var state = WallboardState(.test)
    state.board.observations["A"] = Observation(callSID: "A", since: second(0))
    for _ in 0..<(limit + 10) {
      let event = ReceivedObserverEvent(callSID: "A", at: second(1), event: .user("x"))
      _ = reduce(into: &state, .observed(event))
    }
    #expect(state.board.observations["A"]?.timeline.entries.count == limit)
  }
}
