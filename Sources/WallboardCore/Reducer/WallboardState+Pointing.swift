extension WallboardState {
  mutating func select(_ row: RowID, in panel: Panel) {}
  mutating func scroll(_ panel: Panel, by rows: Int) {}
}
