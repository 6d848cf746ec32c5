import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// A board whose stream is held back, so that reads alone tell what is.
@Suite(.inTurn)
struct ReadAloneTests {
  /// The calls were read so many seconds ago, while the stream is not answered.
  private func board(readAgo seconds: Int64) throws -> SampleBoard {
    var board = SampleBoard()
    let read = SampleBoard.ago(seconds)
    board.act(.connection(ConnectionChange(.unanswered, at: read)))
    let call = try #require(CallSID("CA00000000000000000000000000000042"))
    for source in SnapshotSource.allCases { board.act(.readStarted(source, at: read)) }
    board.act(.read(.calls([CallSnapshot(callSID: call)], isComplete: true), at: read))
    board.act(.read(.services([:]), at: read))
    board.act(.read(.escalations([], isComplete: true), at: read))
    return board
  }

  private func text(_ board: SampleBoard, _ size: Size) -> String {
    Picture.draw(board, size).rows.joined(separator: "\n")
  }

  @Test func theHeaderSaysWhatItLooksLikeAndNeverLive() throws {
    let text = text(try board(readAgo: 21), Size(width: 160, height: 40))
    #expect(
      text.contains("NO LIVE UPDATES  loaded 20 s ago  a proxy may be holding the stream back"))
    #expect(text.contains("nginx needs proxy_buffering off;"))
    #expect(!text.uppercased().contains("LIVE DATA") && !text.contains("● LIVE"))
  }

  @Test func panelsShowWhatWasReadAndHowOldItIs() throws {
    let text = text(try board(readAgo: 21), Size(width: 160, height: 40))
    #expect(text.contains("1 Calls 1"))
    #expect(text.contains(" loaded 20 s ago ─"))
    #expect(text.contains(" not loaded ─"))
    #expect(!text.contains(" live ─"))
  }

  @Test func whatIsEmptyAlthoughItWasReadIsNotCalledUnconnected() throws {
    var board = try board(readAgo: 5)
    board.act(.read(.operators([], isComplete: true), at: SampleBoard.ago(5)))
    let text = text(board, Size(width: 160, height: 40))
    #expect(text.contains("No operators"))
    #expect(text.contains("Not connected yet"))
  }

  @Test func aWallShowsItForAWhileAndThenSaysThatThereIsNoStream() throws {
    let fresh = text(try board(readAgo: 31).onWall(), Size(width: 160, height: 45))
    #expect(fresh.contains("loaded 30 s ago: a proxy may be holding the stream back"))
    #expect(fresh.contains("live calls") && !fresh.contains("● LIVE"))
    let old = text(try board(readAgo: 300).onWall(), Size(width: 160, height: 45))
    #expect(!old.contains("live calls"))
  }
}
