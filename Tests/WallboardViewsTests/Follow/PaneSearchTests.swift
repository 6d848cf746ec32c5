import OrderedCollections
import Testing
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

struct PaneSearchTests {
  private static let size = Size(width: 120, height: 40)

  private func searching(_ query: String, _ mode: PrivacyMode = .desk) throws -> SampleBoard {
    var board = try SampleBoard.following().seen(mode).with(.search)
    for letter in query { board.act(.intent(.typed(letter))) }
    board.act(.intent(.open))
    board.frame(size: Self.size, settings: Picture.settings(), at: SampleBoard.now)
    return board
  }

  private func cursorWords(_ board: SampleBoard) -> String? {
    let rows = Picture.draw(board, Self.size, Picture.settings()).rows
    return rows.first { $0.contains("│▸") && !$0.hasPrefix("│▸") }
  }

  @Test func theNearestMatchAboveIsFoundAndThenTheOthers() throws {
    var board = try searching("PHARMACY")
    #expect(cursorWords(board)?.contains("pharmacy on") == true)
    board.act(.intent(.previousMatch))
    board.frame(size: Self.size, settings: Picture.settings(), at: SampleBoard.now)
    #expect(cursorWords(board)?.contains("pharmacy should have") == true)
    board.act(.intent(.nextMatch))
    board.act(.intent(.nextMatch))
    board.frame(size: Self.size, settings: Picture.settings(), at: SampleBoard.now)
    #expect(cursorWords(board)?.contains("pharmacy says") == true, "around the end")
  }

  private func footer(_ board: SampleBoard) -> String {
    Picture.draw(board, Self.size).rows.last { $0.contains("╰─ /") } ?? ""
  }

  private func go(_ intent: Intent, in board: inout SampleBoard) {
    board.act(.intent(intent))
    board.frame(size: Self.size, settings: Picture.settings(), at: SampleBoard.now)
  }

  @Test func theMatchesAreCounted() throws {
    var board = try SampleBoard.following().with(.search)
    for letter in "pharmacy" { board.act(.intent(.typed(letter))) }
    #expect(footer(board).contains("╰─ /pharmacy  3 found "), "while it is typed")
    board = try searching("pharmacy")
    #expect(footer(board).contains("╰─ /pharmacy  3 of 3 "))
    go(.previousMatch, in: &board)
    #expect(footer(board).contains("╰─ /pharmacy  2 of 3 "))
    go(.moveUp, in: &board)
    #expect(footer(board).contains("╰─ /pharmacy  3 found "), "the cursor is on none")
    try board.hear("user_transcript", #"{"transcript":"Which pharmacy?"}"#, ago: 1)
    #expect(footer(board).contains("╰─ /pharmacy  4 found "))
  }

  @Test func aSearchLooksThroughWhatIsShownAndTellsOfTheRest() throws {
    var board = try searching("angry")
    #expect(footer(board).contains("╰─ /angry  1 of 1, 1 hidden "))
    go(.changeDensity, in: &board)
    #expect(footer(board).contains("╰─ /angry  1 of 2 "))
    go(.changeDensity, in: &board)
    #expect(footer(board).contains("╰─ /angry: no match shown, 2 hidden "))
    go(.nextMatch, in: &board)
    #expect(cursorWords(board)?.contains("angry") != true)
  }

  @Test func theMatchUnderTheCursorLooksUnlikeTheOthersAndNoneLikeAWarning() throws {
    let board = try searching("pharmacy")
    let canvas = Picture.draw(board, Self.size)
    let cells = (0..<Self.size.height).flatMap { y in canvas.row(y, columns: 44..<118) }
    #expect(cells.count { $0.role == .matchCurrent } == "pharmacy".count)
    #expect(cells.count { $0.role == .match } > 2 * "pharmacy".count)
    for depth in [ColorDepth.mono, .ansi8, .ansi16, .indexed256, .truecolor] {
      let looks = [StyleRole.match, .matchCurrent].map { Theme.default.style(for: $0, at: depth) }
      #expect(looks[0] != looks[1])
      if depth != .mono { #expect(!looks.contains(Theme.default.style(for: .warning, at: depth))) }
    }
  }

  @Test func aMatchMayGoOverTheEndOfALine() throws {
    let lines = [
      PaneLine(body: [StyledText("I need my"), StyledText(" new", .muted)]),
      PaneLine(body: [StyledText("prescription today")]),
    ]
    let found = LineSearch("NEW presc").highlight(lines)
    #expect(found.matches == [0])
    #expect(found.lines[0].body.map(\.text) == ["I need my", " ", "new"])
    #expect(found.lines[1].body.map(\.role) == [.match, .text])
    #expect(LineSearch("").highlight(lines).matches.isEmpty)
    #expect(LineSearch("zebra").highlight(lines).lines == lines)
  }

  @Test func whatIsNotThereIsSaidNotToBe() throws {
    let board = try searching("zebra")
    #expect(Picture.draw(board, Self.size).rows.joined().contains("/zebra: no match"))
    #expect(board.state.view.panes[0].position.isAtTail)
  }

  @Test(arguments: ["pharmacy", "Mary", "Lisinopril", "nobody answered", "Nurse line", "refill"])
  func onAWallASearchTellsNothingOfTheWords(query: String) throws {
    var board = try searching(query, .wall)
    board.unfoldTools(of: 0, first: 9)
    let rows = Picture.draw(board, Self.size, Picture.settings()).rows
    #expect(rows.joined().contains("/\(query): no match"))
    let copied = try #require(board.state.board.observations[SampleBoard.call(21)])
      .timeline.entries.compactMap {
        Dashboard.text(
          of: .line(SampleBoard.call(21), $0.number), in: board.state,
          settings: Picture.settings())
      }
    #expect(copied.count > 20 && !copied.joined().contains(query))
  }

  @Test func aLineIsCopiedWhole() throws {
    let board = try SampleBoard.following()
    let timeline = try #require(board.state.board.observations[SampleBoard.call(21)]?.timeline)
    let texts = timeline.entries.compactMap {
      Dashboard.text(
        of: .line(SampleBoard.call(21), $0.number), in: board.state, settings: Picture.settings())
    }
    #expect(
      texts.contains("14:01:35 AI ◂ Good afternoon, Northside Clinic. How can I help you today?"))
    let key = Dashboard.text(of: .id("CA1"), in: board.state, settings: Picture.settings())
    #expect(key == "CA1")
  }
}
