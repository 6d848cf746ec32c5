import OrderedCollections
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// What ties the pane of a call to its row.
struct PaneTitleTests {
  private static let indices = [7, 14, 21, 9]

  private func title(_ pane: Int, of board: SampleBoard, _ size: Size) throws -> String {
    let area = try #require(Dashboard.layout(board.state, size: size).panes[pane])
    return Picture.draw(board, size).row(area.rows.lowerBound, columns: area.columns)
      .reduce(into: "") { $1.glyph.append(to: &$0) }
  }

  private func caller(_ index: Int, _ board: SampleBoard) throws -> String {
    let call = try #require(board.state.board.calls[SampleBoard.call(index)])
    return try #require(StyledText(caller: call.callerID, board.state.settings.privacy.output))
      .text
  }

  @Test(arguments: [Size(width: 240, height: 60), Size(width: 200, height: 60)])
  func paneAndRowHaveOneSignAndOneCaller(size: Size) throws {
    let board = try SampleBoard.following(Self.indices)
    let rows = Picture.draw(board, size).rows
    for (pane, index) in Self.indices.enumerated()
    where Dashboard.layout(board.state, size: size).panes[pane] != nil {
      let title = try title(pane, of: board, size)
      #expect(title.contains(" ◆\(pane + 1) caller "), "\(title)")
      #expect(title.contains(try caller(index, board)), "\(title)")
    }
    for place in 1...4 { #expect(rows.contains { $0.contains("│◆\(place)") }) }
  }

  @Test func whereThereIsLittleRoomTheCallerStays() throws {
    let board = try SampleBoard.following(Self.indices)
    let title = try title(2, of: board, Size(width: 80, height: 24))
    #expect(title.contains(try caller(21, board)) && title.contains("live"))
  }

  @Test(arguments: [
    (80, "+2"), (104, "◆1 ◆2"), (119, "◆1"), (60, "◆1 ◆2 ◆3 "),
  ])
  func theCallsWithoutAPaneStandInTheLastTitle(width: Int, words: String) throws {
    let board = try SampleBoard.following(Self.indices)
    let title = try title(3, of: board, Size(width: width, height: 24))
    #expect(title.contains(" \(words)"), "\(title)")
  }

  @Test func theMarkOfARowLeavesTheSelectionAndWhatIsNewInSight() throws {
    var board = try SampleBoard.following([21]).with(.focus(.calls))
    let size = Size(width: 120, height: 40)
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    #expect(Picture.draw(board, size).rows.contains { $0.contains("│▸1") })
    board.act(.intent(.moveToLast))
    board.act(.intent(.moveToFirst))
    #expect(Picture.draw(board, size).rows.contains { $0.contains("│◆1▲ WAITING") })
  }

  @Test func inASCIIToo() throws {
    let board = try SampleBoard.following([21])
    let rows = Picture.draw(
      board, Size(width: 120, height: 40), Picture.settings(glyphs: .ascii)
    ).rows
    #expect(rows.contains { $0.contains(" #1 caller ") })
    #expect(rows.contains { $0.contains("|#1! WAITING") })
  }

  @Test func ofACallerWhomNobodyKnowsThereIsTheID() throws {
    var board = try SampleBoard.open(silence: 2)
    try board.event("call.started", #"{"call_sid":"CAunknown1","direction":"inbound"}"#, ago: 60)
    board.settle()
    board.act(.frame(Frame(now: SampleBoard.now, visibleRows: [.calls: 10])))
    board.act(.intent(.open))
    let size = Size(width: 80, height: 24)
    let title = try title(0, of: board, size)
    #expect(title.contains("◆1 CAunknown1 "), "\(title)")
  }

  @Test func aWallFollowsOneCallAndCountsNone() throws {
    let rows = Picture.draw(
      try .following().onWall(follow: true), Size(width: 200, height: 60)
    ).rows
    #expect(!rows.contains { $0.contains("◆1") })
    #expect(rows.contains { $0.contains("╭─ caller ") })
  }
}
