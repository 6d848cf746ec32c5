package import WallboardScreen

/// What drawing needs to know besides the state; it stays the same while the program runs.
package struct DrawSettings: Sendable {
  /// The workspace's name, or the beginning of its id.
  package var workspace: String
  package var glyphs: GlyphSet
  package let keymap: Keymap
  /// How far local time is ahead of UTC, in seconds.
  package var utcOffset: Int
  /// Whether the platform is only a simulation.
  package var isSimulated: Bool
  /// Something that the person should know about the terminal or the settings.
  package var notice: String?
  /// What to say of each theme, by name.
  package var themes: [String: String] = [:]
  /// What is wrong with theme files that cannot be used, a sentence each.
  package var themeProblems: [String] = []
  /// How many colours the terminal is drawn with.
  package var colorDepth = ColorDepth.truecolor

  /// Settings for one run of the program.
  package init(
    workspace: String, glyphs: GlyphSet = .unicode, keymap: Keymap, utcOffset: Int = 0,
    isSimulated: Bool = false, notice: String? = nil
  ) {
    self.workspace = workspace
    self.glyphs = glyphs
    self.keymap = keymap
    self.utcOffset = utcOffset
    self.isSimulated = isSimulated
    self.notice = notice
  }
}
