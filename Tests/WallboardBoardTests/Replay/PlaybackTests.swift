import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// How a board behaves that shows a recording.
struct ReplayTests {
  private func scene(_ events: WorkspaceEvent...) -> Scene {
    var scene = Scene()
    scene.state.settings.isReplay = true
    for (index, event) in events.enumerated() { scene.tell(event, at: Int64(index)) }
    var playback = Playback(start: second(0), end: second(7_200))
    playback.isMasked = false
    scene.act(.playback(playback))
    scene.frame(at: 10)
    return scene
  }

  /// A frame at a recorded moment, while so many seconds have passed for the person.
  private func frame(_ scene: inout Scene, at seconds: Int64, person: Int64) {
    let visible = Dictionary(uniqueKeysWithValues: Panel.allCases.map { ($0, 10) })
    scene.act(
      .frame(
        Frame(now: second(seconds), personNow: second(1_000_000 + person), visibleRows: visible)))
  }

  private func type(_ text: String, in scene: inout Scene) -> [Effect] {
    scene.intend(.beginSeek)
    for letter in text { scene.intend(.typed(letter)) }
    return scene.act(.intent(.open))
  }

  @Test func commandsGoToTheShell() {
    var scene = scene()
    for command in [PlaybackCommand.togglePlaying, .step(-1), .jump(.gap, forward: true)] {
      #expect(scene.act(.intent(.playback(command))) == [.playback(command)])
    }
    #expect(scene.act(.intent(.bookmark)) == [.bookmark])
  }

  @Test func aTimeThatIsTypedIsGoneTo() {
    var scene = scene()
    #expect(type("+1m", in: &scene) == [.playback(.seek(second(60)))])
    #expect(scene.state.view.prompt == nil)
    var playback = Playback(start: second(0), end: second(7_200))
    // At 21:30 clocks are put back by an hour.
    let change = UTCOffsets.Change(at: second(3_400), to: 0)
    playback.offsets = UTCOffsets(3_600, changes: [change])
    scene.act(.playback(playback))
    #expect(type("20:34", in: &scene) == [.playback(.seek(second(40)))])
    #expect(scene.state.view.notice?.text == "20:34:00 comes twice: this is the first")
    #expect(type("21:31", in: &scene) == [.playback(.seek(second(7_060)))])
    #expect(type("", in: &scene) == [] && scene.state.view.prompt == nil)
  }

  @Test func whatCannotBeGoneToIsToldAndCanBeMended() {
    var scene = scene()
    #expect(type("12:00", in: &scene) == [])
    #expect(scene.state.view.prompt?.text == "12:00")
    #expect(scene.state.view.prompt?.problem == "recorded from 19:33:20 to 21:33:20")
    scene.intend(.eraseAll)
    #expect(scene.state.view.prompt?.problem == nil)
    scene.intend(.typed("x"), .open)
    #expect(scene.state.view.prompt?.problem?.contains("+5m") == true)
    scene.intend(.back)
    #expect(scene.state.view.prompt == nil)
  }

  @Test func aLiveBoardHasNoTimeToGoTo() {
    var scene = Scene()
    scene.intend(.beginSeek)
    #expect(scene.state.view.prompt == nil)
  }

  @Test func noticesAndIdentifiersGoByThePersonsClock() {
    var scene = scene()
    frame(&scene, at: 10, person: 0)
    scene.intend(.copyID, .showIdentifiers)
    frame(&scene, at: 4_000, person: 3)
    #expect(scene.state.view.notice != nil && scene.state.view.identifiersShownUntil != nil)
    frame(&scene, at: 20, person: 5)
    #expect(scene.state.view.notice == nil && scene.state.view.identifiersShownUntil != nil)
    frame(&scene, at: 20, person: 29)
    #expect(scene.state.view.identifiersShownUntil != nil)
    frame(&scene, at: 20, person: 30)
    #expect(scene.state.view.identifiersShownUntil == nil)
  }

