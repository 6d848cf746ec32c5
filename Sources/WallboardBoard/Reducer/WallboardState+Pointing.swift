extension WallboardState {
  /// Puts the cursor on a row, and the focus on its panel; nothing where something lies above.
  mutating func select(_ row: RowID, in panel: Panel) {
    guard view.overlay == nil else { return }
    view.setFocus(panel)
    if let index = view.panels[panel]?.rows.firstIndex(of: row) {
      view.panels[panel]?.select(index)
    }
  }

  /// Scrolls a panel so many rows down, or up where negative.
  mutating func scroll(_ panel: Panel, by rows: Int) {
    guard view.overlay == nil else { return }
    view.panels[panel]?.scroll(by: rows)
  }
}
