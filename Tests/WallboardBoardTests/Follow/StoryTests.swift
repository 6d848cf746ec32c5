import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("A call's story", .inTurn)
struct StoryTests {
  private static let hello = StoryTurn.said("hello", "good day", from: 1, to: 2)

  @Test("is asked for once the call is heard, and of one that is over at once")
  func isAskedFor() {
    var scene = Scene(.started("A"), .started("B"))
    scene.frame(at: 3)
    scene.intend(.open)
    #expect(scene.asked(from: 3, to: 9).isEmpty, "nothing is heard yet")
    scene.observe(.open, at: 10)
    #expect(scene.asked(from: 10, to: 100).map(\.call) == ["A"])
    #expect(scene.observation()?.story.isAsked == true)

    scene.tell(.ended("B"), at: 101)
    scene.intend(.follow("B"))
    #expect(scene.observation(of: "B")?.isStoryAlone == true)
    #expect(scene.asked(from: 101, to: 101).map(\.call) == ["B"])
  }

  @Test("of a call that is over opens no feed, and the platform's note of readers is told once")
  func opensNoFeed() {
    var scene = Scene(.started("A"), .ended("A"))
    scene.frame(at: 2)
    #expect(scene.act(.intent(.follow("A"))) == [])
    #expect(scene.frame(at: 3).contains(.network(.ask(.story("A")))))
    #expect(scene.state.view.notice?.text.contains("notes who reads") == true)
    scene.tell(.telling(Self.hello).ended(at: 60), at: 4)
    #expect(
      scene.words == ["caller: hello", "agent: good day", "ended: completed 60.0 s"])
    #expect(scene.observation()?.ending?.at == second(2))
    scene.state.view.notice = nil
    scene.tell(.started("B"), at: 5)
    scene.tell(.ended("B"), at: 6)
    scene.intend(.follow("B"))
    #expect(scene.asked(from: 6, to: 6).map(\.call) == ["B"])
    #expect(scene.state.view.notice == nil)
  }

  @Test("is asked for neither on a wall nor in a recording")
  func notOnAWall() {
    var wall = Scene.onWall("A")
    wall.look(at: 2)
    wall.observe(.open, at: 3)
    #expect(wall.directed == "A" && wall.asked(from: 3, to: 200).isEmpty)
    var replay = Scene(.started("A"))
    replay.state.settings.isReplay = true
    replay.act(.following("A", isOn: true, at: second(2)))
    replay.observe(.open, at: 3)
    #expect(replay.asked(from: 3, to: 200).isEmpty)
    replay.tell(.telling(Self.hello), at: 4)
    #expect(replay.words == ["caller: hello", "agent: good day"])
  }

  @Test("that is not written down yet is asked for again, slowly, and given up after the call")
  func notYet() {
    var scene = Scene.following()
    scene.tellNoStory(at: 1)
    #expect(scene.asked(from: 1, to: 130).map(\.at) == [61])
    scene.tellNoStory(at: 131)
    scene.tell(.ended("A"), at: 140)
    #expect(scene.asked(from: 140, to: 300).map(\.at) == [191])
    scene.tellNoStory(at: 740)
    #expect(scene.asked(from: 740, to: 2_000).isEmpty)
    // The first key after a long time only tells that somebody is there.
    scene.intend(.moveDown, .retryNow)
    #expect(scene.asked(from: 2_001, to: 2_100).count == 1, "whoever asks for it")
  }

  @Test("that could not be loaded says why, and is asked for again when the platform wants it")
  func failed() {
    var scene = Scene.following()
    let failure = PastAnswer.failed(.story("A"), reason: "no", retryAt: second(300))
    scene.act(.past(failure, at: second(1)))
    #expect(scene.observation()?.story.problem == .failed(reason: "no"))
    #expect(scene.asked(from: 1, to: 299).isEmpty)
    #expect(scene.asked(from: 300, to: 400).map(\.at) == [300])
  }

  @Test("of a call that nobody follows any more is dropped")
  func dropped() {
    var scene = Scene.following()
    scene.intend(.back)
    scene.tell(.telling(Self.hello), at: 2)
    #expect(scene.board.observations.isEmpty)
  }

  @Test("is told once more after the end, for what was written down late")
  func onceMore() {
    var scene = Scene.following()
    scene.hear(.user("bye"), from: 5)
    scene.tell(.telling(.said("hello", nil, from: -9, to: -8)), at: 6)
    scene.tell(.ended("A"), at: 20)
    #expect(scene.asked(from: 20, to: 60).map(\.at) == [35])
    let whole = CallStory.telling(
      .said("hello", "good day", from: -9, to: -8), .said("bye", nil, from: 4, to: 5))
    scene.tell(whole.ended(at: 20), at: 61)
    #expect(
      scene.words == [
        "caller: hello", "agent: good day", "caller: bye", "ended: completed 20.0 s",
      ])
    #expect(scene.asked(from: 61, to: 700).isEmpty)
  }

  @Test(
    "that the platform writes down late after the end is asked for each minute, not without pause")
  func lateEnd() {
    var scene = Scene.following()
    scene.tell(.telling(Self.hello), at: 1)
    scene.tell(.ended("A"), at: 20)
    #expect(scene.asked(from: 20, to: 35).map(\.at) == [35])
    scene.tell(.telling(Self.hello), at: 36)
    #expect(scene.asked(from: 36, to: 120).map(\.at) == [96])
  }

  @Test("of 10,000 turns with hundreds of tools is bounded, and says what is left out")
  func bounds() {
    var scene = Scene(.started("A"), .ended("A"))
    scene.intend(.follow("A"))
    var turn = StoryTurn.said("a", "b", from: 0, to: 1)
    turn.tools = Array(repeating: .run("find", nil, 1), count: 200)
    turn.missingParts = 3
    var story = CallStory()
    story.turns = Array(repeating: turn, count: Limits.storyTurns)
    story.missingTurns = 7
    scene.tell(story, at: 3)
    let entries = scene.entries()
    #expect(entries.count < Limits.storyLines + 300)
    let shown = entries.count { if case .turn = $0.content { true } else { false } }
    guard case .leftOut(let turns, let parts)? = entries.last(where: { $0.number < 0 })?.content
    else {
      Issue.record("\(scene.story().suffix(3))")
      return
    }
    #expect(turns + shown == Limits.storyTurns + 7 && parts == 3 * Limits.storyTurns)
  }

  @Test("gives way, its beginning first, where much more is heard than is kept")
  func trimmed() {
    var scene = Scene.following()
    scene.tell(.telling(.said("hello", "good day", from: -9, to: -8)), at: 1)
    let told = scene.observation()?.timeline.told ?? 0
    #expect(told == 3)
    for number in 0..<Int64(Limits.timelineEntries) {
      scene.hear(.user(BoundedString("\(number)")), from: number + 2)
    }
    #expect(scene.observation()?.timeline.told == told, "there is room for it beside")
    scene.hear(.user("more"), from: 3_000)
    #expect(scene.observation()?.timeline.told == told - 1)
    #expect(scene.story().first == "turn: caller 1000, answer 1000, AI 1000")
    // What is heard and no longer kept would be missing between them.
    scene.tell(.telling(Self.hello), at: 3_001)
    #expect(scene.observation()?.timeline.told == told - 1)
    #expect(scene.facts()?.turns == Limits.timelineEntries + 3, "the facts are those of the lines")
  }

  @Test("tells tools, steps, who came, and what an operator said, each in its place")
  func parts() {
    var scene = Scene(.started("A"), .ended("A"))
    scene.intend(.follow("A"))
    var turn = StoryTurn.said("hello", "a moment", from: 1, to: 2, tools: [.run("find", "1", 900)])
    var step = StoryTransition()
    (step.fromState, step.toState) = ("greeting", "triage")
    turn.transitions = [step]
    var story = CallStory.telling(turn, .said("thanks", nil, from: 30, to: 31)).ended(at: 40)
    var nurse = StoryParticipant()
    (nurse.role, nurse.joinedAt, nurse.leftAt) = (.known(.operator), second(10), second(35))
    var segment = StorySegment()
    (segment.speakerRole, segment.transcript, segment.at) = (
      .known(.operator), Protected("how can I help?"), second(12)
    )
    var same = segment
    same.transcript = Protected("thanks")
    story.participants = [nurse]
    story.humanSegments = [segment, same]
    scene.tell(story, FieldFaults(["turns[3]: expected an object"]), at: 3)
    #expect(
      scene.words == [
        "caller: hello", "find | succeeded | 900 ms", "state_transition", "agent: a moment",
        "participant_joined", "operator: how can I help?", "caller: thanks", "participant_left",
        "ended: completed 40.0 s",
      ])
    #expect(scene.board.counts.degraded == 1)
    #expect(scene.observation()?.story.faults.count == 1)
    let slowest = scene.facts()?.slowest
    #expect(
      slowest?.tools.map(\.milliseconds) == [900] && slowest?.turns.map(\.milliseconds) == [1_000])
  }

  @Test("has the time of an answer where the AI answered, though it filled the pause before")
  func fillers() {
    var scene = Scene(.started("A"), .ended("A"))
    scene.intend(.follow("A"))
    var filler = StoryTurn.said(
      "why?", "one moment", from: 10, to: 12, tools: [.run("find", "1", 400)])
    filler.fillerType = .known(.working)
    var answer = StoryTurn.said(nil, "because", from: 0, to: 15)
    answer.times.engine = 600
    scene.tell(.telling(filler, answer, .said("ah", nil, from: 20, to: 21)).ended(at: 30), at: 3)
    #expect(
      scene.story() == [
        "caller: why?", "find | succeeded | 400 ms", "agent: one moment | filler working",
        "turn: caller 2000, answer 4000, engine 600, find 400, AI 1000", "agent: because",
        "caller: ah", "ended: completed 30.0 s",
      ])
  }

  @Test("has no time of an answer where an operator spoke in the AI's place, and times in order")
  func operators() {
    var scene = Scene(.started("A"), .ended("A"))
    scene.intend(.follow("A"))
    var operatorTurn = StoryTurn.said(nil, "I take over", from: 0, to: 14)
    operatorTurn.speakerRole = .known(.operator)
    operatorTurn.at = second(16)
    var goesOn = StoryTurn.said(nil, "I'm back", from: 0, to: 24)
    goesOn.at = second(26)
    scene.tell(
      .telling(.said("why?", nil, from: 10, to: 12), operatorTurn, goesOn).ended(at: 30), at: 3)
    #expect(
      scene.story() == [
        "caller: why?", "operator: I take over", "turn: AI 1000", "agent: I'm back",
        "ended: completed 30.0 s",
      ])
    let times = scene.entries().map(\.at)
    #expect(times.dropLast() == times.dropLast().sorted()[...])
  }
}
