import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct OverlayBoxTests {
  @Test func theOverlayScrollsToItsLastLineAndBack() throws {
    let size = Size(width: 44, height: 12)
    let settings = Picture.settings()
    var board = try SampleBoard.one().with(.toggleHelp)
    let last = Dashboard.lastOverlayTop(board.state, settings: settings, size: size)
    #expect(last > 0)
    board.act(.intent(.moveToLast))
    board.act(.frame(Frame(now: SampleBoard.now, lastOverlayTop: last)))
    #expect(Picture.draw(board, size).rows.joined().contains("shown here"))
    board.act(.intent(.moveUp))
    #expect(!Picture.draw(board, size).rows.joined().contains("shown here"))
  }
}
