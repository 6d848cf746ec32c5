import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct HeaderTests {
  @Test(arguments: [
    (ClockStanding.right, nil), (.wrong(seconds: -150), "2m 30s behind"),
    (.wrong(seconds: 2), "2s ahead"), (.disputed(seconds: -90), "in doubt"),
  ])
  func aWrongClockStandsBesideTheClock(standing: ClockStanding, words: String?) throws {
    var board = try SampleBoard.many()
    board.act(.clock(ClockChange(standing, at: SampleBoard.now)))
    let settings = Picture.settings()
    for board in [board, board.onWall()] {
      for width in [80, 120, 200] {
        let size = Size(width: width, height: 40)
        var (painter, framed) = (DashboardPainter(settings), board)
        framed.frame(size: size, settings: settings, at: SampleBoard.now)
        #expect(painter.differences(framed, size: size, settings: settings) == nil)
        // On a wall it stands at the bottom, for those who stand before it.
        let rows = Picture.draw(board, size).rows
        let text = (rows.prefix(4) + rows.suffix(2)).joined(separator: "\n")
        if width >= 120 { #expect(text.contains("this machine's clock") == (words != nil)) }
        #expect(words.map(text.contains) != false, "\(text)")
      }
    }
    let narrow = Picture.draw(board, Size(width: 50, height: 20)).rows[0]
    #expect(narrow.contains("clock ") == (words != nil) && narrow.contains("LIVE"))
  }

  @Test("Without a connection the header says for how long, and the alert is as old as the numbers")
  func withoutConnection() throws {
    for (width, words) in [
      (80, "△ NOT CONNECTED for 6:03  r retries now (in 8 s): could not con"),
      (120, "for 6:03  r retries now (in 8 s): could not connect: connection refused (attempt 3)"),
    ] {
      let canvas = Picture.draw(
        try .lostLater(), Size(width: width, height: 40), at: SampleBoard.ago(-361))
      #expect(canvas.rows[0].contains(words), "\(canvas.rows[0])")
      let line = try #require(canvas.rows.firstIndex { $0.contains("CRITICAL  Caller waiting") })
      #expect(canvas.cell(at: Point(x: 3, y: line))?.role == .stale)
    }
    // That nothing is received is no old news.
    let canvas = Picture.draw(try .unheardAlone(), Size(width: 80, height: 24))
    let line = try #require(canvas.rows.firstIndex { $0.contains("CRITICAL  Nothing received") })
    #expect(canvas.cell(at: Point(x: 3, y: line))?.role == .alert)
  }

  @Test("A wait that counts on without a connection is as bad in the alert as in tile and row")
  func aWaitWithoutConnection() throws {
    var board = try SampleBoard.open(silence: 61)
    try board.call(1, ago: 90)
    try board.escalate(1, ago: 90)
    board.settle()
    board.act(.heard(at: SampleBoard.ago(62)))
    board.act(.frame(Frame(now: SampleBoard.ago(62))))
    board.act(
      .connection(
        ConnectionChange(
          .waiting(until: SampleBoard.ago(-8), attempt: 3, reason: "lost"),
          at: SampleBoard.ago(61))))
    let rows = Picture.draw(board, Size(width: 80, height: 24)).rows
    #expect(rows.contains { $0.contains("▲ 1:30 LONGEST") })
    #expect(rows.contains { $0.contains("▲ WAITING 01:30") })
    #expect(rows.contains { $0.contains("▲ CRITICAL  Caller waiting 1:30") }, "\(rows)")
  }
}

extension SampleBoard {
  /// A busy afternoon whose stream is lost from now on, with alerts.
  fileprivate static func lostLater() throws -> SampleBoard {
    var board = try many()
    board.act(.frame(Frame(now: now)))
    board.act(
      .connection(
        ConnectionChange(
          .waiting(
            until: ago(-369), attempt: 3, reason: "could not connect: connection refused"),
          at: now)))
    return board
  }

  /// Nobody waits, and nothing was received for six minutes.
  fileprivate static func unheardAlone() throws -> SampleBoard {
    var board = try open(silence: 363)
    board.act(
      .connection(
        ConnectionChange(
          .waiting(until: ago(-8), attempt: 3, reason: "lost"), at: ago(363))))
    return board
  }
}
