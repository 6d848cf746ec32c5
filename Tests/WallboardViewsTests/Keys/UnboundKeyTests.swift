import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

@Suite(.inTurn)
struct UnboundKeyTests {
  private let settings = Picture.settings()
  private let size = Size(width: 80, height: 24)

  private func words(
    _ key: Key, _ board: SampleBoard, _ settings: DrawSettings? = nil
  ) -> String? {
    let intents = Dashboard.intents(
      for: key, in: board.state, settings: settings ?? self.settings, size: size)
    guard case .unbound(let words)? = intents.first, intents.count == 1 else { return nil }
    return words
  }

  @Test func aKeyWithoutAMeaningSaysWhatThereIs() throws {
    let board = try SampleBoard.one()
    #expect(words(.character("Z"), board) == "No key “Z” here; ? shows the keys")
    #expect(words(.function(5), board) == "No key “F5” here; ? shows the keys")
    #expect(words(.control("b"), board) == "No key “Ctrl-B” here; ? shows the keys")
    #expect(words(.control("\\"), board) == "No key “Ctrl-\\” here; ? shows the keys")
    #expect(words(.alt("x"), board) == "No key “Alt-x” here; ? shows the keys")
    #expect(
      words(.character("v"), board) == "“v” is a key of a followed call; ? shows the keys")
    #expect(words(.character("a"), board) == nil)
  }

  /// A name steers nothing, and is seen.
  @Test func whatCannotBeSeenIsNamedByItsNumber() throws {
    let board = try SampleBoard.one()
    for (character, name) in [
      ("\u{202E}", "U+202E"), ("\u{A0}", "U+00A0"), ("\u{301}", "U+0301"), ("\u{AD}", "U+00AD"),
      ("\u{E000}", "U+E000"), ("é", "é"), ("李", "李"),
    ] as [(Character, String)] {
      #expect(words(.character(character), board) == "No key “\(name)” here; ? shows the keys")
    }
    #expect(words(.alt("\u{202E}"), board) == "No key “Alt-U+202E” here; ? shows the keys")
  }

  @Test func aDigitWithoutAPanelSaysWhichAre() throws {
    let board = try SampleBoard.following()
    for board in [board, board.with(.focus(.calls))] {
      #expect(words(.character("9"), board) == "No panel 9; 1 to 6 are panels")
      #expect(words(.character("0"), board) == "No panel 0; 1 to 6 are panels")
    }
    #expect(words(.character("٣"), board) == "No key “٣” here; ? shows the keys")
    let wall = try SampleBoard.busyWall()
    #expect(
      words(.character("9"), wall, Picture.wallSettings()) == "No key “9” here; ? shows the keys")
    #expect(words(.character("9"), board.with(.toggleHelp)) == "No key “9” here")
  }

  @Test func itNamesTheKeysAsTheyAreBound() throws {
    let board = try SampleBoard.one()
    var keys: [String: [Key]] = ["help": [.function(2)]]
    for panel in Panel.allCases { keys[panel.rawValue] = [] }
    let settings = DrawSettings(workspace: "", keymap: try Keymap(mode: .desk, keys: keys))
    #expect(words(.character("1"), board, settings) == "No key “1” here; F2 shows the keys")
    #expect(words(.character("?"), board, settings) == "No key “?” here; F2 shows the keys")
  }

  @Test func noKeyIsMissedInAPromptOrAQuestion() throws {
    let typing = try SampleBoard.one().with(.filter)
    #expect(words(.character("Z"), typing) == nil)
    #expect(words(.function(5), typing) == "No key “F5” here")
    let asking = try SampleBoard.following().with(.quit)
    #expect(words(.character("z"), asking) == "No key “z” here")
  }

  @Test func nobodyPressedWhatTheMouseAndTheWindowDo() throws {
    let board = try SampleBoard.one()
    let press = Key.mouse(MouseEvent(.press, at: Point(x: 79, y: 0)))
    #expect(words(press, board) == nil)
    #expect(words(.resize, board) == nil)
  }

  @Test func whatIsPastedWhereNothingIsTypedIsToldOnce() throws {
    let board = try SampleBoard.one()
    let text = Key.paste(String(repeating: "q", count: 4_000))
    #expect(words(text, board) == "Nothing can be pasted here")
    let typing = board.with(.filter)
    #expect(
      Dashboard.intents(for: text, in: typing.state, settings: settings, size: size)
        == [.paste(String(repeating: "q", count: 4_000))])
  }

  /// A key that does nothing just now is no unknown key.
  @Test func atTheEndOfAListNothingIsMissed() throws {
    let board = try SampleBoard.one().with(.openPalette)
    #expect(Dashboard.intents(for: .up, in: board.state, settings: settings, size: size).isEmpty)
  }

  @Test func itStandsWhereNoticesStand() throws {
    var board = try SampleBoard.one()
    board.frame(size: size, settings: settings, at: SampleBoard.now)
    board.act(.intent(.unbound("No key “Z” here; ? shows the keys")))
    let line = try #require(Picture.draw(board, size).rows.last)
    #expect(line.hasPrefix(" No key “Z” here; ? shows the keys   Enter follow"))
    let ascii = Picture.draw(board, size, Picture.settings(glyphs: .ascii)).rows.last
    #expect(ascii?.hasPrefix(" No key \"Z\" here; ? shows the keys   Enter follow") == true)
    let small = Picture.draw(board, Size(width: 40, height: 10)).rows.last
    #expect(small?.contains("No key “Z” here; ? shows the keys") == true)
  }
}
