extension WallboardState {
  mutating func togglePin() {}
  mutating func turnPage() {}
}
