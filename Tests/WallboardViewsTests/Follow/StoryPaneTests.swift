import TestSupport
import Testing
import WallboardScreen

@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardViews

@Suite("A story in its pane", .inTurn)
struct StoryPaneTests {
  private static let small = Size(width: 80, height: 24)

  @Test("stands there as it was told, with the time of each answer")
  func golden() throws {
    let board = try SampleBoard.story()
    try Golden.expect(Picture.draw(board, Self.small), named: "story")
    try Golden.expect(Picture.draw(board, Size(width: 160, height: 50)), named: "story")
    let ascii = Picture.settings(glyphs: .ascii)
    try Golden.expect(Picture.draw(board, Self.small, ascii), named: "story-ascii")
  }

  @Test("has each stage of a turn that is unfolded, and none that is not known")
  func unfolded() throws {
    var board = try SampleBoard.story()
    board.frame(size: Self.small, settings: Picture.settings(), at: SampleBoard.now)
    let turn = try #require(
      board.state.board.observations[SampleBoard.call(21)]?.timeline.entries.first {
        if case .turn = $0.content { true } else { false }
      })
    board.state.view.panes[0].position.cursor = LineAnchor(entry: turn.number)
    board.act(.intent(.open))
    board.frame(size: Self.small, settings: Picture.settings(), at: SampleBoard.now)
    try Golden.expect(Picture.draw(board, Self.small), named: "story-unfolded")
    let screen = Picture.draw(board, Self.small).rows.joined(separator: "\n")
    for words in ["caller speaks", "engine", "first audio", "AI speaks", "  find prescription"] {
      #expect(screen.contains(words), "\(words)")
    }
    #expect(!screen.contains("rendering") && !screen.contains("navigation"))
  }

  @Test("has lines that fit, however narrow the pane is")
  func narrow() throws {
    let board = try SampleBoard.story()
    let observation = try #require(board.state.board.observations[SampleBoard.call(21)])
    let turns = observation.timeline.entries.filter {
      if case .turn = $0.content { true } else { false }
    }
    #expect(turns.count == 3)
    let context = FrameContext(board.state, Picture.settings())
    for width in 1...60 {
      let writer = EntryWriter(context, observation, width: width)
      for line in turns.flatMap({ writer.lines(of: $0, isUnfolded: true) }) {
        let columns = line.body.reduce(0) { $0 + TextLayout.width(of: $1.text) }
        #expect(columns <= writer.bodyWidth, "\(width): \(line.body)")
      }
    }
  }

  @Test("says what became of it while it is not there")
  func standings() throws {
    for (answer, words) in [
      (nil, "Loading what was said…"),
      (PastAnswer.noStory(SampleBoard.call(21)), "has not written this call down yet"),
      (
        .failed(.story(SampleBoard.call(21)), reason: "HTTP 503", retryAt: SampleBoard.now),
        "r loads it again: HTTP 503"
      ),
      (.story(SampleBoard.call(21), CallStory(), FieldFaults()), "─ ended: completed after 4:05 ─"),
    ] {
      let board = try SampleBoard.over(answer)
      #expect(screen(board).contains(words), "\(words)")
    }
  }

  @Test("stands above what is heard, whose first line says so")
  func above() throws {
    var board = try SampleBoard.following()
    #expect(screen(board).contains("is being loaded"))
    board.act(.past(.noStory(SampleBoard.call(21)), at: SampleBoard.now))
    #expect(screen(board).contains("not written down yet what"))
    let failure = PastAnswer.failed(
      .story(SampleBoard.call(21)), reason: "HTTP 503", retryAt: SampleBoard.now)
    board.act(.past(failure, at: SampleBoard.now))
    #expect(screen(board).contains("r loads it again: HTTP 503"))
    let (call, story) = (SampleBoard.call(21), SampleBoard.story(at: 220))
    board.act(.past(.story(call, story, FieldFaults()), at: SampleBoard.now))
    #expect(screen(board).contains("stands above"))
    #expect(screen(board).contains("I called about this on Friday"))
    board.act(.past(failure, at: SampleBoard.now))
    #expect(!screen(board).contains("could not be loaded"), "it stands there all the same")
  }

  @Test("is no words on a wall, where nobody asked for it")
  func wall() throws {
    var board = try SampleBoard.following([33]).onWall(follow: true)
    let (call, story) = (SampleBoard.call(33), SampleBoard.story(at: 220))
    board.act(.past(.story(call, story, FieldFaults()), at: SampleBoard.now))
    #expect(!screen(board).contains("Friday") && screen(board).contains(" spoke"))
  }

  @Test("has bars on one scale, and a blank where nothing is known")
  func bars() throws {
    let board = try SampleBoard.story()
    let bars = screen(board).split(separator: "\n").filter { $0.contains("═══") }
    #expect(bars.count == 3)
    // 5 s, 7 s and 9 s of speech, of a scale of 20 s.
    let lengths = bars.map { $0.count { $0 == "═" } }
    #expect(lengths == lengths.sorted() && Set(lengths).count == 3, "\(bars)")
    #expect(bars[1].contains("answer          "), "no time of the answer is known: \(bars[1])")
  }

  @Test("has a scale that grows in steps and holds the longest turn")
  func scale() {
    for longest in [0, 1, 4_999, 5_000, 5_001, 61_000, 7_300_000] {
      let scale = TurnScale(longest: Double(longest))
      #expect(scale.column(Double(longest), of: 50) <= 50)
      #expect(scale.milliseconds >= Double(longest) && scale.milliseconds >= 5_000)
      #expect(scale.column(0, of: 50) == 0 && scale.column(.infinity, of: 50) == 0)
      #expect(scale.column(-1, of: 50) == 0 && scale.column(1e12, of: 50) == 50)
    }
    #expect(TurnScale(longest: 5_001) == TurnScale(longest: 9_999))
  }

  private func screen(_ board: SampleBoard) -> String {
    Picture.draw(board, Size(width: 240, height: 60)).rows.joined(separator: "\n")
  }
}

