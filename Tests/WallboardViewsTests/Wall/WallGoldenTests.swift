import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct WallGoldenTests {
  private static let small = Size(width: 80, height: 24)
  private static let middle = Size(width: 120, height: 40)
  private static let large = Size(width: 200, height: 60)
  private static let largest = Size(width: 240, height: 67)
  private static let smallest = Size(width: 40, height: 10)

  @Test(arguments: [
    smallest, small, middle, large, largest, Size(width: 300, height: 80),
    Size(width: 80, height: 50), Size(width: 160, height: 24),
  ])
  func busy(size: Size) throws {
    try Golden.expect(Picture.draw(try .busyWall(), size), named: "wall-busy")
  }

  @Test(arguments: [small, middle, large, largest])
  func oneWaits(size: Size) throws {
    try Golden.expect(Picture.draw(try .waiting(1).onWall(), size), named: "wall-one")
  }

  @Test(arguments: [smallest, small, middle, largest])
  func manyWait(size: Size) throws {
    try Golden.expect(Picture.draw(try .waiting(20).onWall(), size), named: "wall-many")
  }

  @Test(arguments: [smallest, small, middle, largest])
  func nobodyWaitsButSomebodyIsNeeded(size: Size) throws {
    try Golden.expect(Picture.draw(try .quiet().needing(2).onWall(), size), named: "wall-needed")
    try Golden.expect(
      Picture.draw(try .waiting(2).needing(3).onWall(), size), named: "wall-needed-below")
  }

  @Test(arguments: [smallest, small, middle, large, largest])
  func quiet(size: Size) throws {
    try Golden.expect(Picture.draw(try .quiet().onWall(), size), named: "wall-quiet")
  }

  @Test(arguments: [small, middle, large, largest, smallest])
  func stale(size: Size) throws {
    try Golden.expect(Picture.draw(try .stale().onWall(), size), named: "wall-stale")
  }

  @Test(arguments: [smallest, small, largest])
  func heartbeatsAreMissing(size: Size) throws {
    try Golden.expect(Picture.draw(try .unheard(for: 61).onWall(), size), named: "wall-unheard")
  }

  @Test(arguments: [small, middle])
  func notConnected(size: Size) throws {
    try Golden.expect(Picture.draw(try .lost(ago: 40).onWall(), size), named: "wall-lost")
    try Golden.expect(Picture.draw(try .refused().onWall(), size), named: "wall-refused")
  }

  @Test func connectingForTheFirstTime() throws {
    let board = SampleBoard().onWall()
    try Golden.expect(Picture.draw(board, Self.small), named: "wall-connecting")
  }

  @Test func aMomentWithoutAConnectionOnlyDims() throws {
    let board = try SampleBoard.lost(ago: 2).onWall()
    try Golden.expect(Picture.draw(board, Self.small), named: "wall-fading")
  }

  @Test(arguments: [small, large])
  func anotherAlert(size: Size) throws {
    try Golden.expect(Picture.draw(try .alarming().onWall(), size), named: "wall-alert")
  }

  @Test(arguments: [Size(width: 80, height: 50), small, middle, large])
  func followed(size: Size) throws {
    let board = try SampleBoard.following([33]).onWall(follow: true)
    try Golden.expect(Picture.draw(board, size), named: "wall-follow")
  }

  @Test(arguments: [small, middle, largest])
  func withoutUnicode(size: Size) throws {
    let settings = Picture.settings(glyphs: .ascii)
    try Golden.expect(Picture.draw(try .busyWall(), size, settings), named: "wall-ascii")
    try Golden.expect(
      Picture.draw(try .stale().onWall(), size, settings), named: "wall-ascii-stale")
    try Golden.expect(
      Picture.draw(try .quiet().onWall(), size, settings), named: "wall-ascii-quiet")
  }

  @Test(arguments: [Self.small, Self.middle])
  func helpLiesAboveTheWall(size: Size) throws {
    let board = try SampleBoard.busyWall().with(.toggleHelp)
    try Golden.expect(Picture.draw(board, size, Picture.wallSettings()), named: "wall-help")
  }

  @Test func theHelpOfAWallEnds() throws {
    let settings = Picture.wallSettings()
    var board = try SampleBoard.busyWall().with(.toggleHelp)
    board.frame(size: Self.small, settings: settings, at: SampleBoard.now)
    board.act(.intent(.moveToLast))
    try Golden.expect(Picture.draw(board, Self.small, settings), named: "wall-help-end")
  }
}