  @Test func whatWasRecordedMaskedCannotBeShown() {
    var scene = scene()
    scene.act(.playback(Playback(start: second(0), end: second(9))))
    scene.intend(.showIdentifiers)
    #expect(scene.state.view.identifiersShownUntil == nil)
    #expect(scene.state.view.notice?.text.contains("masked") == true)
  }

  @Test func nobodyWasAway() {
    var scene = scene(.started("A"))
    scene.intend(.moveDown)
    scene.tell(.started("B"), at: 20)
    scene.act(.passed(to: second(6_000), utcOffset: 0))
    frame(&scene, at: 6_000, person: 6_000)
    scene.intend(.moveDown)
    #expect(scene.state.view.overlay == nil && scene.state.view.digest == nil)
  }

  @Test func timeThatGoesBackShowsWhatWasThen() {
    var scene = scene(.started("A"), .started("B"))
    let past = scene.board
    scene.tell(.ended("A"), at: 30)
    scene.tell(.started("C"), at: 31)
    scene.frame(at: 32)
    scene.intend(.focus(.calls), .moveToLast)
    let rows = scene.state.view.panels[.calls]?.rows
    scene.act(.restored(past))
    scene.frame(at: 10)
    #expect(scene.state.view.panels[.calls]?.rows == [.call("A"), .call("B")])
    #expect(scene.state.view.panels[.calls]?.current != nil)
    #expect(scene.state.view.panels[.activity]?.rows == past.rows(of: .activity))
    #expect(rows != scene.state.view.panels[.calls]?.rows)
  }

  @Test func whatIsPlayedAgainIsNoDuplicate() {
    var scene = scene(.started("A"))
    let past = scene.board
    let event = scene.tell(.started("B"), at: 30)
    scene.act(.restored(past))
    scene.act(.received(event))
    #expect(scene.board.calls["B"] != nil && scene.board.counts.duplicates == 0)
  }

  @Test func aPaneWaitsWhileItsCallIsNotFollowed() {
    var scene = scene(.started("A"))
    let past = scene.board
    #expect(scene.act(.intent(.open)) == [] && scene.state.view.panes.isEmpty)
    scene.act(.following("A", isOn: true, at: second(20)))
    let followed = scene.board
    scene.intend(.open)
    #expect(scene.state.view.panes.map(\.callSID) == ["A"])
    scene.act(.restored(past))
    scene.frame(at: 10)
    scene.intend(.moveUp, .search, .typed("x"), .open, .nextMatch, .copyLine, .showDetail, .back)
    #expect(scene.state.view.panes.map(\.callSID) == ["A"])
    #expect(scene.state.view.panes.first?.moves == [])
    scene.act(.restored(followed))
    scene.frame(at: 20)
    #expect(scene.state.shownObservation(of: "A") != nil)
    #expect(scene.act(.intent(.back)) == [] && scene.state.view.panes.isEmpty)
    #expect(scene.board.observations["A"] != nil)
    #expect(scene.act(.intent(.quit)) == [.quit])
  }

  @Test func aWallFollowsOnlyWhatWasFollowed() {
    var state = Scene()
    var settings = BoardSettings.test
    settings.wall = WallSettings(follow: true)
    settings.isReplay = true
    state.state = WallboardState(settings)
    state.open(at: 0)
    for call in ["A", "B"] as [CallSID] { state.tell(.started(call), at: 1) }
    state.act(.heard(at: second(2)))
    frame(&state, at: 2, person: 0)
    #expect(state.state.view.panes.isEmpty && state.state.view.notice == nil)
    let past = state.board
    state.act(.following("B", isOn: true, at: second(3)))
    frame(&state, at: 3, person: 1)
    #expect(state.state.view.panes.map(\.callSID) == ["B"])
    state.act(.restored(past))
    for person in 2..<12 as Range<Int64> { frame(&state, at: 2, person: person) }
    #expect(state.state.view.panes.isEmpty)
  }
}