extension SampleBoard {
  /// A call that is over, and what the platform answered to the question for its story.
  fileprivate static func over(_ answer: PastAnswer?) throws -> SampleBoard {
    var board = try many()
    let ended = CallEnded(
      callSID: call(21), durationSeconds: 245, completionReason: .known(.completed))
    board.state.board.endedCalls.append(EndedCall(ended, of: nil, at: now))
    board.follow([21])
    if let answer { board.act(.past(answer, at: now)) }
    return board
  }

  fileprivate static func story() throws -> SampleBoard {
    try over(.story(call(21), story(at: 300, ended: true), FieldFaults(["turns[9]: missing"])))
  }

  /// A story that began so many seconds ago.
  fileprivate static func story(at seconds: Int64, ended: Bool = false) -> CallStory {
    var story = CallStory()
    story.startedAt = ago(seconds)
    func turn(_ caller: String?, _ agent: String, from start: Double, for length: Double)
      -> StoryTurn
    {
      var turn = StoryTurn()
      turn.at = ago(seconds - Int64(start))
      turn.userTranscript = caller.map { Protected(BoundedString($0)) }
      turn.agentTranscript = Protected(BoundedString(agent))
      if caller != nil {
        turn.times.callerStart = start * 1_000
        turn.times.callerEnd = (start + 4) * 1_000
      }
      turn.times.agentStart = (start + 6) * 1_000
      turn.times.agentEnd = (start + 6 + length) * 1_000
      return turn
    }
    var first = turn(
      "I called about this on Friday.", "Let me look that up for you, please.", from: 2, for: 5)
    var tool = StoryTool()
    (tool.name, tool.durationMilliseconds, tool.succeeded) = ("find_prescription", 900, true)
    first.tools = [tool]
    (first.times.engine, first.times.firstAudio) = (800, 200)
    let second = turn(nil, "It was sent to the pharmacy on Monday.", from: 20, for: 7)
    let third = turn("And who signed it?", "Dr. Nowak did, on Sunday night.", from: 40, for: 9)
    story.turns = [first, second, third]
    story.missingTurns = 2
    guard ended else { return story }
    story.endedAt = ago(seconds - 60)
    (story.completionReason, story.durationSeconds) = (.known(.completed), 60)
    (story.qualityScore, story.direction) = (0.87, .known(.inbound))
    var escalation = StoryEscalation()
    (escalation.status, escalation.trigger, escalation.waitSeconds) = (
      .known(.connected), .known(.ai), 31
    )
    story.escalation = escalation
    return story
  }
}
