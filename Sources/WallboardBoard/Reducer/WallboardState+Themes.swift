extension WallboardState {
  /// The theme to draw with: the one under the cursor while one is chosen, else the chosen one.
  package var theme: String {
    guard view.overlay == .themes, settings.themes.indices.contains(view.overlayIndex) else {
      return view.theme ?? settings.theme
    }
    return settings.themes[view.overlayIndex]
  }

  /// Opens the list of themes at the one in use.
  mutating func chooseTheme() {
    guard !settings.themes.isEmpty else {
      view.tell("There is no other theme")
      return
    }
    let current = settings.themes.firstIndex(of: theme) ?? 0
    view.show(.themes)
    view.overlayIndex = current
  }

  /// Keeps the theme under the cursor.
  mutating func keepTheme() {
    view.theme = theme
    view.show(nil)
  }

  mutating func use(theme name: String) {
    guard settings.themes.contains(name) else {
      view.tell("There is no theme \(name)")
      return
    }
    view.theme = name
    if view.overlay == .themes { view.show(nil) }
  }
}
