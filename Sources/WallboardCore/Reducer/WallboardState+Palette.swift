extension WallboardState {
  mutating func openPalette() {}
  mutating func moveChoice(by step: Int) {}
}
