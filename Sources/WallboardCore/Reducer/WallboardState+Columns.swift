extension WallboardState {
  mutating func chooseColumns() {}
  mutating func toggleColumn() {}
  mutating func moveColumn(by step: Int) {}
  mutating func resetLayout() {}
}
