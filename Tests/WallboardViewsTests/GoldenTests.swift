import Testing
import WallboardCore
import WallboardScreen
import WallboardViews

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

  @Test(arguments: [small, middle])
  func held(size: Size) throws {
    try Golden.expect(Picture.draw(try .held(), size), named: "held")
  }

  @Test(arguments: [small, smallest, middle])
  func help(size: Size) throws {
    let board = try SampleBoard.one().with(.toggleHelp)
    try Golden.expect(Picture.draw(board, size), named: "help")
  }

  @Test(arguments: Panel.allCases)
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
    let canvas = Picture.draw(board, Self.middle, Picture.settings(mode))
    try Golden.expect(canvas, named: "privacy-\(mode.rawValue)")
  }
}
