package import WallboardCore

extension Settings {
  /// What the reducer needs of the settings; without a screen there is no wall.
  package func board(_ privacy: Privacy) -> BoardSettings {
    var settings = BoardSettings(privacy: privacy)
    settings.staleAfter = Int64(staleAfter)
    settings.themes = ThemeLoader.names
    settings.alerts = tables.alerts
    settings.targets = tables.targets
    settings.layout = tables.layout
    settings.awayAfter = awayAfter
    return settings
  }
}
