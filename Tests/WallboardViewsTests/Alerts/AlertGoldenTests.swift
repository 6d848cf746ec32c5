import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct AlertGoldenTests {
  private static let small = Size(width: 80, height: 24)
  private static let middle = Size(width: 120, height: 40)
  private static let large = Size(width: 200, height: 60)
  private static let smallest = DashboardLayout.smallestSize

  @Test(arguments: [small, middle, large, smallest])
  func theAlerts(size: Size) throws {
    let board = try SampleBoard.alarming().with(.focus(.alerts))
    try Golden.expect(Picture.draw(board, size), named: "alerts")
  }

  @Test(arguments: [small, middle])
  func zoomed(size: Size) throws {
    let board = try SampleBoard.alarming().with(.focus(.alerts), .toggleZoom)
    try Golden.expect(Picture.draw(board, size), named: "alerts-zoomed")
  }

  @Test func withoutUnicode() throws {
    let board = try SampleBoard.alarming().with(.focus(.alerts))
    let settings = Picture.settings(glyphs: .ascii)
    try Golden.expect(Picture.draw(board, Self.middle, settings), named: "alerts-ascii")
  }

  @Test func onAWall() throws {
    let board = try SampleBoard.alarming().with(.focus(.alerts)).seen(.wall)
    try Golden.expect(Picture.draw(board, Self.middle), named: "alerts-wall")
  }

  @Test(arguments: [small, smallest])
  func noneYet(size: Size) throws {
    let board = try SampleBoard.open().with(.focus(.alerts))
    try Golden.expect(Picture.draw(board, size), named: "alerts-none")
  }

  @Test(arguments: [small, middle])
  func allAcknowledged(size: Size) throws {
    var board = try SampleBoard.alarming()
    while board.state.board.alerts.unacknowledged > 0 { board = board.with(.acknowledge) }
    try Golden.expect(Picture.draw(board, size), named: "alerts-acknowledged")
  }

  @Test(arguments: [small, middle, smallest])
  func theDetailOfAnAlert(size: Size) throws {
    let board = try SampleBoard.alarming().with(.focus(.alerts), .showDetail)
    try Golden.expect(Picture.draw(board, size), named: "alerts-detail")
  }

  @Test func theDetailOfOneThatIsOver() throws {
    var board = try SampleBoard.alarming().with(.focus(.alerts), .toggleZoom)
    board.frame(size: Self.middle, settings: Picture.settings(), at: SampleBoard.now)
    board = board.with(.moveToLast, .showDetail)
    try Golden.expect(Picture.draw(board, Self.middle), named: "alerts-detail-over")
  }

  @Test func everyKindHasItsWords() throws {
    let board = try SampleBoard.everyAlert().with(.focus(.alerts), .toggleZoom)
    try Golden.expect(Picture.draw(board, Self.middle), named: "alerts-kinds")
  }

  @Test(arguments: [small, middle, smallest])
  func whatHappenedMeanwhile(size: Size) throws {
    var board = try SampleBoard.alarming()
    try board.answer(22, by: 10, ago: -240)
    try board.end(3, ago: -300)
    board.settle()
    board.act(.frame(Frame(now: SampleBoard.ago(-310))))
    try Golden.expect(Picture.draw(board.with(.moveDown), size), named: "digest")
  }
}
