import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct DrawingTests {
  /// Whatever stands in them, the rows are as wide as the screen and as many as it has.
  private func expectFull(_ canvas: Canvas, _ size: Size) {
    #expect(canvas.size == size && canvas.rows.count == size.height)
    #expect(canvas.rows.allSatisfy { TextLayout.width(of: $0) == size.width }, "\(size)")
  }

  @Test func everySizeIsDrawnInFull() throws {
    let board = try SampleBoard.one()
    for width in [0, 1, 2, 3, 20, 39, 40, 41, 60, 99, 100, 139, 140, 199, 200, 300] {
      for height in [0, 1, 2, 9, 10, 11, 15, 16, 29, 30, 43, 44, 90] {
        let size = Size(width: width, height: height)
        for board in [board, board.with(.toggleHelp), board.with(.toggleZoom, .showDetail)] {
          expectFull(Picture.draw(board, size), size)
        }
      }
    }
  }

  @Test func panesOfEverySizeAreDrawnInFull() throws {
    let board = try SampleBoard.following([7, 14, 21, 9])
    for width in [0, 1, 39, 40, 41, 45, 76, 80, 119, 120, 130, 200, 300] {
      for height in [0, 1, 9, 10, 11, 12, 15, 16, 25, 39, 40, 50, 90] {
        let size = Size(width: width, height: height)
        for board in [
          board.with(.moveUp, .halfPageUp), board.with(.toggleZoom, .search),
          board.with(.focus(.surfaces)),
        ] {
          expectFull(Picture.draw(board, size), size)
        }
      }
    }
  }

  @Test func aBoardThatWasNeverFramedIsDrawn() throws {
    var canvas = Canvas(size: Size(width: 80, height: 24))
    Dashboard.draw(try SampleBoard.many().state, settings: Picture.settings(), into: &canvas)
    #expect(canvas.rows.count == 24)
  }

  @Test func onlyTheClockMovesOnAQuietBoard() throws {
    var board = try SampleBoard.open(silence: 2)
    try board.register(count: 14)
    for index in 1...60 { try board.surface(index, ago: Int64(2_900 - 47 * index)) }
    board.settle()
    let size = Size(width: 160, height: 50)
    let first = Picture.draw(board, size)
    let second = Picture.draw(board, size, at: SampleBoard.now.advanced(milliseconds: 1_000))
    let changed = zip(first.rows, second.rows).filter { $0 != $1 }
    #expect(changed.count == 1)
    #expect(changed.first?.0.hasSuffix("14:03:21 ") == true)
  }
}

@Suite(.inTurn)
struct PainterTests {
  private static let sizes = [
    (160, 50), (160, 50), (120, 40), (80, 24), (240, 60), (40, 10), (9, 3),
  ]

  @Test(arguments: zip([1, 6, 3, 4] as [UInt64], [PrivacyMode.desk, .open, .open, .desk]))
  func whatWasPaintedIsWhatWouldBeDrawnFromNothing(seed: UInt64, mode: PrivacyMode) throws {
    var day = RandomDay(seed: seed)
    var settings = Picture.settings(glyphs: seed % 2 == 0 ? .ascii : .unicode)
    var painter = DashboardPainter(settings)
    var board = SampleBoard().seen(mode)
    var size = Size(width: 160, height: 50)
    var mostPanes = 0
    for number in 0..<400 {
      for _ in 0..<day.pick([0, 1, 2, 7]) { board.act(try day.input()) }
      if day.chance(0.01) {
        let (width, height) = day.pick(Self.sizes)
        size = Size(width: width, height: height)
      }
      if day.chance(0.02) { settings.utcOffset = day.pick([0, 3_600]) }
      let now = day.pass()
      mostPanes = max(mostPanes, board.state.view.panes.count)
      let places = painter.panePositions(board.state, size: size, utcOffset: settings.utcOffset)
      #expect(places == Dashboard.panePositions(board.state, settings: settings, size: size))
      board.frame(size: size, settings: settings, at: now)
      if let rows = painter.differences(board, size: size, settings: settings) {
        Issue.record("seed \(seed), frame \(number): \(rows)")
        return
      }
    }
    #expect(mostPanes > 1)
  }

  /// A recording that is played, paused and looked at from other moments, often of the same second and
  /// with the same revisions.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func ofARecordingToo(seed: UInt64) throws {
    var day = RandomDay(seed: seed)
    let settings = Picture.replaySettings()
    var painter = DashboardPainter(settings)
    var board = SampleBoard().seen(.open).recorded()
    if seed % 3 == 0 { board = board.onWall() }
    var saved: [Board] = []
    let size = Size(width: 160, height: 50)
    for number in 0..<300 {
      for _ in 0..<day.pick([0, 1, 2, 7]) { board.act(try day.recordedAction()) }
      var now = day.pass()
      if day.chance(0.3) { saved = saved.suffix(5) + [board.state.board] }
      if !saved.isEmpty, day.chance(0.15) {
        let past = day.pick(saved)
        board.act(.restored(past))
        now = past.now
      }
      if var playback = board.state.view.playback, day.chance(0.5) {
        playback.position = now
        playback.isPlaying.toggle()
        board.act(.playback(playback))
      }
      let places = painter.panePositions(board.state, size: size, utcOffset: 0)
      #expect(places == Dashboard.panePositions(board.state, settings: settings, size: size))
      board.frame(size: size, settings: settings, at: now, personNow: day.now)
      if let rows = painter.differences(board, size: size, settings: settings) {
        Issue.record("seed \(seed), frame \(number): \(rows)")
        return
      }
    }
  }

  /// Found by fuzzing: the words were drawn over those that stood there.
  @Test func whatAFilterHidesIsToldAnewInTheSameSecond() throws {
    var board = try SampleBoard.open()
    for intent in [Intent.focus(.calls), .filter, .paste("nobody"), .open] {
      board.act(.intent(intent))
    }
    var painter = DashboardPainter(Picture.settings())
    let size = Size(width: 100, height: 30)
    for number in 0..<3 {
      let json = #"{"call_sid":"CA\#(number)","direction":"inbound","service_id":"s"}"#
      if number > 0 { try board.event("call.started", json, ago: 3) }
      board.settle()
      board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
      #expect(painter.differences(board, size: size, settings: Picture.settings()) == nil)
    }
  }

  @Test func aFrameOfNothingNewIsTheSameCanvas() throws {
    let board = try SampleBoard.many()
    var painter = DashboardPainter(Picture.settings())
    let size = Size(width: 160, height: 50)
    let first = painter.draw(board.state, size: size, utcOffset: 0)
    #expect(painter.draw(board.state, size: size, utcOffset: 0) == first)
  }
}
