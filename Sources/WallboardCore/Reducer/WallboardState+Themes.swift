extension WallboardState {
  mutating func chooseTheme() -> [Effect] { [] }
  mutating func use(theme name: String) -> [Effect] { [] }
}
