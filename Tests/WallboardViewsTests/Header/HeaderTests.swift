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
}
