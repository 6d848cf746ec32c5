import Testing
import WallboardEvents
import WallboardScreen
import WallboardViews

@testable import WallboardBoard

struct CallDetailTests {
  @Test func theDetailsSayTheSameOfAnEndAsTheRow() throws {
    let size = Size(width: 120, height: 40)
    // The first row of the calls is of somebody who waits.
    for (reason, words) in [
      ("caller_hangup", "hung up waiting"), ("abandoned", "hung up waiting"),
      ("timeout", "timed out"),
    ] {
      let detail = try SampleBoard.detailOfEndedCall(reason)
      let rows = Picture.draw(detail, size).rows
      #expect(rows.contains { $0.contains("Ended ") && $0.contains(", \(words)") }, "\(reason)")
      var board = detail.with(.back)
      board.act(.frame(Frame(now: SampleBoard.now, visibleRows: [.calls: 10])))
      let row = Picture.draw(board, size).rows.first { $0.contains(words) && $0.contains("17:21") }
      #expect(row != nil, "\(reason)")
    }
  }

  @Test func wordsOfThePlatformsAreShownAsPeopleWriteThem() throws {
    var board = try SampleBoard.detail(of: .calls)
    guard case .detail(.call(let id)) = board.state.view.overlay else {
      Issue.record("no details of a call")
      return
    }
    board.state.board.calls.update(id) { call in
      call.currentState = "collect_insurance"
      call.wrapUpReason = "call_back_later"
    }
    let rows = Picture.draw(board, Size(width: 120, height: 40)).rows
    for words in ["collect insurance", "call back later"] {
      #expect(rows.contains { $0.contains(words) }, "\(words)")
    }
  }
}
