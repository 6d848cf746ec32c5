import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct GoldenTests {
  private static let small = Size(width: 80, height: 24)
  private static let middle = Size(width: 120, height: 40)
  private static let large = Size(width: 160, height: 50)
  private static let smallest = DashboardLayout.smallestSize

  @Test(arguments: [
    small, middle, smallest, Size(width: 20, height: 4), Size(width: 1, height: 1),
  ])
  func empty(size: Size) throws {
    try Golden.expect(Picture.draw(SampleBoard(), size), named: "empty")
  }

  @Test(arguments: [small, middle])
  func one(size: Size) throws {
    try Golden.expect(Picture.draw(try .one(), size), named: "one")
  }

  @Test(arguments: [
    small, middle, large, smallest, Size(width: 240, height: 60), Size(width: 80, height: 50),
    Size(width: 140, height: 24),
  ])
  func many(size: Size) throws {
    try Golden.expect(Picture.draw(try .many(), size), named: "many")
  }

  @Test(arguments: Panel.allCases)
  func zoomed(panel: Panel) throws {
    let board = try SampleBoard.many().with(.focus(panel), .toggleZoom, .toggleHints)
    try Golden.expect(Picture.draw(board, Self.small), named: "zoomed-\(panel.rawValue)")
  }

  @Test(arguments: [small, smallest])
  func stale(size: Size) throws {
    try Golden.expect(Picture.draw(try .stale(), size), named: "stale")
  }

  @Test(arguments: [small, middle, smallest])
  func refused(size: Size) throws {
    try Golden.expect(Picture.draw(try .refused(), size), named: "refused")
  }

  @Test(arguments: [small, middle])
  func retrying(size: Size) throws {
    try Golden.expect(Picture.draw(try .retrying(), size), named: "retrying")
  }

  @Test(arguments: [small, smallest, middle])
  func reconnecting(size: Size) throws {
    try Golden.expect(Picture.draw(try .reconnecting(), size), named: "reconnecting")
  }

  @Test(arguments: [small, middle])
  func held(size: Size) throws {
    try Golden.expect(Picture.draw(try .held(), size), named: "held")
  }

  @Test(arguments: [small, smallest, middle])
  func help(size: Size) throws {
    let board = try SampleBoard.one().with(.toggleHelp)
    try Golden.expect(Picture.draw(board, size), named: "help")
  }

  @Test(arguments: [2, 3])
  func helpPages(page: Int) throws {
    var board = try SampleBoard.one().with(.toggleHelp)
    for _ in 1..<page {
      board.frame(size: Self.small, settings: Picture.settings(), at: SampleBoard.now)
      board.act(.intent(.pageDown))
    }
    try Golden.expect(Picture.draw(board, Self.small), named: "help-page-\(page)")
  }

  @Test(arguments: [Panel.calls, .operators, .surfaces, .activity])
  func detail(panel: Panel) throws {
    let canvas = Picture.draw(try .detail(of: panel), Self.middle)
    try Golden.expect(canvas, named: "detail-\(panel.rawValue)")
  }

  @Test func detailOfAnEndedCall() throws {
    try Golden.expect(Picture.draw(try .detailOfEndedCall(), Self.small), named: "detail-ended")
  }

  @Test func gapsInTheActivity() throws {
    let board = try SampleBoard.withGap().with(.focus(.activity))
    try Golden.expect(Picture.draw(board, Self.small), named: "gap")
  }

  @Test func withoutUnicode() throws {
    let settings = Picture.settings(glyphs: .ascii, notice: "TERM unknown: using xterm-256color")
    try Golden.expect(Picture.draw(try .many(), Self.middle, settings), named: "ascii")
  }

  @Test(arguments: [PrivacyMode.wall, .open])
  func privacy(mode: PrivacyMode) throws {
    let board = try SampleBoard.many().with(.showIdentifiers)
    let canvas = Picture.draw(board.seen(mode), Self.middle)
    try Golden.expect(canvas, named: "privacy-\(mode.rawValue)")
  }

  @Test(arguments: [small, middle, large, smallest, Size(width: 80, height: 50)])
  func followed(size: Size) throws {
    try Golden.expect(Picture.draw(try .following(), size), named: "follow")
  }

  @Test func fourFollowed() throws {
    let board = try SampleBoard.following([7, 14, 21, 9])
    try Golden.expect(Picture.draw(board, Size(width: 240, height: 60)), named: "follow-four")
    try Golden.expect(Picture.draw(board, Self.small), named: "follow-four")
  }

  @Test func followedOnAWall() throws {
    try Golden.expect(Picture.draw(try .following().seen(.wall), Self.large), named: "follow-wall")
  }

  @Test func followedWithoutUnicode() throws {
    let settings = Picture.settings(glyphs: .ascii)
    try Golden.expect(Picture.draw(try .following(), Self.middle, settings), named: "follow-ascii")
  }

  @Test func followedToItsEnd() throws {
    try Golden.expect(Picture.draw(try .followingEnded(), Self.small), named: "follow-ended")
  }

  @Test func followedWithAGap() throws {
    var board = try SampleBoard.followingWithGap()
    try Golden.expect(Picture.draw(board, Self.small), named: "follow-lost")
    board.change(to: .connecting(attempt: 2), ago: 2)
    board.change(to: .open, ago: 1)
    try Golden.expect(Picture.draw(board, Self.small), named: "follow-gap")
  }

  @Test func followedInVain() throws {
    var board = try SampleBoard.many()
    board.follow([21])
    try Golden.expect(Picture.draw(board, Self.small), named: "follow-connecting")
    board.change(to: .refused(reason: "4403: not allowed to observe"), ago: 1)
    try Golden.expect(Picture.draw(board, Self.small), named: "follow-refused")
  }

  @Test func followedFurtherUp() throws {
    let board = try SampleBoard.followingScrolledUp((80, 24))
    try Golden.expect(Picture.draw(board, Self.small), named: "follow-up")
  }

  @Test func anUnfoldedTool() throws {
    var board = try SampleBoard.following()
    board.unfoldTools(of: 0, first: 2)
    try Golden.expect(
      Picture.draw(board.with(.toggleZoom), Size(width: 100, height: 60)), named: "follow-tool")
  }

  @Test func aSearch() throws {
    var board = try SampleBoard.following().with(.search)
    for letter in "pharmacy" { board.act(.intent(.typed(letter))) }
    try Golden.expect(Picture.draw(board, Self.middle), named: "follow-search")
  }

  @Test func quitting() throws {
    let board = try SampleBoard.following().with(.quit)
    try Golden.expect(Picture.draw(board, Self.small), named: "quitting")
  }
}
