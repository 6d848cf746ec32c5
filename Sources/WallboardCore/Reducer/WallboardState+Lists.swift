extension WallboardState {
  mutating func beginFilter() {}
  mutating func sortByNextColumn() {}
  mutating func reverseSort() {}
  mutating func sort(_ panel: Panel, by field: Field?) {}
}
