package import WallboardEvents

/// What a person set up of the board, for one run of the program. The reducer reads it and never
/// changes it, so that the same settings and the same log give the same board.
package struct BoardSettings: Equatable, Sendable {
  /// Who may see what.
  package var privacy: Privacy
  /// Seconds of silence after which what is shown no longer counts as live.
  package var staleAfter: Int64 = 75
  /// When which alert is raised.
  package var alerts = AlertSettings()
  /// What is aimed at, by number.
  package var targets = Target.defaults
  /// The wall's habits; `nil` at a desk.
  package var wall: WallSettings?
  /// What was set up of the layout: what a reset goes back to.
  package var layout = Layout()
  /// The names of the themes that can be chosen.
  package var themes: [String] = []
  /// The name of the theme to begin with.
  package var theme = "default"
  /// Seconds without a key after which the next one shows what happened meanwhile; 0 never does.
  package var awayAfter: Int64 = 300

  /// What to say of the clipboard when something is first copied: nobody is told whether the terminal
  /// has taken it.
  package var clipboardAdvice = ""

  /// Whether the board is a recording's: it is completed and followed as it was then, and by nobody
  /// now.
  package var isReplay = false

  /// The settings of a person who set nothing.
  package init(privacy: Privacy) {
    self.privacy = privacy
  }
}

/// How the board behaves on a wall, where nobody presses a key.
package struct WallSettings: Equatable, Sendable {
  /// Seconds that a page stays.
  package var pageSeconds: Int64 = 20
  /// Whether calls are followed without being asked for: the newest escalation, else the longest
  /// call.
  package var director = true

  /// The settings of a wall of which nothing was said.
  package init() {}
}
