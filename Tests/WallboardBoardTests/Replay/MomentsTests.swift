import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// The list of a recording's moments, and going to one.
struct MomentsTests {
  private static let caller: PersonalIdentifier = "+15550100"

  /// A recording of two hours that stands at second 1000.
  private func scene(_ marks: [PlaybackMark] = marks) -> Scene {
    var scene = Scene()
    scene.state.settings.isReplay = true
    scene.tell(.started("A", caller: Self.caller), at: 0)
    scene.tell(.started("B"), at: 1)
    var playback = Playback(start: second(0), end: second(7_200))
    playback.position = second(1_000)
    playback.marks = marks
    scene.act(.playback(playback))
    scene.frame(at: 1_000)
    return scene
  }

  private static let marks: [PlaybackMark] = {
    var long = PlaybackMark(.escalation, at: second(100), .wait(wait("A", 300, "Renewals")))
    long.severity = .critical
    let short = PlaybackMark(.escalation, at: second(900), .wait(wait("B", 10, "Scheduling")))
    let judged = PlaybackMark(alert)
    return [
      long, PlaybackMark(.problem, at: second(899)), short, PlaybackMark(.gap, at: second(2_000)),
      judged, PlaybackMark(.bookmark, at: second(4_000)),
    ]
  }()

  private static let alert = Alert(
    number: 7, key: AlertKey(.callTooLong, .call("B")), severity: .warning, value: 60,
    since: second(2_500), raisedAt: second(3_000))

  private static func wait(
    _ call: CallSID, _ seconds: Int64, _ service: BoundedString
  ) -> CallerWait {
    var wait = CallerWait(call, requestedAt: second(0))
    (wait.waited, wait.end, wait.service) = (seconds, .answered, service)
    wait.caller = Protected(caller)
    return wait
  }

  private func type(_ text: String, in scene: inout Scene) {
    scene.intend(.filter)
    for letter in text { scene.intend(.typed(letter)) }
  }

  /// What would be gone to, in seconds.
  private func chosen(_ scene: Scene) -> Int64? {
    scene.state.view.moments.mark(at: scene.state.view.overlayIndex)?.at.seconds(since: second(0))
  }

  @Test func theListOpensAtTheNearestMoment() {
    var scene = scene()
    scene.intend(.toggleMoments)
    #expect(scene.state.view.overlay == .moments)
    #expect(scene.state.view.moments.rows == [0, 2, 3, 4, 5], "a single failure is not listed")
    #expect(chosen(scene) == 900)
    scene.intend(.moveDown)
    #expect(chosen(scene) == 2_000)
    scene.intend(.moveToLast, .moveDown)
    #expect(chosen(scene) == 4_000)
    scene.intend(.toggleMoments)
    #expect(scene.state.view.overlay == nil && scene.state.view.moments == MomentList())
  }

  @Test func aLiveBoardHasNone() {
    var scene = Scene(.started("A"))
    scene.intend(.toggleMoments)
    #expect(scene.state.view.overlay == nil)
  }

  @Test func enterGoesThereAndSelectsTheCall() {
    var scene = scene()
    scene.intend(.focus(.operators), .toggleMoments)
    #expect(scene.act(.intent(.open)) == [.playback(.seek(second(900)))])
    #expect(scene.state.view.overlay == nil)
    // The board stands where it stood, and then somewhere on the way.
    scene.frame(at: 1_000)
    #expect(scene.state.view.focus == .operators)
    arrive(at: 400, in: &scene)
    #expect(scene.state.view.focus == .operators)
    arrive(at: 900, in: &scene)
    #expect(scene.state.view.focus == .calls)
    #expect(scene.state.view.panels[.calls]?.current == .call("B"))
    // Once only.
    scene.intend(.focus(.operators))
    arrive(at: 900, in: &scene)
    #expect(scene.state.view.focus == .operators)
  }

  /// The recording stands at that second.
  private func arrive(at seconds: Int64, in scene: inout Scene) {
    scene.act(.restored(scene.board))
    if var playback = scene.state.view.playback {
      playback.position = second(seconds)
      scene.act(.playback(playback))
    }
    scene.frame(at: seconds)
  }

  @Test func whoGoesElsewhereIsNotTakenBack() {
    var scene = scene()
    scene.intend(.toggleMoments, .open, .focus(.operators), .playback(.skip(seconds: 60)))
    arrive(at: 1_060, in: &scene)
    #expect(scene.state.view.focus == .operators)
  }

  @Test func aFilterThatHidesItGoes() {
    var scene = scene()
    scene.intend(.filter)
    for letter in "nobody" { scene.intend(.typed(letter)) }
    scene.intend(.open, .toggleMoments, .open)
    arrive(at: 900, in: &scene)
    #expect(scene.state.view.panels[.calls]?.filter == nil)
    #expect(scene.state.view.focus == .calls)
  }

  private static let sought: [(String, [Int64]?)] = [
    ("renewals", [100]), ("severity:critical", [100]), ("severity>=warning", [100, 3_000]),
    ("kind:gap or kind:bookmark", [2_000, 4_000]), ("wait>1m", [100]), ("wait<1m", [900]),
    ("-alert kind:alert", []), ("long", [3_000]), ("waited -scheduling", [100]), ("", nil),
    ("kind:", nil), ("kind:waiting", [100, 900]), ("kind=\"caller waiting\"", [100, 900]),
    ("kind:escalation", [100, 900]), ("kind=alert", [3_000]), ("waiting", [100, 900]),
  ]

