import WallboardCore
import WallboardScreen
import WallboardViews

/// Draws a sample as the program would: a frame for the size, then the canvas.
enum Picture {
  static let privacy = Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))

  static func settings(
    _ mode: PrivacyMode = .desk, glyphs: GlyphSet = .unicode, notice: String? = nil
  ) -> DrawSettings {
    DrawSettings(
      workspace: "Northside Clinic", glyphs: glyphs,
      privacy: Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)), notice: notice)
  }

  static func draw(
    _ sample: SampleBoard, _ size: Size, _ settings: DrawSettings = Picture.settings()
  ) -> Canvas {
    var sample = sample
    let view = sample.state.view
    sample.act(
      .frame(
        Frame(
          now: SampleBoard.now, utcOffset: settings.utcOffset,
          visibleRows: Dashboard.layout(size: size, view: view).visibleRows)))
    var canvas = Canvas(size: size)
    Dashboard.draw(sample.state, settings: settings, into: &canvas)
    return canvas
  }
}
