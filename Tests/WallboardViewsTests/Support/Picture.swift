@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
import WallboardViews

/// Draws a sample as the program would: a frame for the size, then the canvas.
enum Picture {
  static func settings(
    glyphs: GlyphSet = .unicode, notice: String? = nil
  ) -> DrawSettings {
    DrawSettings(
      workspace: "Northside Clinic", glyphs: glyphs, keymap: Keymap(mode: .desk),
      notice: notice)
  }

  static func size(_ width: Int, _ height: Int) -> Size { Size(width: width, height: height) }

  static func draw(
    _ sample: SampleBoard, _ size: Size, _ settings: DrawSettings = Picture.settings(),
    at now: Timestamp = SampleBoard.now
  ) -> Canvas {
    var sample = sample
    sample.frame(size: size, settings: settings, at: now)
    var canvas = Canvas(size: size)
    Dashboard.draw(sample.state, settings: settings, into: &canvas)
    return canvas
  }

  static func wallSettings(glyphs: GlyphSet = .unicode) -> DrawSettings {
    DrawSettings(
      workspace: "Northside Clinic", glyphs: glyphs, keymap: Keymap(mode: .wall, isWall: true))
  }

  static func replaySettings(glyphs: GlyphSet = .unicode) -> DrawSettings {
    DrawSettings(
      workspace: "Northside Clinic", glyphs: glyphs,
      keymap: Keymap(mode: .desk, isReplay: true))
  }

  /// Draws a recording.
  static func replay(
    _ sample: SampleBoard, _ size: Size, glyphs: GlyphSet = .unicode
  ) -> Canvas {
    draw(sample, size, replaySettings(glyphs: glyphs))
  }
}

extension SampleBoard {
  /// The same board after some intents.
  func with(_ intents: Intent...) -> SampleBoard {
    var board = self
    for intent in intents { board.act(.intent(intent)) }
    return board
  }

  /// The same board in another privacy mode.
  func seen(_ mode: PrivacyMode) -> SampleBoard {
    var board = self
    board.state.settings.privacy = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2))
    return board
  }

  /// A frame as the run loop makes one.
  mutating func frame(
    size: Size, settings: DrawSettings, at now: Timestamp, personNow: Timestamp? = nil
  ) {
    if state.settings.isReplay { act(.passed(to: now, utcOffset: settings.utcOffset)) }
    act(
      .frame(
        Frame(
          now: now, personNow: personNow, utcOffset: settings.utcOffset,
          visibleRows: Dashboard.layout(state, size: size).visibleRows,
          lastOverlayTop: Dashboard.lastOverlayTop(state, settings: settings, size: size),
          overlayHeight: Dashboard.layout(state, size: size).overlayHeight,
          panes: Dashboard.panePositions(state, settings: settings, size: size))))
  }
}

extension DashboardPainter {
  /// Draws the board; the first rows in which that differs from what is drawn from nothing, or `nil`
  /// where all is as it has to be.
  mutating func differences(
    _ board: SampleBoard, size: Size, settings: DrawSettings
  ) -> [(String, String)]? {
    var expected = Canvas(size: size)
    Dashboard.draw(board.state, settings: settings, into: &expected)
    let painted = draw(board.state, size: size, utcOffset: settings.utcOffset)
    guard painted != expected else { return nil }
    return Array(zip(painted.rows, expected.rows).filter { $0 != $1 }.prefix(3))
  }
}
