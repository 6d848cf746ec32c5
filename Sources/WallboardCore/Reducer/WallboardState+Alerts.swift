extension WallboardState {
  mutating func acknowledge() {}
  mutating func openAlert() -> [Effect] { [] }
}
