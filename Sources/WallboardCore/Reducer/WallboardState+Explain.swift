extension WallboardState {
  mutating func explain() {}
  mutating func explainNext(_ step: Int) {}
}