  @Test(arguments: sought)
  func filters(text: String, seconds: [Int64]?) {
    var scene = scene()
    scene.intend(.toggleMoments)
    type(text, in: &scene)
    let found = scene.state.view.moments.rows.map { Self.marks[$0].at.seconds(since: second(0)) }
    #expect(found == seconds ?? [100, 900, 2_000, 3_000, 4_000])
  }

  @Test func whatIsTypedLeadsThereAtOnce() {
    var scene = scene()
    scene.intend(.toggleMoments)
    type("escalation", in: &scene)
    #expect(chosen(scene) == 900)
    scene.intend(.nextChoice(-1))
    #expect(chosen(scene) == 100)
    #expect(scene.act(.intent(.open)) == [.playback(.seek(second(100)))])
    #expect(scene.state.view.prompt == nil && scene.state.view.overlay == nil)
  }

  @Test func whatFindsNothingCanBeMendedAndGivenUp() {
    var scene = scene()
    scene.intend(.toggleMoments)
    type("nosuch:x", in: &scene)
    let problem = scene.state.view.prompt?.problem
    #expect(problem == "Unknown field: nosuch; try kind, severity, wait")
    scene.intend(.eraseAll)
    for letter in "severity:critcal" { scene.intend(.typed(letter)) }
    #expect(
      scene.state.view.prompt?.problem == "No severity has “critcal”: did you mean critical?")
    scene.intend(.eraseAll)
    type("xyzzy", in: &scene)
    #expect(scene.state.view.moments.rows.isEmpty && scene.act(.intent(.open)) == [])
    #expect(scene.state.view.prompt != nil)
    #expect(scene.state.view.notice?.text == "No moment passes the filter")
    scene.intend(.back)
    #expect(scene.state.view.overlay == .moments && scene.state.view.moments.rows.count == 5)
    scene.intend(.back)
    #expect(scene.state.view.overlay == nil)
  }

  @Test func nothingIsFoundThatIsNotShown() {
    var scene = scene()
    scene.state.view.playback?.isMasked = false
    scene.intend(.toggleMoments)
    type("15550100", in: &scene)
    #expect(scene.state.view.moments.rows.isEmpty)
    scene.intend(.showIdentifiers)
    scene.frame(at: 1_000)
    #expect(scene.state.view.moments.rows.count == 2)
    scene.intend(.showIdentifiers)
    scene.frame(at: 1_000)
    #expect(scene.state.view.moments.rows.isEmpty)
  }

  @Test func momentsThatArriveLeaveTheCursorWhereItIs() {
    var scene = scene(Array(Self.marks.prefix(3)))
    scene.intend(.toggleMoments)
    #expect(chosen(scene) == 900 && scene.state.view.moments.rows.count == 2)
    var playback = scene.state.view.playback ?? Playback(start: second(0), end: second(1))
    playback.marks = [PlaybackMark(.bookmark, at: second(50))] + Self.marks
    scene.act(.playback(playback))
    scene.frame(at: 1_000)
    #expect(chosen(scene) == 900 && scene.state.view.moments.rows.count == 6)
  }

  @Test func enterOnAnAlertOfARecordingGoesToWhenItWasRaised() {
    var scene = Scene.judging(.callTooLong)
    scene.state.settings.alerts.rules[.callTooLong] = AlertRule(warning: 10, critical: nil)
    scene.tell(.started("B"), at: 1)
    scene.tell(.started("A"), at: 2)
    scene.pass(1...20)
    let then = scene.board
    scene.tell(.ended("B"), at: 30)
    scene.pass(21...50)
    scene.state.settings.isReplay = true
    var playback = Playback(start: second(0), end: second(100))
    playback.position = second(50)
    scene.act(.playback(playback))
    // That of B is over.
    scene.intend(.focus(.alerts), .moveToLast)
    scene.frame(at: 50)
    let alert = then.alerts.ranked.first { $0.key.subject == .call("B") }
    #expect(alert?.raisedAt == second(11))
    #expect(scene.act(.intent(.open)) == [.playback(.seek(second(11)))])
    #expect(scene.state.view.panes.isEmpty && scene.state.view.overlay == nil)
    scene.act(.restored(then))
    playback.position = second(11)
    scene.act(.playback(playback))
    scene.frame(at: 11)
    #expect(scene.state.view.focus == .calls)
    #expect(scene.state.view.panels[.calls]?.current == .call("B"))
  }

  @Test func anAlertOfNoOneThingIsSelectedItself() {
    var scene = Scene.judging(.pipelineError)
    for _ in 0..<3 { scene.tell(.pipelineError("one"), at: 1) }
    scene.pass(2...3)
    scene.state.settings.isReplay = true
    scene.act(.playback(Playback(start: second(0), end: second(100))))
    scene.intend(.focus(.alerts))
    #expect(scene.act(.intent(.open)) == [.playback(.seek(second(2)))])
    arrive(at: 2, in: &scene)
    #expect(scene.state.view.focus == .alerts)
    #expect(scene.state.view.panels[.alerts]?.current == .alert(0))
  }
}
