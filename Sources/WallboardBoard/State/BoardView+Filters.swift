extension BoardView {
  /// Shows only what passes, in each of those panels.
  package mutating func show(only filters: [Panel: Filter]) {
    for (panel, filter) in filters { panels[panel, default: PanelView()].filter = filter }
  }
}
