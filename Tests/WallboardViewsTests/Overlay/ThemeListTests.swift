import Testing
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
@testable import WallboardViews

struct ThemeGoldenTests {
  private static let names = ["default", "dark", "light", "high-contrast", "colour-blind", "mono"]

  @Test(arguments: [(80, 24), (120, 40), (200, 60), (40, 10)])
  func themes(width: Int, height: Int) throws {
    let size = Picture.size(width, height)
    let board = try board().with(.chooseTheme, .moveDown)
    try Golden.expect(Picture.draw(board, size, settings()), named: "themes")
  }

  @Test func fewColoursAndAProblem() throws {
    var settings = settings(glyphs: .ascii)
    settings.colorDepth = .ansi16
    settings.themeProblems = ["/home/ada/.config/wallboard/themes/mine.toml:3: unknown role 'x'"]
    let canvas = Picture.draw(try board().with(.chooseTheme), Picture.size(80, 24), settings)
    try Golden.expect(canvas, named: "themes-few")
  }

  @Test func theThemeUnderTheCursorIsSeenInALongList() throws {
    let names = (1...50).map { "theme-\($0)" }
    for steps in [0, 7, 30, 49] {
      var board = try board(names).with(.chooseTheme)
      for _ in 0..<steps { board.act(.intent(.moveDown)) }
      for size in [Picture.size(80, 24), Picture.size(40, 10)] {
        let rows = Picture.draw(board, size, settings()).rows
        let words = "▸ theme-\(steps + 1) "
        #expect(rows.contains { $0.contains(words) }, "\(words)")
      }
    }
  }

  private func board(_ names: [String] = Self.names) throws -> SampleBoard {
    var board = try SampleBoard.many()
    board.state.settings.themes = names
    return board
  }

  private func settings(glyphs: GlyphSet = .unicode) -> DrawSettings {
    var settings = Picture.settings(glyphs: glyphs)
    settings.themes = ["default": "the terminal's own colours", "dark": "calm, true colour"]
    return settings
  }
}
