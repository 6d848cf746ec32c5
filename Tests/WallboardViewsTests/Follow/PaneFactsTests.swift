import OrderedCollections
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// What is known of a followed call, beside what is said.
struct PaneFactsTests {
  private func lines(_ facts: [PaneFact], _ size: Size) -> [String] {
    var canvas = Canvas(size: size)
    PaneFactLines(facts: facts).draw(in: canvas.bounds, on: &canvas)
    return canvas.rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private func fact(_ text: String, rank: Int, mayBeCut: Bool = false) -> PaneFact {
    let words = StyledText(text)
    return PaneFact("", words, short: [words], rank: rank, mayBeCut: mayBeCut)
  }

  @Test(arguments: [
    (80, 24), (100, 30), (120, 40), (160, 50), (200, 60), (240, 60),
  ])
  func theReasonStandsInThePaneOfADesk(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    for (mode, isShown) in [(PrivacyMode.desk, true), (.open, true), (.wall, false)] {
      let board = try SampleBoard.following().seen(mode).with(.toggleZoom)
      let text = Picture.draw(board, size).rows.joined(separator: "\n")
      #expect(text.contains("Wants to speak") == isShown, "\(mode) \(size)")
    }
  }

  @Test func whoIsMutedIsSaid() throws {
    for (json, words) in [
      (#"{"muted":true}"#, "somebody muted"),
      (#"{"speaker_id":"p1"}"#, "caller muted"),
      (#"{"speaker_id":"x","speaker_role":"agent"}"#, "AI muted"),
    ] {
      var board = try SampleBoard.following()
      try board.hear("speaker_muted", json, ago: 3)
      let rows = Picture.draw(board.with(.toggleZoom), Size(width: 200, height: 60)).rows
      #expect(rows.contains { $0.contains(words) }, "\(rows.joined(separator: "\n"))")
    }
  }

  @Test func ofFourPanesEachHasTheBeginningOfItsReason() throws {
    let board = try SampleBoard.following([7, 14, 21, 9])
    let rows = Picture.draw(board, Size(width: 240, height: 60)).rows
    #expect(rows.contains { $0.count(of: "Wants to spea") >= 4 })
    let narrow = Picture.draw(board, Size(width: 80, height: 24)).rows
    #expect(narrow.contains { $0.count(of: "Wants to") == 2 })
  }

  @Test func aFactThatFitsBelowWaitsAndOneThatNeverFitsIsCut() {
    let others = [fact("first of all", rank: 0), fact("third", rank: 2)]
    let long = fact("the long second fact", rank: 1, mayBeCut: true)
    #expect(
      lines(others + [long], Size(width: 30, height: 2))
        == ["first of all · third", "the long second fact"])
    let longer = fact("the long second fact, which is longer", rank: 1, mayBeCut: true)
    #expect(
      lines(others + [longer], Size(width: 32, height: 2))
        == ["first of all · the long second …", "third"])
    #expect(
      lines(others + [longer], Size(width: 28, height: 1)) == ["first of all · the long sec…"])
    #expect(
      lines(others + [longer], Size(width: 25, height: 1)) == ["first of all · third"],
      "too little would be left")
  }
}

extension String {
  /// How often it has that.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
