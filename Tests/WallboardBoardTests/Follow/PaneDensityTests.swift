import DequeModule
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct PaneDensityTests {
  private var scene = Scene.following("A")

  /// The time line in words, as far as it is shown.
  private func story(at density: PaneDensity) -> [String] {
    scene.entries().filter { $0.isShown(at: density) }.map(\.story)
  }

  @Test mutating func theKeyShowsMoreAndMoreAndThenWordsAlone() {
    #expect(scene.state.view.density == .normal)
    for (density, notice) in [
      (PaneDensity.everything, "Everything"), (.words, "Words only"), (.normal, "Normal"),
    ] {
      scene.intend(.changeDensity)
      #expect(scene.state.view.density == density)
      #expect(scene.state.view.notice?.text.hasPrefix(notice) == true)
    }
  }

  @Test mutating func whatIsNotSaidIsShownWhereItMatters() {
    scene.hear(
      .user("hello"), .latency(800), .moved(from: "greeting", to: "triage"),
      .emotion("calm", .improving), .emotion("angry", .deteriorating), .joined("p"),
      .toolStarted("find", "1"), .speakerMuted(SpeakerMuted(muted: true)),
      .speakerMuted(SpeakerMuted(muted: false)))
    scene.interruptObserver(from: 20, to: 30)
    let words = ["caller: hello", "find | running", "gap of 10 s", "speaker_muted"]
    let turn = "turn: answer 800, engine 1, navigation 1, rendering 1, audio 1"
    let normal = words + ["emotion", "participant_joined", "speaker_muted", turn]
    let everything = normal + ["emotion", "state_transition"]
    #expect(story(at: .words).sorted() == words.sorted())
    #expect(story(at: .normal).sorted() == normal.sorted())
    #expect(story(at: .everything).sorted() == everything.sorted())
    #expect(story(at: .everything) == scene.story(), "in the order of their coming")
  }

  @Test mutating func whatIsHiddenIsNotCountedAsNew() {
    scene.hear(.user("0"))
    scene.intend(.moveUp)
    scene.hear(
      .user("1"), .emotion("calm", .improving), .emotion("glad", .improving), .user("2"), from: 2)
    let timeline = scene.observation()?.timeline
    let first = scene.state.view.pane?.firstUnseen ?? 0
    #expect(timeline?.count(from: first, at: .normal) == 2)
    #expect(timeline?.count(from: first, at: .everything) == 4)
  }

  @Test mutating func theNewestLineIsTheNewestThatIsShown() {
    scene.hear(.user("0"), .emotion("calm", .improving))
    #expect(scene.act(.intent(.copyLine)) == [.copy(.line("A", 0))])
    scene.intend(.changeDensity)
    #expect(scene.act(.intent(.copyLine)) == [.copy(.line("A", 1))])
  }
}
