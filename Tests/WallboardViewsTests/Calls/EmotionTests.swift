import Testing
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// An arrow would be read as *more of it*, the opposite of what is meant.
struct EmotionTests {
  private func rows(_ trend: String, _ intents: Intent...) throws -> String {
    var board = try SampleBoard.following()
    try board.hear(
      "emotion", #"{"dominant":"frustrated","valence":0,"arousal":0,"trend":"\#(trend)"}"#, ago: 1)
    board.state.view.panels[.calls, default: PanelView()].columns = [.state, .emotion]
    board.state.view.density = .everything
    for intent in intents { board.act(.intent(intent)) }
    return Picture.draw(board, Picture.size(160, 50)).rows.joined(separator: "\n")
  }

  @Test(arguments: [
    ("improving", "improving"), ("stable", "steady"), ("deteriorating", "worsening"),
    ("erratic", "erratic"),
  ])
  func whetherItGetsBetterIsSaidInAWord(trend: String, word: String) throws {
    let screen = try rows(trend)
    #expect(screen.contains("· sounds frustrated, \(word)"), "on the time line")
    #expect(screen.contains("WAITING 04:54  frustrated, \(word)"), "in the list")
    #expect(!screen.contains("frustrated ↑") && !screen.contains("frustrated ↓"))
    #expect(try rows(trend, .showDetail).contains("Emotion          frustrated, \(word)"))
  }

  @Test func whatIsShownIsWhatAFilterFinds() throws {
    let found = try rows("deteriorating", .filter, .paste("emotion:worsening"), .open)
    #expect(found.contains("WAITING 04:54  frustrated, worsening"))
  }

  @Test func theFactsOfAPaneSayIt() {
    var facts = ObservedFacts()
    #expect(facts.emotionWords == nil)
    facts.dominantEmotion = "very_angry"
    #expect(facts.emotionWords == "very angry")
    facts.emotionTrend = .known(.stable)
    #expect(facts.emotionWords == "very angry, steady")
  }
}
