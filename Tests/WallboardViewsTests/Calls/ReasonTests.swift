import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

@Suite(.inTurn)
struct ReasonTests {
  private static let reason = "Wants to speak to a nurse"

  /// The rows of the screen after a frame and those intents; the calls stand by urgency, and the
  /// first is waiting.
  private func rows(
    _ size: (Int, Int), _ mode: PrivacyMode = .desk, _ intents: Intent...
  ) throws -> [String] {
    var board = try SampleBoard.many().seen(mode)
    let size = Picture.size(size.0, size.1)
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    for intent in intents { board.act(.intent(intent)) }
    return Picture.draw(board, size).rows
  }

  @Test(arguments: [
    ((160, 50), "caller asked · Enter shows why"), ((120, 40), "caller asked · Enter: why"),
    ((100, 30), "caller asked · Enter: why"),
  ])
  func whatAListMayNotShowIsAKeyAway(size: (Int, Int), words: String) throws {
    let told = try rows(size).filter { $0.contains("Enter shows why") || $0.contains("Enter: why") }
    #expect(told.count == 1, "of the selected call, for that is the one that it opens")
    #expect(told.first?.contains("▸") == true && told.first?.contains(words) == true, "\(told)")
    #expect(try !rows(size).contains { $0.contains(Self.reason) || $0.contains("▒ why") })
  }

  @Test func theKeyDoesWhatIsSaid() throws {
    let detail = try rows((120, 40), .desk, .showDetail)
    #expect(detail.contains { $0.contains("Reason           Enter shows it") })
    for intents in [[Intent.open], [.showDetail, .open]] {
      var board = try SampleBoard.many()
      board.frame(size: Picture.size(160, 50), settings: Picture.settings(), at: SampleBoard.now)
      for intent in intents { board.act(.intent(intent)) }
      let rows = Picture.draw(board, Picture.size(160, 50)).rows
      #expect(rows.contains { $0.contains("Reason") && $0.contains("Wants to") }, "\(rows)")
      #expect(!rows.contains { $0.contains("Enter shows") || $0.contains("Enter: why") })
    }
  }

  @Test func itIsNotSaidWhereItWouldBeWrong() throws {
    for (mode, intent) in [
      (.open, .focus(.calls)), (.wall, .focus(.calls)), (.desk, .focus(.operators)),
      (.desk, .moveToLast), (.desk, .filter),
    ] as [(PrivacyMode, Intent)] {
      let rows = try rows((120, 40), mode, intent)
      #expect(!rows.contains { $0.contains("Enter: why") || $0.contains("Enter shows") })
    }
    #expect(
      try rows((120, 40), .wall, .showDetail).contains { $0.contains("Reason           ▒▒▒▒") })
  }
}
