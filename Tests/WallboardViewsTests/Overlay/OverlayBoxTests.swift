import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

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
    #expect(Picture.draw(board, size).rows.joined().contains("Erase a letter"))
    board.act(.intent(.moveUp))
    board.act(.intent(.moveUp))
    #expect(!Picture.draw(board, size).rows.joined().contains("Erase a letter"))
  }

  /// From its first line to its last, by as many as are seen at a time.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func theHelpIsTurnedByWholePages(size: Size) throws {
    let settings = Picture.settings()
    var board = try SampleBoard.one().with(.toggleHelp)
    board.frame(size: size, settings: settings, at: SampleBoard.now)
    let height = try #require(Dashboard.layout(board.state, size: size).overlayHeight)
    let last = Dashboard.lastOverlayTop(board.state, settings: settings, size: size)
    var tops = [0]
    while tops.last != last, tops.count < 100 {
      board.act(.intent(.pageDown))
      board.frame(size: size, settings: settings, at: SampleBoard.now)
      tops.append(board.state.view.overlayTop)
    }
    for (index, top) in tops.enumerated() { #expect(top == min(index * height, last)) }
    board.act(.intent(.halfPageUp))
    #expect(board.state.view.overlayTop == last - height / 2)
    board.act(.intent(.pageUp))
    #expect(board.state.view.overlayTop == max(0, last - height / 2 - height))
  }

  /// Two keys may come before the next frame.
  @Test func aPageCanBeTurnedBeforeTheHelpWasDrawn() throws {
    var board = try SampleBoard.one()
    board.frame(
      size: Size(width: 80, height: 24), settings: Picture.settings(), at: SampleBoard.now)
    let turned = board.with(.toggleHelp, .pageDown)
    #expect(turned.state.view.overlayTop > 5)
  }

  @Test func whatHasTheFocusStandsFirstInTheHelpThenSigns() throws {
    let board = try SampleBoard.following()
    let heads = headings(board, Picture.settings())
    #expect(heads.first == "In a followed call" && heads.dropFirst().first == "Signs")
    let panels = headings(board.with(.focus(.calls)), Picture.settings())
    #expect(!panels.contains("On a wall"))
    #expect(panels.first == "On the board" && panels.dropFirst().first == "Signs")
    let wall = headings(try .busyWall(), Picture.wallSettings())
    #expect(Array(wall.prefix(2)) == ["On a wall", "Signs"])
    #expect(
      Set(wall).isDisjoint(with: ["On the board", "In a followed call", "Asked whether to quit"]))
    let replay = headings(board, Picture.replaySettings())
    #expect(Set(replay).count == replay.count)
  }

  private func headings(_ board: SampleBoard, _ settings: DrawSettings) -> [String] {
    HelpPage(context: FrameContext(board.state, settings)).facts.compactMap {
      if case .heading(let title) = $0 { title } else { nil }
    }
  }
}
