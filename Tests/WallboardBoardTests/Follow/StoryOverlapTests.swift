import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("What a story tells and what is heard", .inTurn)
struct StoryOverlapTests {
  @Test("stands before what is heard, none of it twice, and the numbers of what is heard stay")
  func standsBefore() {
    var scene = Scene.following()
    scene.observe(.waiting(until: second(11), attempt: 1, reason: "x"), at: 9)
    scene.state.board.observations = [:]
    scene.state.view.panes = []
    scene.intend(.follow("A"))
    scene.observe(.open, at: 10)
    scene.hear(.info("A"), .agent("what is it?"), .user("my knee"), from: 10)
    let numbers = scene.entries().map(\.number)
    let told = CallStory.telling(
      .said("hello", "good day", from: 1, to: 2), .said("it hurts", "what is it?", from: 6, to: 9),
      .said("my knee", "since when?", from: 11, to: 13))
    scene.tell(told, at: 14)
    #expect(
      scene.words == [
        "caller: hello", "agent: good day", "caller: it hurts", "session_info",
        "agent: what is it?", "caller: my knee",
      ])
    #expect(scene.entries().suffix(3).map(\.number) == numbers)
    #expect(scene.observation()?.facts.turns == 5)
    // Told again, it stands there once.
    scene.tell(told, at: 15)
    #expect(scene.words.count == 6)
  }

  /// Whenever the call is opened, and though both clocks differ: each line once, in order.
  @Test("and what is heard are the conversation, line by line", arguments: 0..<24)
  func agree(opening: Int) {
    let turns = (0..<8).map { turn in
      StoryTurn.said(
        BoundedString("question \(turn % 3)"), BoundedString("answer \(turn)"),
        from: Double(turn) * 6, to: Double(turn) * 6 + 2)
    }
    for skew in [-2, 0, 2] as [Int64] {
      var scene = Scene(.started("A"))
      scene.frame(at: -1)
      scene.intend(.open)
      let openedAt = Int64(opening) * 2 + 1
      scene.observe(.open, at: openedAt)
      for (number, turn) in turns.enumerated() {
        let (asked, answered) = (Int64(number) * 6 + 2, Int64(number) * 6 + 4)
        if asked >= openedAt + skew, let words = turn.userTranscript?.shown {
          scene.hear(.user(words), from: asked)
        }
        if answered >= openedAt + skew, let words = turn.agentTranscript?.shown {
          scene.hear(.agent(words), from: answered)
        }
      }
      var story = CallStory()
      (story.startedAt, story.turns) = (second(0), turns)
      scene.tell(story, at: 60)
      let whole = turns.flatMap {
        [
          "caller: \($0.userTranscript?.shown?.string ?? "")",
          "agent: \($0.agentTranscript?.shown?.string ?? "")",
        ]
      }
      #expect(scene.words == whole, "opened at \(openedAt), clocks \(skew) s apart")
    }
  }
}

extension Protected<BoundedString> {
  fileprivate var shown: BoundedString? {
    reveal(Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)).output)
  }
}
