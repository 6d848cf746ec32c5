import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

@Suite(.inTurn)
struct ReplayGoldenTests {
  private static let small = Size(width: 80, height: 24)
  private static let middle = Size(width: 120, height: 40)
  private static let smallest = DashboardLayout.smallestSize

  @Test(arguments: [small, middle, smallest])
  func board(size: Size) throws {
    try Golden.expect(Picture.replay(try .many().recorded(), size), named: "replay")
  }

  @Test func withoutUnicode() throws {
    let canvas = Picture.replay(try .many().recorded(), Self.small, glyphs: .ascii)
    try Golden.expect(canvas, named: "replay-ascii")
  }

  @Test func onTheConsoleOfLinux() throws {
    let canvas = Picture.replay(try .many().recorded(), Self.small, glyphs: .console)
    try Golden.expect(canvas, named: "replay-console")
  }

  @Test(arguments: [small, smallest])
  func staleThen(size: Size) throws {
    try Golden.expect(Picture.replay(try .stale().recorded(), size), named: "replay-stale")
  }

  @Test(arguments: [small, smallest])
  func waitingThen(size: Size) throws {
    let canvas = Picture.replay(try .retrying().recorded(), size)
    try Golden.expect(canvas, named: "replay-retrying")
  }

  @Test(arguments: [small, middle])
  func onAWall(size: Size) throws {
    try Golden.expect(Picture.replay(try .quiet().recorded().onWall(), size), named: "replay-wall")
  }

  @Test func paneOfACallThatWasNotFollowedThen() throws {
    var board = try SampleBoard.following().recorded()
    board.act(.following(SampleBoard.call(21), isOn: false, at: SampleBoard.now))
    try Golden.expect(Picture.replay(board, Self.middle), named: "replay-unheard")
  }

  @Test func aTimeIsTyped() throws {
    var board = try SampleBoard.one().recorded().with(.beginSeek)
    try Golden.expect(Picture.replay(board, Self.small), named: "replay-seek")
    for letter in "+5m" { board.act(.intent(.typed(letter))) }
    try Golden.expect(Picture.replay(board, Self.small), named: "replay-seek-typed")
    for letter in "in" { board.act(.intent(.typed(letter))) }
    board.act(.intent(.open))
    try Golden.expect(Picture.replay(board, Self.small), named: "replay-seek-problem")
  }

  @Test func help() throws {
    var board = try SampleBoard.one().recorded().with(.toggleHelp)
    board.frame(size: Self.middle, settings: Picture.replaySettings(), at: SampleBoard.now)
    board.act(.intent(.pageDown))
    try Golden.expect(Picture.replay(board, Self.middle), named: "replay-help")
  }

  @Test(arguments: [small, middle, smallest])
  func moments(size: Size) throws {
    let board = try SampleBoard.many().recorded().with(.toggleMoments)
    try Golden.expect(Picture.replay(board, size), named: "moments")
  }

  @Test func momentsThatPass() throws {
    var board = try SampleBoard.many().recorded().with(.toggleMoments, .filter)
    for letter in "waited renewals" { board.act(.intent(.typed(letter))) }
    try Golden.expect(Picture.replay(board, Self.small), named: "moments-filtered")
    for letter in " nobody" { board.act(.intent(.typed(letter))) }
    try Golden.expect(Picture.replay(board, Self.small), named: "moments-nothing-passes")
  }

  @Test func momentsInAscii() throws {
    let board = try SampleBoard.many().recorded { $0.indexedUntil = nil }.with(.toggleMoments)
    try Golden.expect(
      Picture.replay(board, Self.small, glyphs: .ascii), named: "moments-ascii")
  }

  @Test func momentsOfSeveralDaysOnAWall() throws {
    let board = try SampleBoard.quiet().recorded(length: 200_000).onWall().with(.toggleMoments)
    try Golden.expect(Picture.replay(board, Self.middle), named: "moments-wall")
  }

  @Test func noMoments() throws {
    let board = try SampleBoard.quiet().recorded {
      $0.marks = []
      $0.indexedUntil = nil
    }.with(.toggleMoments)
    try Golden.expect(Picture.replay(board, Self.small), named: "moments-none")
  }

  /// A day's worth of trouble in an hour.
  @Test(arguments: [80, 120, 200])
  func busyBar(width: Int) throws {
    let start = SampleBoard.ago(1_800)
    var playback = Playback(start: start, end: start.advanced(seconds: 3_600))
    playback.position = SampleBoard.now
    for index in 0..<90 {
      let time = start.advanced(seconds: Double(index * index % 3_600))
      var mark = PlaybackMark(
        index % 19 == 4
          ? .gap : index % 23 == 7 ? .bookmark : index % 2 == 0 ? .escalation : .alert,
        at: time)
      mark.severity = [.warning, nil, .critical][index % 3]
      playback.marks.append(mark)
      playback.marks.append(PlaybackMark(.problem, at: time.advanced(seconds: 77)))
    }
    var state = WallboardState(.test)
    state.view.playback = playback
    let context = FrameContext(state, Picture.replaySettings())
    var canvas = Canvas(size: Size(width: width, height: 1))
    SeekBarMaker(context: context).bar(width: width)?.draw(in: canvas.bounds, on: &canvas)
    try Golden.expect(canvas, named: "seek-bar")
  }
}
