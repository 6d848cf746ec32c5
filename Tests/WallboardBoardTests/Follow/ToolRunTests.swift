import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// Issue 3, point 3: what the agent's tools do.
struct ToolRunTests {
  private var scene = Scene.following()

  @Test mutating func runsArePairedByTheirIDs() {
    scene.hear(.toolStarted("find", "1"), .toolStarted("find", "2"))
    #expect(scene.story() == ["find | running", "find | running"])
    scene.hear(
      .toolCompleted("find", "2", after: 120), .toolCompleted("find", "1", succeeded: true),
      from: 4)
    #expect(scene.story() == ["find | succeeded | 4000 ms", "find | succeeded | 120 ms"])
    #expect(scene.observation()?.runningTools == [])
  }

  @Test mutating func runsWithoutIDsArePairedByNameTheFirstOpenOneFirst() {
    scene.hear(.toolStarted("find"), .toolStarted("book"), .toolStarted("find"))
    scene.hear(.toolCompleted("find", after: 1), from: 4)
    #expect(scene.story() == ["find | succeeded | 1 ms", "book | running", "find | running"])
    scene.hear(.toolCompleted("find", after: 2), .toolCompleted("book", after: 3), from: 5)
    #expect(
      scene.story() == [
        "find | succeeded | 1 ms", "book | succeeded | 3 ms", "find | succeeded | 2 ms",
      ])
  }

  @Test mutating func anIDThatMatchesGoesBeforeAName() {
    scene.hear(.toolStarted("find"), .toolStarted("find", "2"))
    scene.hear(.toolCompleted("find", "2", after: 2), from: 3)
    #expect(scene.story() == ["find | running", "find | succeeded | 2 ms"])
    scene.hear(.toolCompleted("find", "3", after: 3), from: 4)
    #expect(scene.story().first == "find | succeeded | 3 ms")
    // Another id is another run.
    scene.hear(.toolStarted("book", "4"), .toolCompleted("book", "5", after: 5), from: 5)
    #expect(scene.story().suffix(2) == ["book | running", "book | succeeded | 5 ms"])
  }

  @Test mutating func runsAreNestedBelowTheirParents() {
    scene.hear(
      .toolStarted("a", "1"), .toolStarted("b", "2", below: "1"),
      .toolStarted("c", "3", below: "2"), .toolStarted("d", "4", below: "unheard"),
      .toolCompleted("a", "1", after: 9), .toolStarted("late", "5", below: "1"))
    #expect(
      scene.story() == [
        "a | succeeded | 9 ms", "- b | running", "- - c | running", "- d | running",
        "- late | running",
      ])
  }

  @Test mutating func nestingHasALimit() {
    scene.hear(.toolStarted("t", "0"))
    for number in 1...20 {
      scene.hear(
        .toolStarted("t", BoundedString("\(number)"), below: BoundedString("\(number - 1)")))
    }
    scene.hear(.toolStarted("t", "own", below: "own"))
    let depths = scene.entries().compactMap { entry in
      if case .tool(let run) = entry.content { run.depth } else { nil }
    }
    #expect(depths.max() == Limits.toolDepth)
    #expect(depths.last == 1)
  }

  @Test mutating func aRunThatNobodySawBeginHasAnEntry() {
    scene.hear(
      .toolCompleted("find", "1"), .toolCompleted("part", "2", after: 3, below: "1"))
    #expect(scene.story() == ["find | succeeded", "- part | succeeded | 3 ms"])
  }

  @Test mutating func aFailureMayBeToldByAWordOrByItsReason() {
    scene.hear(
      .toolStarted("a", "1"), .toolCompleted("a", "1", succeeded: false, after: 1),
      .toolStarted("b", "2"), .toolCompleted("b", "2", error: "down", after: 1),
      .toolStarted("c", "3"), .toolCompleted("c", "3", oldError: "gone", after: 1),
      .toolStarted("d", "4"), .toolCompleted("d", "4", succeeded: true, error: "slow", after: 1),
      .toolStarted("e", "5"), .toolCompleted("e", "5", error: "", after: 1))
    #expect(
      scene.story() == [
        "a | failed | 1 ms", "b | failed | 1 ms | down", "c | failed | 1 ms | gone",
        "d | succeeded | 1 ms | slow", "e | succeeded | 1 ms | ",
      ])
  }

  @Test mutating func inputAndOutputAreKept() throws {
    scene.hear(.toolStarted("a", "1"), .toolCompleted("a", "1"))
    guard case .tool(let run) = scene.entries().first?.content else {
      Issue.record("no run")
      return
    }
    #expect(run.input == Protected(ToolInput(.string("in"))) && run.output == Protected("out"))
    #expect(scene.entries().first?.size == 200)
  }

  @Test mutating func whatRunsWhenTheFeedEndsIsUnfinished() {
    scene.hear(.toolStarted("a", "1"), .sessionEnd())
    #expect(scene.story() == ["a | unfinished", "ended: ? ?"])
    #expect(scene.observation()?.runningTools == [])
  }

  @Test mutating func aGapLeavesOnlyRunsThatCanBeKnownAgain() {
    scene.hear(.toolStarted("find"), .toolStarted("book", "1"))
    scene.interruptObserver(from: 3, to: 5)
    scene.hear(.toolStarted("find"), .toolCompleted("find", after: 1), from: 6)
    scene.hear(.toolCompleted("book", "1", after: 2), from: 8)
    #expect(
      scene.story() == [
        "find | unfinished", "book | succeeded | 2 ms", "gap of 2 s", "find | succeeded | 1 ms",
      ])
  }

  @Test mutating func runsThatNeverEndAreBounded() {
    for number in 0...Limits.runningTools {
      scene.hear(.toolStarted("t", BoundedString("\(number)")))
    }
    #expect(scene.observation()?.runningTools.count == Limits.runningTools)
    #expect(scene.story().first == "t | unfinished")
  }
}
