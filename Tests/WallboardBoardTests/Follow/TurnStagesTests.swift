import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The stages of a turn", .inTurn)
struct TurnStagesTests {
  private var scene = Scene.following()

  private var turns: [String] {
    scene.story().filter { $0.hasPrefix("turn: ") }
  }

  @Test mutating func areKnownOfWhatIsHeardFromItsBeginningOn() {
    scene.hear(.user("he", final: false), .user("hello", final: true), from: 1)
    scene.hear(.toolStarted("find", "1"), .toolCompleted("find", "1", after: 700), from: 3)
    scene.hear(.latency(800), .delta("good"), .agent("good day"), from: 5)
    #expect(
      turns == [
        "turn: caller 1000, answer 800, engine 1, navigation 1, rendering 1, audio 1, find 700, AI 1000"
      ])
  }

  @Test mutating func areNotGuessed() {
    // Whole lines at once do not tell how long they were spoken.
    scene.hear(.user("hello"), .latency(800), .agent("good day"), from: 1)
    #expect(turns == ["turn: answer 800, engine 1, navigation 1, rendering 1, audio 1"])
    // Nor does a line that was under way when the connection was lost.
    scene.hear(.user("an", final: true), .toolStarted("find", "1"), from: 10)
    scene.interruptObserver(from: 12, to: 20)
    scene.hear(.toolCompleted("find", "1", after: 5), .latency(900), from: 21)
    #expect(turns.last == "turn: answer 900, engine 1, navigation 1, rendering 1, audio 1, find 5")
    for length in [-1, .nan, .infinity, 1e12] { scene.hear(.latency(length), from: 30) }
    #expect(turns.suffix(4).allSatisfy { !$0.contains("answer") })
  }

  @Test mutating func ofOneTurnAreNotThoseOfTheNext() {
    scene.hear(.user("a"), .toolCompleted("find", "1", after: 5), .latency(1), .agent("b"), from: 1)
    scene.hear(.latency(2), .agent("c"), from: 9)
    #expect(turns.last == "turn: answer 2, engine 1, navigation 1, rendering 1, audio 1")
    // A filler does not end the turn.
    scene.hear(.user("d"), .agent("hm", filler: .working), from: 20)
    scene.hear(.toolCompleted("look", "2", after: 6), .latency(3), from: 22)
    #expect(turns.last?.hasSuffix("look 6") == true)
  }

  @Test mutating func theSlowestAreRemembered() {
    for (index, length) in [300, 900, 100, 700, 500].enumerated() {
      scene.hear(.latency(Double(length)), from: Int64(index) * 10)
      scene.hear(
        .toolCompleted(BoundedString("t\(length)"), nil, after: Double(length)),
        from: Int64(index) * 10 + 1)
    }
    let slowest = scene.facts()?.slowest
    #expect(slowest?.turns.map(\.milliseconds) == [900, 700, 500])
    #expect(slowest?.turns.map(\.at) == [second(10), second(30), second(40)])
    #expect(slowest?.tools.map { $0.name?.string } == ["t900", "t700", "t500"])
  }

  @Test mutating func whatAToolRunsIsWithinItsTime() {
    scene.hear(.toolStarted("find", "1"), .toolStarted("look", "2", below: "1"), from: 1)
    scene.hear(
      .toolCompleted("look", "2", after: 300, below: "1"), .toolCompleted("find", "1", after: 900),
      .latency(1), from: 3)
    #expect(turns.last?.hasSuffix("audio 1, find 900") == true, "\(turns)")
    #expect(scene.facts()?.slowest.tools.map(\.milliseconds) == [900, 300])
  }

  @Test mutating func anOperatorsWordsAreNoAnswerOfTheAI() {
    scene.hear(
      .user("a"), .latency(800), .agent("one mo", interrupted: true),
      .agent("I take over", role: .known(.operator)), .latency(900), .delta("I"),
      .agent("I take", role: .known(.operator)), from: 1)
    #expect(turns.allSatisfy { !$0.contains("AI") }, "\(turns)")
  }

  @Test mutating func nobodyWaitsForAGreeting() {
    scene.hear(
      .turnLatency(TurnLatency(endToEndTTFBMilliseconds: 9_000, isGreeting: true)), .latency(300))
    #expect(scene.facts()?.slowest.turns.map(\.milliseconds) == [300])
    #expect(scene.facts()?.longestTurn == 9_000, "its bar is drawn")
  }

  @Test func theEnginesPartsAreNotCountedTwice() {
    var stages = TurnStages()
    (stages.engine, stages.navigation, stages.rendering, stages.firstAudio) = (1_000, 300, 200, 100)
    #expect(stages.ownEngine == 500 && stages.pause == 1_100)
    stages.navigation = 900
    #expect(stages.ownEngine == 1_000, "they are no parts of it")
    (stages.answer, stages.callerSpeech, stages.agentSpeech) = (5_000, 2_000, 3_000)
    #expect(stages.pause == 5_000 && stages.length == 10_000)
    #expect(TurnStages().ownEngine == nil && TurnStages().length == 0)
  }
}
