extension WallboardState {
  /// Opens the list of the focused panel's columns, at the one that it is sorted by.
  mutating func chooseColumns() {
    view.show(.columns(view.focus))
    let panelView = view.panels[view.focus]
    let listed = ColumnChoice(view.focus, panelView?.columns).listed
    view.overlayIndex = panelView?.sort.flatMap { listed.firstIndex(of: $0.field) } ?? 0
  }

  mutating func toggleColumn() {
    changeColumns { $0.toggle($1) }
  }

  mutating func moveColumn(by step: Int) {
    changeColumns { $0.move($1, by: step) }
  }

  /// Sorts by the column under the cursor of the chooser, or by urgency again where that one is
  /// sorted by already; `false` where no columns are chosen.
  mutating func sortByChosenColumn() -> Bool {
    guard let (panel, field) = columnUnderCursor else { return false }
    sort(panel, by: view.panels[panel]?.sort?.field == field ? nil : field)
    return true
  }

  /// Makes one panel as it was at first, whose columns are being chosen; else the whole layout.
  mutating func resetLayout() {
    guard case .columns(let panel) = view.overlay else {
      for panel in Panel.allCases { resetColumns(of: panel) }
      view.isZoomed = false
      view.showsHints = true
      return
    }
    resetColumns(of: panel)
    view.overlayIndex = 0
  }

  /// As it was set up, else as it is by default.
  private mutating func resetColumns(of panel: Panel) {
    let layout = settings.layout.panels[panel]
    view.panels[panel]?.columns = layout?.columns
    sort(panel, by: nil)
    if let order = layout?.sort { view.panels[panel]?.sort = order }
  }

  /// Changes the choice, and keeps the cursor on the column that it is on.
  private mutating func changeColumns(_ change: (inout ColumnChoice, Field) -> Void) {
    guard let (panel, field) = columnUnderCursor else { return }
    var choice = ColumnChoice(panel, view.panels[panel]?.columns)
    change(&choice, field)
    view.panels[panel, default: PanelView()].columns = choice.columns
    view.overlayIndex = choice.listed.firstIndex(of: field) ?? view.overlayIndex
  }

  private var columnUnderCursor: (panel: Panel, field: Field)? {
    guard case .columns(let panel) = view.overlay else { return nil }
    let listed = ColumnChoice(panel, view.panels[panel]?.columns).listed
    return listed.indices.contains(view.overlayIndex) ? (panel, listed[view.overlayIndex]) : nil
  }
}

extension WallboardState {
  /// How many lines a list has that lies over the panels; `nil` where none does.
  var listLength: Int? {
    switch view.overlay {
    case .columns(let panel): panel.fields.count
    case .themes: settings.themes.count
    case .help, .detail, .quitting, .explanation, .digest, nil: nil
    }
  }
}
