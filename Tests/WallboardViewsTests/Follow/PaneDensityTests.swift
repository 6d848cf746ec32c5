import DequeModule
import OrderedCollections
import Testing
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// What a pane shows of a call, by how much somebody wants to see.
struct PaneDensityTests {
  private static let size = Size(width: 120, height: 60)

  private func following(_ density: PaneDensity) throws -> SampleBoard {
    var board = try SampleBoard.following()
    board.state.view.density = density
    return board
  }

  private func screen(_ board: SampleBoard) -> String {
    Picture.draw(board, Self.size).rows.joined(separator: "\n")
  }

  @Test func theMoreIsWantedTheMoreIsShown() throws {
    let always = [
      "Hello? Is anybody there?", "find prescription done", "transferred to Nurse line",
    ]
    let changes = ["sounds angry, worsening", "asks for a refill", "caller joined", "820 ms ╍"]
    let telemetry = ["full empathy, pauses first", "sounds worried"]
    for (density, shown, hidden) in [
      (PaneDensity.words, always, changes + telemetry), (.normal, always + changes, telemetry),
      (.everything, always + changes + telemetry, []),
    ] {
      let screen = screen(try following(density))
      for words in shown { #expect(screen.contains(words), "\(density)") }
      for words in hidden { #expect(!screen.contains(words), "\(density)") }
    }
  }

  @Test func theBorderSaysHowMuchIsShown() throws {
    for (density, words) in [
      (PaneDensity.words, "╰─ words only ─"), (.normal, "╰─ normal ─"),
      (.everything, "╰─ everything ─"),
    ] {
      #expect(footer(try following(density)).contains(words.dropLast(2)))
    }
    #expect(!screen(try following(.normal).onWall()).contains("normal"), "nobody can choose there")
  }

  private func footer(_ board: SampleBoard) -> String {
    Picture.draw(board, Self.size).rows.last { $0.contains("╰─ ") } ?? ""
  }

  @Test func amongWordsAToolTakesALine() throws {
    var board = try following(.words)
    for (density, count) in [(PaneDensity.words, 1), (.normal, 2)] {
      board.state.view.density = density
      let observation = try #require(board.state.board.observations[SampleBoard.call(21)])
      let writer = EntryWriter(
        FrameContext(board.state, Picture.settings()), observation, width: 70)
      let failed = try #require(board.timeline.entries.first { $0.hasFailed })
      #expect(writer.lines(of: failed, isUnfolded: false).count == count)
    }
  }

  @Test(arguments: [Size(width: 80, height: 24), size])
  func whatIsReadStaysInItsPlace(size: Size) throws {
    var board = try SampleBoard.following()
    for number in 0..<60 {
      try board.hear("user_transcript", #"{"transcript":"line \#(number)."}"#, ago: 2)
      try board.hear(
        "state_transition", #"{"previous_state":"greeting","next_state":"triage"}"#, ago: 2)
    }
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    for _ in 0..<30 { board.act(.intent(.moveUp)) }
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    let before = cursor(of: board, size)
    #expect(before.count == 1)
    for _ in PaneDensity.allCases {
      board.act(.intent(.changeDensity))
      board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
      #expect(cursor(of: board, size) == before)
    }
  }

  private func cursor(of board: SampleBoard, _ size: Size) -> [String] {
    Picture.draw(board, size).rows.enumerated().filter { $1.contains("▸ line") }
      .filter { $1.contains("│▸") }.map { "\($0): \($1)" }
  }

  @Test func theLineBeforeTakesThePlaceOfOneThatIsHidden() throws {
    var board = try following(.everything)
    let entries = Array(board.timeline.entries)
    let hidden = try #require(entries.lastIndex { !$0.isShown(at: .normal) })
    let shown = try #require(entries[..<hidden].last { $0.isShown(at: .normal) })
    let anchor = LineAnchor(entry: entries[hidden].number)
    board.state.view.panes[0].position.cursor = anchor
    board.state.view.panes[0].position.top = anchor
    board.state.view.density = .normal
    board.frame(size: Self.size, settings: Picture.settings(), at: SampleBoard.now)
    #expect(board.state.view.panes[0].position.cursor?.entry == shown.number)
  }

  @Test func aCallOfWhichNothingIsShownYetSaysSo() throws {
    var board = try SampleBoard.many()
    board.follow([21])
    board.change(to: .open, ago: 100)
    try board.hear(
      "state_transition", #"{"previous_state":"greeting","next_state":"triage"}"#, ago: 2)
    #expect(screen(board).contains("waiting for the first words"))
    board.act(.intent(.changeDensity))
    #expect(screen(board).contains("greeting → triage"))
  }
}

extension SampleBoard {
  fileprivate var timeline: Timeline {
    state.board.observations[Self.call(21)]?.timeline ?? Timeline()
  }
}

extension TimelineEntry {
  fileprivate var hasFailed: Bool {
    if case .tool(let run) = content { run.status == .failed } else { false }
  }
}
