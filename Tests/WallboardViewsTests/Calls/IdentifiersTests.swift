import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct IdentifiersTests {
  /// As long as a telephone number can be.
  private static let number = "+141555501234567"

  private func board() throws -> SampleBoard {
    var board = try SampleBoard.many()
    try board.event(
      "call.started", #"{"call_sid":"CA1","caller_id":"\#(Self.number)","service_id":"svc-1"}"#,
      ago: 900)
    try board.event("call.escalated", #"{"call_sid":"CA1","trigger":"ai"}"#, ago: 800)
    board.settle()
    return board
  }

  @Test(arguments: [
    (40, 10), (44, 24), (80, 24), (100, 30), (120, 40), (160, 50), (200, 60), (240, 67),
  ])
  func whatSomebodyAskedToSeeIsSeenWhole(width: Int, height: Int) throws {
    let size = Picture.size(width, height)
    let masked = Picture.draw(try board(), size).rows
    #expect(!masked.contains { $0.contains("+1415") })
    for columns in [nil, [.state, .time, .wait, .service, .caller, .why]] as [[Field]?] {
      var board = try board()
      board.state.view.panels[.calls, default: PanelView()].columns = columns
      board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
      let rows = Picture.draw(board.with(.showIdentifiers), size).rows
      #expect(rows.contains { $0.contains(Self.number) }, "\(rows)")
    }
  }

  @Test(arguments: [0, 1, 500, 999] as [Int64])
  func theCountdownBeginsAtThirtyAndEndsAtOne(milliseconds: Int64) throws {
    let size = Picture.size(120, 40)
    let start = SampleBoard.now.advanced(milliseconds: milliseconds)
    var board = try SampleBoard.many()
    board.frame(size: size, settings: Picture.settings(), at: start)
    board.act(.intent(.showIdentifiers))
    let told = (0...30 as ClosedRange<Int64>).map { second in
      let now = SampleBoard.now.advanced(milliseconds: max(milliseconds, 1_000 * second))
      let words = Picture.draw(board, size, at: now).rows[0].split(separator: " ")
      return words.firstIndex(of: "SHOWN").flatMap { Int(words[$0 + 1]) } ?? 0
    }
    #expect(told == Array((0...30).reversed()))
  }
}
