package import WallboardBoard
package import WallboardEvents
import WallboardScreen

extension Settings {
  /// What the reducer needs of the settings; without a screen there is no wall.
  package func board(_ privacy: Privacy) -> BoardSettings {
    var settings = BoardSettings(privacy: privacy)
    settings.staleAfter = Int64(staleAfter)
    settings.alerts = tables.alerts
    settings.targets = tables.targets
    settings.layout = tables.layout
    settings.awayAfter = awayAfter
    return settings
  }

  /// The same, of a board on a screen, where the theme can be chosen.
  package func board(_ privacy: Privacy, _ themes: ThemeLibrary) -> BoardSettings {
    var settings = board(privacy)
    settings.themes = themes.themes.map(\.name)
    settings.theme = themes.first.name
    return settings
  }

  /// How the board looks at first: as it was set up, else as it was remembered. A theme that a flag,
  /// the environment or the file names goes before the one that was chosen last.
  package func layout(over remembered: Layout?) -> Layout {
    var layout = remembered ?? Layout()
    if isThemeSet { layout.theme = nil }
    return layout.overlaid(by: tables.layout)
  }
}
