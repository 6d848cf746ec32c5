/// Which of a panel's fields are shown as columns, and in which order. At least one always is.
package struct ColumnChoice: Equatable, Sendable {
  private let panel: Panel
  /// The columns in their order.
  package private(set) var shown: [Field]

  /// What the person chose, as far as the panel has such fields; the default columns where nothing
  /// of it is left, and for `nil`.
  package init(_ panel: Panel, _ columns: [Field]?) {
    self.panel = panel
    var others = Set(panel.fields)
    let known = (columns ?? []).filter { others.remove($0) != nil }
    shown = known.isEmpty ? panel.defaultColumns : known
  }

  /// All fields of the panel as a list to choose from: a hidden one stands behind the one that it
  /// follows by default, so that the list stays as it is when a column is shown or hidden.
  package var listed: [Field] {
    var list = shown
    for (before, field) in zip([nil] + panel.fields, panel.fields) where !shown.contains(field) {
      let place = before.flatMap { list.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      list.insert(field, at: place)
    }
    return list
  }

  /// The choice as it is remembered; `nil` for the default one.
  var columns: [Field]? { shown == panel.defaultColumns ? nil : shown }

  /// Shows a hidden column where the list has it, hides a shown one.
  mutating func toggle(_ field: Field) {
    guard let index = shown.firstIndex(of: field) else {
      let before = listed.prefix { $0 != field }
      return shown.insert(field, at: before.filter(shown.contains).count)
    }
    if shown.count > 1 { shown.remove(at: index) }
  }

  /// Moves a shown column so many places to the end; to the front where it is negative.
  mutating func move(_ field: Field, by step: Int) {
    guard let index = shown.firstIndex(of: field) else { return }
    shown.remove(at: index)
    shown.insert(field, at: min(max(0, index.moved(by: step)), shown.count))
  }
}

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
      view.density = .normal
      return
    }
    resetColumns(of: panel)
    view.overlayIndex = 0
  }

  /// As it was set up, else as it is by default.
  mutating func resetColumns(of panel: Panel) {
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
