import DequeModule
import OrderedCollections
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// The newest line of a followed call, as it comes.
@Suite(.inTurn)
struct PaneTailTests {
  private static let settings = Picture.settings()
  private static let sizes = [(80, 24), (120, 40), (100, 30), (57, 17), (40, 10)]

  private func quiet() throws -> SampleBoard {
    var board = try SampleBoard.many()
    board.follow([21])
    board.change(to: .open, ago: 100)
    return board
  }

  private func lines(of board: SampleBoard, _ size: Size) -> [String] {
    let canvas = Picture.draw(board, size)
    guard let area = Dashboard.layout(board.state, size: size).panes[0] else { return [] }
    let text = PaneFrame(area, hasStatus: false).text
    return text.rows.map { y in
      canvas.row(y, columns: text.columns).reduce(into: "") { $1.glyph.append(to: &$0) }
    }
  }

  private func say(_ board: inout SampleBoard, _ words: String) throws {
    try board.hear("agent_transcript_delta", #"{"delta":"\#(words) "}"#, ago: 1)
  }

  /// Talk of up to forty words an entry, word by word, each followed by a frame.
  @Test(arguments: sizes)
  func thePageBeginsWithAnEntryAndSeldomMoves(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    var day = RandomDay(seed: 7)
    var board = try quiet()
    var (tops, words) = ([LineAnchor?](), 0)
    for entry in 0..<12 {
      for word in 0..<day.pick([2, 9, 20, 40]) {
        try say(&board, "w\(entry)x\(word)")
        words += 1
        board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
        let lines = lines(of: board, size)
        #expect(lines.contains { $0.contains("w\(entry)x\(word)") }, "the newest word is seen")
        #expect(lines[0].contains("   AI ◂ ") || lines[0].contains("   AI ◂…"))
        let top = board.state.view.panes[0].position.top
        if tops.last != top { tops.append(top) }
      }
      try board.hear("agent_transcript", #"{"transcript":"w\#(entry) whole."}"#, ago: 1)
      board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
      #expect(lines(of: board, size).contains { $0.contains("w\(entry) whole.") })
    }
    #expect(tops.count < words / 4)
  }

  @Test func anEntryBeginsThePageWhereItFitsIntoHalfOfIt() throws {
    let size = Size(width: 80, height: 24)
    var board = try quiet()
    for number in 0..<30 {
      let words = Array(repeating: "word", count: 40).joined(separator: " ")
      try board.hear("agent_transcript", #"{"transcript":"\#(number): \#(words)"}"#, ago: 1)
      board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
      #expect(board.state.view.panes[0].position.top?.line == 0)
      #expect(lines(of: board, size)[0].contains("   AI ◂ "))
    }
  }

  @Test(arguments: [GlyphSet.unicode, .ascii])
  func ofALongEntryTheEndIsSeenAndWhoSpeaks(glyphs: GlyphSet) throws {
    let size = Size(width: 80, height: 24)
    let settings = Picture.settings(glyphs: glyphs)
    var board = try quiet()
    for number in 0..<200 { try say(&board, "word\(number)") }
    board.frame(size: size, settings: settings, at: SampleBoard.now)
    let rows = Picture.draw(board, size, settings).rows
    let mark = glyphs.isASCII ? "   AI <~" : "   AI ◂…"
    #expect(rows.count { $0.contains(mark) } == 1)
    #expect(rows.contains { $0.contains("word199") } && !rows.contains { $0.contains("word0 ") })
  }

  @Test func whatGetsALineShorterMovesNothing() throws {
    let size = Size(width: 80, height: 24)
    var board = try quiet()
    for number in 0..<40 {
      try board.hear("agent_transcript", #"{"transcript":"line \#(number)."}"#, ago: 1)
      board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    }
    let guess = Array(repeating: "guess", count: 12).joined(separator: " ")
    try board.hear("user_transcript", #"{"transcript":"\#(guess)","is_final":false}"#, ago: 1)
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    let before = board.state.view.panes[0].position.top
    try board.hear("user_transcript", #"{"transcript":"No.","is_final":true}"#, ago: 1)
    board.frame(size: size, settings: Self.settings, at: SampleBoard.now)
    #expect(board.state.view.panes[0].position.top == before)
  }
}
