package import WallboardCore

extension Settings {
  /// What the reducer needs of the settings.
  package func board(_ privacy: Privacy) -> BoardSettings {
    var settings = BoardSettings(privacy: privacy)
    settings.staleAfter = Int64(staleAfter)
    settings.themes = ThemeLoader.names
    return settings
  }
}
