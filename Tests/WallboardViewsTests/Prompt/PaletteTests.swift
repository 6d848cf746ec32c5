import Testing
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
@testable import WallboardViews

struct PaletteTests {
  private let settings = Picture.settings()

  private func typing(_ text: String, _ mode: PrivacyMode = .desk) throws -> SampleBoard {
    var board = try SampleBoard.many().seen(mode).with(.openPalette)
    for letter in text { board.act(.intent(.typed(letter))) }
    return board
  }

  private func items(_ text: String, _ mode: PrivacyMode = .desk) throws -> [PaletteItem] {
    Array(
      PaletteMaker(context: FrameContext(try typing(text, mode).state, settings)).items(text))
  }

  private func press(_ keys: Key..., on board: inout SampleBoard) {
    for key in keys {
      for intent in Dashboard.intents(for: key, in: board.state, settings: settings) {
        board.act(.intent(intent))
      }
    }
  }

  @Test func everyNameOfAKeyIsOffered() throws {
    let names = Set(try items("").map(\.name))
    for binding in settings.keymap.bindings
    where binding.contexts.contains(.panels) && binding.intent != .openPalette {
      #expect(binding.name.map(names.contains) ?? true, "\(binding.name ?? "")")
    }
  }

  @Test func aRecordingIsPlayedByName() throws {
    let settings = Picture.replaySettings()
    var board = try SampleBoard.one().recorded().with(.openPalette)
    let names = Set(
      PaletteMaker(context: FrameContext(board.state, settings)).items("").map(\.name))
    for kind in PlaybackMark.Kind.allCases {
      #expect(names.isSuperset(of: ["next-\(kind.rawValue)", "previous-\(kind.rawValue)"]))
    }
    #expect(names.isSuperset(of: ["play", "go-to-start", "go-to-end", "bookmark"]))
    #expect(names.isDisjoint(with: ["retry", "hold"]))
    for letter in "seek" { board.act(.intent(.typed(letter))) }
    for intent in Dashboard.intents(for: .enter, in: board.state, settings: settings) {
      board.act(.intent(intent))
    }
    #expect(board.state.view.prompt?.purpose == .seek)
  }

  @Test func theBestAnswerComesFirst() throws {
    #expect(try items("zoom").first?.intents == [.toggleZoom])
    #expect(try items("sort calls wait").first?.intents == [.sort(.calls, .wait)])
    #expect(try items("EXPLAIN longest_w").first?.intents.last == .explain)
    #expect(try items("no such thing").isEmpty)
  }

  /// Bytes are looked at where that finds the same; a character of several scalars is one.
  @Test(arguments: [
    ("call …b0815f", "Follow it: Billing", "…B0", 2),
    ("call …b0815f", "Follow it: Billing", "CALL", 0),
    ("call …b0815f", "Follow it: Billing", "call bill", 1),
    ("call x", "Follow it: Zoë", "zoë", 3), ("call x", "Follow it: Zoë", "ZOE\u{308}", 3),
    ("call x", "Follow it: Zoe\u{308}", "zoe", nil), ("operator José", "Open", "operator JOSÉ", 0),
    ("zoom", "", "zoomed", nil), ("zoom", "", "", 0), ("", "", "a", nil),
    ("İ", "", "i", nil), ("straße", "", "STRASSE", nil),
  ])
  func findsWords(name: String, text: String, typed: String, rank: Int?) {
    #expect(PaletteQuery(typed).rank(of: PaletteWords(name: name, text: text)) == rank)
  }

  @Test func enterDoesWhatIsUnderTheCursorAndClosesThePalette() throws {
    var board = try typing("surfaces")
    press(.enter, on: &board)
    #expect(board.state.view.prompt == nil)
    #expect(board.state.view.focus == .surfaces)
  }

  @Test func whatIsNoCommandIsToldAndCanBeMended() throws {
    var board = try typing("opr")
    press(.enter, on: &board)
    #expect(board.state.view.prompt?.text == "opr")
    #expect(board.state.view.notice?.text == "No such command: opr")
    press(.backspace, on: &board)
    #expect(board.state.view.prompt?.text == "op" && board.state.view.notice == nil)
  }

  @Test func theCursorStaysOnWhatIsOffered() throws {
    var board = try typing("sort calls t")
    let count = try items("sort calls t").count
    #expect(count > 2)
    press(.up, on: &board)
    #expect(board.state.view.prompt?.choice == 0)
    for _ in 0..<50 { press(.down, on: &board) }
    #expect(board.state.view.prompt?.choice == count - 1)
    press(.tab, on: &board)
    #expect(board.state.view.prompt?.text == (try items("sort calls t").last?.name))
    #expect(board.state.view.prompt?.choice == 0)
  }

  @Test func aCallIsFollowedByTheNameThatIsShown() throws {
    let caller = try #require(
      try items("call").first { $0.text.contains("caller ") && $0.name.hasPrefix("call ") })
    #expect(caller.intents.contains { if case .follow = $0 { true } else { false } })
    var board = try typing(caller.name)
    press(.enter, on: &board)
    #expect(board.state.view.panes.count == 1)
  }

  @Test func nobodyIsFoundByWhatIsNotShown() throws {
    #expect(try items("+1555", .open).contains { $0.name.hasPrefix("call ") })
    #expect(try !items("+1555").contains { $0.name.hasPrefix("call ") })
    #expect(try !items("+1555", .wall).contains { $0.name.hasPrefix("call ") })
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func golden(size: Size) throws {
    try Golden.expect(Picture.draw(try typing(""), size), named: "palette")
    try Golden.expect(Picture.draw(try typing("op"), size), named: "palette-op")
    try Golden.expect(Picture.draw(try typing("zzz"), size), named: "palette-nothing")
  }

  @Test(arguments: [(40, 10), (20, 4), (1, 1), (300, 80)])
  func fitsOnAnyScreen(width: Int, height: Int) throws {
    let canvas = Picture.draw(try typing("e"), Size(width: width, height: height))
    #expect(canvas.rows.allSatisfy { TextLayout.width(of: $0) == width })
  }
}
