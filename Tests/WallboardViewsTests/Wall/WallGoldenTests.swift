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

  @Test(arguments: [small, middle, large], [0, 1, 2])
  func busy(size: Size, page: Int) throws {
    let name = "wall-busy-\(page + 1)"
    try Golden.expect(Picture.draw(try .busyWall(page: page), size), named: name)
  }

  @Test func theFollowedCallHasAPageWhereThereIsNoOtherRoom() throws {
    try Golden.expect(Picture.draw(try .busyWall(page: 3), Self.small), named: "wall-busy-4")
  }

  @Test(arguments: [
    Size(width: 240, height: 60), Size(width: 80, height: 50), Size(width: 160, height: 24),
    Size(width: 40, height: 10),
  ])
  func ofOtherSizes(size: Size) throws {
    try Golden.expect(Picture.draw(try .busyWall(), size), named: "wall-busy-1")
  }

  @Test(arguments: [small, middle, large])
  func quiet(size: Size) throws {
    try Golden.expect(Picture.draw(try .quiet().onWall(), size), named: "wall-quiet")
  }

  @Test func quietWithoutADirector() throws {
    let board = try SampleBoard.quiet().onWall(page: 2, director: false)
    try Golden.expect(Picture.draw(board, Self.middle), named: "wall-quiet-3")
  }

  @Test(arguments: [small, middle, large, Size(width: 40, height: 10)])
  func stale(size: Size) throws {
    try Golden.expect(Picture.draw(try .stale().onWall(), size), named: "wall-stale")
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

  @Test(arguments: [small, middle])
  func pinned(size: Size) throws {
    let board = try SampleBoard.busyWall(page: 1).with(.togglePin)
    try Golden.expect(Picture.draw(board, size), named: "wall-pinned")
  }

  @Test(arguments: [small, middle])
  func withoutUnicode(size: Size) throws {
    let settings = Picture.settings(glyphs: .ascii)
    try Golden.expect(Picture.draw(try .busyWall(), size, settings), named: "wall-ascii")
    try Golden.expect(
      Picture.draw(try .stale().onWall(), size, settings), named: "wall-ascii-stale")
    try Golden.expect(
      Picture.draw(try .quiet().onWall(), size, settings), named: "wall-ascii-quiet")
  }

  @Test func helpLiesAboveTheWall() throws {
    let board = try SampleBoard.busyWall().with(.toggleHelp)
    try Golden.expect(Picture.draw(board, Self.middle), named: "wall-help")
  }
}
