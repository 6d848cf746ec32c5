import DequeModule
import OrderedCollections
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// Where a reader stands, whatever comes and whatever is pressed.
@Suite(.inTurn)
struct PaneScrollTests {
  private static let sizes = [(80, 24), (120, 40), (40, 10), (160, 50), (240, 60), (57, 17)]
  private static let settings = Picture.settings()

  private static let moves: [Intent] = [
    .moveUp, .moveUp, .moveUp, .moveDown, .moveDown, .halfPageUp, .halfPageDown, .pageUp,
    .pageDown, .moveToFirst, .moveToLast, .nextMatch, .previousMatch, .open, .changeDensity,
  ]

  /// A followed call with nothing heard yet.
  private func quiet() throws -> SampleBoard {
    var board = try SampleBoard.many()
    board.follow([21])
    board.change(to: .open, ago: 100)
    return board
  }

  private func text(of board: SampleBoard, _ size: Size) -> [String] {
    let canvas = Picture.draw(board, size)
    guard let area = Dashboard.layout(board.state, size: size).panes[0] else {
      return []
    }
    let frame = PaneFrame(area, hasStatus: false)
    return frame.text.rows.map { y in
      canvas.row(y, columns: frame.text.columns).reduce(into: "") { $1.glyph.append(to: &$0) }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func whateverIsPressedTheCursorIsVisible(seed: UInt64) throws {
    var day = RandomDay(seed: seed)
    var board = try SampleBoard.following()
    board.state.view.panes[0].query = "the"
    for step in 0..<150 {
      let (width, height) = day.chance(0.05) ? day.pick(Self.sizes) : Self.sizes[Int(seed) - 1]
      let size = Size(width: width, height: height)
      for _ in 0..<day.pick([0, 1, 1, 5]) { board.act(.intent(day.pick(Self.moves))) }
      if day.chance(0.3) {
        try board.hear("user_transcript", #"{"transcript":"\#(step) the words"}"#, ago: 1)
      }
      board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
      let pane = try #require(board.state.view.panes.first)
      #expect(pane.moves.isEmpty)
      let pointers = text(of: board, size).filter { $0.hasPrefix("▸") }.count
      #expect(pointers == (pane.position.isAtTail ? 0 : 1), "seed \(seed), step \(step) \(size)")
      let timeline = try #require(board.state.board.observations[pane.callSID]?.timeline)
      let cursor = pane.position.cursor
      #expect(cursor.map { timeline.index(of: $0.entry) != nil } ?? true)
    }
  }

  @Test(arguments: sizes)
  func whatComesBelowMovesNothing(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    var board = try SampleBoard.following()
    for number in 0..<60 {
      try board.hear("user_transcript", #"{"transcript":"old \#(number)"}"#, ago: 2)
    }
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    for _ in 0..<40 { board.act(.intent(.moveUp)) }
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    // Below the newest line there may be room for those that come.
    let before = text(of: board, size).filter { $0.contains("old") }
    for number in 0..<200 {
      try board.hear("user_transcript", #"{"transcript":"new \#(number)"}"#, ago: 1)
      try board.hear("agent_transcript_delta", #"{"delta":"grows and grows "}"#, ago: 1)
      board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    }
    #expect(Array(text(of: board, size).prefix(before.count)) == before)
    #expect(Picture.draw(board, size).rows.joined().contains("200 new — G resumes"))
  }

  @Test(arguments: sizes)
  func theNewestLineIsVisibleAndThePageSeldomMoves(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    var board = try quiet()
    var firsts: [String] = []
    for number in 0..<200 {
      try board.hear("user_transcript", #"{"transcript":"line \#(number)."}"#, ago: 1)
      board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
      let lines = text(of: board, size)
      #expect(lines.contains { $0.contains("line \(number).") })
      if let first = lines.first, firsts.last != first { firsts.append(first) }
      let isFull = number > lines.count
      let empty = lines.reversed().prefix { !$0.contains("line") }.count
      if isFull { #expect(empty <= max(1, lines.count / 6)) }
    }
    #expect(firsts.count <= 2 + 200 / max(1, text(of: board, size).count / 6))
  }

  @Test func trimmingMovesNothingThatIsRead() throws {
    let size = Size(width: 80, height: 24)
    var board = try quiet()
    for number in 0..<Limits.timelineEntries {
      try board.hear("user_transcript", #"{"transcript":"old \#(number)"}"#, ago: 2)
    }
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    for _ in 0..<8 { board.act(.intent(.halfPageUp)) }
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    let before = text(of: board, size)
    for number in 0..<(Limits.timelineEntries - 100) {
      try board.hear("user_transcript", #"{"transcript":"new \#(number)"}"#, ago: 1)
    }
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    let timeline = board.state.board.observations[SampleBoard.call(21)]?.timeline
    #expect((timeline?.trimmed ?? 0) > 0)
    #expect(text(of: board, size) == before)
  }

  @Test func theOldestEntryTakesThePlaceOfOneThatIsGone() throws {
    let size = Size(width: 80, height: 24)
    var board = try quiet()
    for number in 0..<50 {
      try board.hear("user_transcript", #"{"transcript":"old \#(number)"}"#, ago: 2)
    }
    board.act(.intent(.moveToFirst))
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    for number in 0..<(2 * Limits.timelineEntries + 100) {
      try board.hear("user_transcript", #"{"transcript":"new \#(number)"}"#, ago: 1)
    }
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    let position = try #require(board.state.view.panes.first?.position)
    let first = board.state.board.observations[SampleBoard.call(21)]?.timeline.entries.first
    #expect(position.cursor?.entry == first?.number)
  }

  @Test func downFromTheLastLineFollowsTheNewest() throws {
    let size = Size(width: 80, height: 24)
    var board = try SampleBoard.following()
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    board.act(.intent(.moveUp))
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    #expect(board.state.view.panes[0].position.isAtTail == false)
    board.act(.intent(.moveDown))
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    #expect(board.state.view.panes[0].position.isAtTail == false)
    board.act(.intent(.moveDown))
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    #expect(board.state.view.panes[0].position.isAtTail)
    #expect(board.state.view.panes[0].firstUnseen == nil)
  }
}
